import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingClosers, parseBlocks, type BlockPiece } from '../../../src/shared/content/block-grammar.ts'
import { anyMarkup } from './generated.ts'

/** Names and HTML as a tree one can read. */
const outline = (pieces: readonly BlockPiece[]): unknown[] =>
  pieces.map((piece) => (piece.kind === 'html' ? piece.source : [piece.name, piece.closing, ...outline(piece.inner)]))

function expectExactOffsets(pieces: readonly BlockPiece[], markup: string, start: number, end: number): void {
  let at = start
  for (const piece of pieces) {
    expect(piece.start).toBe(at)
    expect(piece.source).toBe(markup.slice(piece.start, piece.end))
    at = piece.end
    const [first] = piece.kind === 'block' ? piece.inner : []
    const last = piece.kind === 'block' ? piece.inner.at(-1) : undefined
    if (piece.kind === 'block' && first && last) expectExactOffsets(piece.inner, markup, first.start, last.end)
  }
  expect(at).toBe(end)
}

test('the sources of the pieces, joined, are the markup, whatever it is', () => {
  fc.assert(
    fc.property(anyMarkup, (markup) => {
      const pieces = parseBlocks(markup)
      expect(pieces.map((piece) => piece.source).join('')).toBe(markup)
      expectExactOffsets(pieces, markup, 0, markup.length)
    }),
    { numRuns: 1000 },
  )
})

test('blocks nest, and HTML stands between them', () => {
  const markup =
    'a<!-- wp:group {"x":{"y":1}} --><div><!-- wp:acme/thing /--><!-- wp:paragraph --><p>b</p><!-- /wp:paragraph --></div><!-- /wp:group -->c'
  expect(outline(parseBlocks(markup))).toEqual([
    'a',
    ['core/group', 'closed', '<div>', ['acme/thing', 'void'], ['core/paragraph', 'closed', '<p>b</p>'], '</div>'],
    'c',
  ])
})

test('attributes come as WordPress wrote them, its escapes undone', () => {
  const [block] = parseBlocks(
    '<!-- wp:acme/card {"text":"a \\u002d\\u002d\\u003e \\u0026 \\u0022b\\u0022","n":{"m":[1]}} /-->',
  )
  expect(block).toMatchObject({ attributes: { text: 'a --> & "b"', n: { m: [1] } } })
})

test('attributes that are not a JSON object are null, and the block is still a block', () => {
  expect(parseBlocks('<!-- wp:html {oops} /-->')).toMatchObject([{ name: 'core/html', attributes: null }])
  expect(parseBlocks('<!-- wp:html {"a":1}} /-->')).toMatchObject([{ name: 'core/html', attributes: null }])
})

test('an ordinary comment, and one that only looks like a block, is HTML', () => {
  for (const html of [
    '<!--more-->',
    '<!-- wp -->',
    '<!--wp:html -->',
    '<!-- wp:Html -->',
    '<!-- wp:html',
    '<!-- wp:9 -->',
  ]) {
    expect(outline(parseBlocks(html))).toEqual([html])
  }
})

test('a block without a closer reaches to the end, and its closers can be told', () => {
  const markup = '<!-- wp:group --><div><!-- wp:acme/box --><p>a</p><!-- wp:spacer /-->'
  expect(outline(parseBlocks(markup))).toEqual([
    ['core/group', 'missing', '<div>', ['acme/box', 'missing', '<p>a</p>', ['core/spacer', 'void']]],
  ])
  expect(missingClosers(markup)).toBe('<!-- /wp:acme/box --><!-- /wp:group -->')
  expect(missingClosers(markup + missingClosers(markup))).toBe('')
})

test('a closer takes the block that is open, and the mismatch is noted', () => {
  expect(outline(parseBlocks('<!-- wp:a -->x<!-- /wp:b -->y<!-- /wp:a -->'))).toEqual([
    ['core/a', 'mismatched', 'x'],
    'y<!-- /wp:a -->',
  ])
})
