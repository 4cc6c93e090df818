import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentToText } from '../../../src/shared/content/document-to-text.ts'
import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'
import { documentInput } from '../../../src/shared/contract/document-input.ts'
import { anyMarkup, newDocument } from '../content/generated.ts'

const isTaken = (document: unknown): boolean => documentInput.safeParse(JSON.parse(JSON.stringify(document))).success

test('whatever the editor writes is taken', () => {
  fc.assert(fc.property(newDocument, isTaken), { numRuns: 1000 })
})

test('whatever a blog holds can be saved again once it is open', () => {
  fc.assert(
    fc.property(anyMarkup, (markup) => isTaken(markupToDocument(markup))),
    { numRuns: 1000 },
  )
})

const inDocument = (...content: unknown[]) => ({ type: 'doc', content })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', attrs: { dir: null, source: null }, content })

test.each<[string, unknown]>([
  ['no document', null],
  ['a node without attributes', inDocument({ type: 'paragraph' })],
  ['a text that is none', inDocument(paragraph({ type: 'text', text: 7 }))],
  ['a mark nobody knows', inDocument(paragraph({ type: 'text', text: 'a', marks: [{ type: 'script' }] }))],
  [
    'a link without an address',
    inDocument(paragraph({ type: 'text', text: 'a', marks: [{ type: 'link', attrs: {} }] })),
  ],
  ['text outside a block', inDocument({ type: 'text', text: 'a' })],
  ['a name from the prototype', inDocument({ type: 'constructor', attrs: {} })],
  ['a heading of level 7', inDocument({ type: 'heading', attrs: { level: 7, dir: null, source: null } })],
  ['a list without items', inDocument({ type: 'bulletList', attrs: { source: null } })],
  [
    'a picture by a path',
    inDocument({
      type: 'picture',
      attrs: { mediaId: '../../etc/passwd', remoteId: null, url: null, alt: '', caption: '', source: null },
    }),
  ],
  ['65 MB of source', inDocument({ type: 'opaque', attrs: { blockName: 'a', source: 'a'.repeat(65 * 1024 * 1024) } })],
])('%s is refused', (_name, document) => {
  expect(documentInput.safeParse(document).success).toBe(false)
})

test.each<[string, unknown]>([
  [
    'what is kept of a block',
    inDocument({ type: 'paragraph', attrs: { dir: null, source: null, kept: { attributes: { a: [10n] }, html: {} } } }),
  ],
  ['an attribute nobody reads', inDocument({ type: 'paragraph', attrs: { dir: null, source: null, a: 10n } })],
  ['a node beside its content', inDocument({ ...paragraph(), a: 10n })],
  ['a mark', inDocument(paragraph({ type: 'text', text: 'a', marks: [{ type: 'bold', attrs: { a: 10n } }] }))],
])('a number too large for JSON is refused in %s', (_name, document) => {
  expect(documentInput.safeParse(document).success).toBe(false)
})

const keptBy = (html: unknown) =>
  inDocument({ type: 'paragraph', attrs: { dir: null, source: null, kept: { attributes: {}, html } } })

test.each<[string, unknown]>([
  ['a date', keptBy(new Date(Number.NaN))],
  ['a map', keptBy(new Map())],
  ['bytes', inDocument({ type: 'paragraph', attrs: { dir: null, source: null, a: new Uint8Array(3) } })],
])('%s is refused: what a row gives back of it is something else', (_name, document) => {
  expect(documentInput.safeParse(document).success).toBe(false)
})

test('a block whose content is said to be undefined, as the bridge carries it, has no words', () => {
  const document = inDocument({ type: 'paragraph', attrs: { dir: null, source: null }, content: undefined })
  expect(documentToText(documentInput.parse(document))).toBe('')
})

test('lists nested a million deep are refused without a stack', () => {
  let node: unknown = { type: 'listItem', content: [paragraph()] }
  for (let level = 0; level < 1_000_000; level += 1) {
    const list = { type: 'bulletList', attrs: { source: null }, content: [node] }
    node = { type: 'listItem', content: [paragraph(), list] }
  }
  const deep = { type: 'doc', content: [{ type: 'bulletList', attrs: { source: null }, content: [node] }] }
  expect(documentInput.safeParse(deep).success).toBe(false)
})
