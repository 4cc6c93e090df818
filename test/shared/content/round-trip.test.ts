import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BlockNode, PostDocument } from '../../../src/shared/content/document.ts'
import { documentToMarkup, type MarkupOptions } from '../../../src/shared/content/document-to-markup.ts'
import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'
import { storableBlock } from '../../../src/shared/content/storable-block.ts'
import { textDirection } from '../../../src/shared/content/text-direction.ts'
import { inlineLine } from '../../../src/shared/content/inline-text.ts'
import { blogMarkup } from './blog-markup.ts'
import { anyMarkup, newBlock, newDocument } from './generated.ts'

const options: MarkupOptions = { pictureFor: () => null, blogDirection: 'ltr' }
const write = (document: PostDocument): string => documentToMarkup(document, options).markup

/** What the blog makes of a block: its storable form, with the direction stated where it is not the blog's. */
function asRead(block: BlockNode): BlockNode {
  const stored = storableBlock(block)
  if (stored.type === 'blockquote' || stored.type === 'container') {
    return { ...stored, content: stored.content.map((child) => asRead(child)) }
  }
  if (stored.type !== 'paragraph' || stored.attrs.dir !== null) return stored
  return {
    ...stored,
    attrs: { ...stored.attrs, dir: textDirection(inlineLine(stored.content ?? [])) === 'rtl' ? 'rtl' : null },
  }
}

const isLandingPlace = (block: BlockNode): boolean =>
  block.type === 'paragraph' && block.attrs.source === null && (block.content ?? []).length === 0

test('a new document comes back from its markup as it went', () => {
  fc.assert(
    fc.property(newDocument, (document) => {
      fc.pre(!isLandingPlace(document.content.at(-1) ?? { type: 'horizontalRule', attrs: { source: null } }))
      const returned = markupToDocument(write(document))
      expect(returned.content.map(storableBlock)).toEqual(document.content.map(asRead))
    }),
    { numRuns: 500 },
  )
})

test.each(Object.entries(blogMarkup))('untouched, %s keeps its bytes', (_name, markup) => {
  expect(write(markupToDocument(markup))).toBe(markup)
})

test('untouched, any markup at all keeps its bytes', () => {
  fc.assert(
    fc.property(anyMarkup, (markup) => {
      expect(write(markupToDocument(markup))).toBe(markup)
    }),
    { numRuns: 2000, examples: [['<!--\n\n{}<!--more-->']] },
  )
})

test('untouched, the blog’s posts keep their bytes with any stretch cut out or doubled', () => {
  const post = fc.constantFrom(...Object.values(blogMarkup))
  fc.assert(
    fc.property(post, fc.nat(), fc.nat(40), fc.constantFrom(0, 2), (markup, at, length, times) => {
      const start = markup.length === 0 ? 0 : at % markup.length
      const stretch = markup.slice(start, start + length)
      const mutated = markup.slice(0, start) + stretch.repeat(times) + markup.slice(start + length)
      expect(write(markupToDocument(mutated))).toBe(mutated)
    }),
    { numRuns: 2000 },
  )
})

test('an untouched document survives the editor’s JSON', () => {
  fc.assert(
    fc.property(anyMarkup, (markup) => {
      const document = JSON.parse(JSON.stringify(markupToDocument(markup))) as PostDocument
      expect(write(document)).toBe(markup)
    }),
  )
})

/** Attributes stand in the order that the source has, which says nothing. */
const withSortedAttributes = (markup: string): string =>
  markup.replace(/(?<=<!-- wp:\S+ )\{.*\}(?= \/?-->)/g, (json) =>
    JSON.stringify(Object.entries(JSON.parse(json) as object).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  )

/** Said, not left out: what is left out stays as the source has it. */
const NOTHING_MORE = {
  kept: null,
  variant: null,
  reversed: false,
  isDecorative: false,
  credit: '',
  align: null,
  sizeSlug: null,
  linkHref: null,
}

test('exchanging one block changes the bytes of that block only', () => {
  fc.assert(
    fc.property(fc.array(newBlock, { minLength: 1, maxLength: 5 }), newBlock, fc.nat(), (blocks, replacement, at) => {
      fc.pre(![...blocks, replacement].some(isLandingPlace))
      const parts = blocks.map((block) => write({ type: 'doc', content: [block] }))
      const { content } = markupToDocument(parts.join('\n\n\n'))
      const index = at % blocks.length
      const replaced = content[index]
      if (!replaced || replacement.type === 'opaque') return expect.unreachable()
      fc.pre(replacement.type !== 'container' && replaced.type !== 'container')
      // Its number is its place in the whole post.
      fc.pre(!JSON.stringify([blocks, replacement]).includes('footnoteReference'))
      // What was kept of another kind of block goes with it.
      fc.pre(replacement.type === replaced.type || !replacement.attrs.kept)
      const attrs = { ...NOTHING_MORE, ...replacement.attrs, source: replaced.attrs.source }
      const edited = { ...replacement, attrs } as BlockNode
      const expected = parts.with(index, write({ type: 'doc', content: [replacement] }))
      const markup = write({ type: 'doc', content: content.with(index, edited) })
      expect(withSortedAttributes(markup)).toBe(withSortedAttributes(expected.join('\n\n\n')))
    }),
  )
})

/** Best of several, in ms, so that a busy machine does not decide. */
function bestTimeMs(run: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now()
    run()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

test.each([
  ['paragraphs', `${blogMarkup['a post of WordPress 7.1']}\n\n`],
  ['openers without an end', '<!-- wp:paragraph {"a":'],
  ['openers without a closer', '<!-- wp:group -->'],
  ['closers without an opener', '<!-- /wp:group -->'],
  ['comments that are not closed', '<!-- <!--\n'],
  ['white space', '   \n'],
  ['tags that are not closed', '<!-- wp:paragraph --><p>a<b'],
])('ten times as many %s take less than twenty times as long', (_what, unit) => {
  const run = (markup: string) => () => expect(write(markupToDocument(markup)).length).toBe(markup.length)
  const once = unit.repeat(unit.length > 1000 ? 200 : 400)
  bestTimeMs(run(once))
  const ratio = bestTimeMs(run(once.repeat(10))) / Math.max(bestTimeMs(run(once)), 0.05)
  expect(ratio).toBeLessThan(20)
})
