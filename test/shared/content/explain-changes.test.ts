import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BlockNode, PostDocument } from '../../../src/shared/content/document.ts'
import { documentToMarkup, type MarkupOptions } from '../../../src/shared/content/document-to-markup.ts'
import { unexplainedChanges } from '../../../src/shared/content/explain-changes.ts'
import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'
import { blogMarkup } from './blog-markup.ts'
import { anyMarkup, newBlock, newDocument } from './generated.ts'

const options: MarkupOptions = { pictureFor: () => null, blogDirection: 'ltr' }
const write = (document: PostDocument): string => documentToMarkup(document, options).markup
const unexplained = (document: PostDocument, markup = write(document)) => unexplainedChanges(document, markup, options)

test('what the desk writes of a new post is explained', () => {
  fc.assert(
    fc.property(newDocument, (document) => {
      expect(unexplained(document)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('an untouched post is explained, whatever it holds', () => {
  for (const markup of Object.values(blogMarkup)) expect(unexplained(markupToDocument(markup))).toEqual([])
  fc.assert(
    fc.property(anyMarkup, (markup) => {
      expect(unexplained(markupToDocument(markup))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

/** A block taken out, put in, moved or exchanged. */
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.option(newBlock), fc.boolean()), { minLength: 1, maxLength: 4 })

function edit(content: BlockNode[], changes: [number, number, BlockNode | null, boolean][]): BlockNode[] {
  let edited = content
  for (const [from, to, block, isTakenOut] of changes) {
    const at = edited.length === 0 ? 0 : from % edited.length
    const taken = edited[at]
    const rest = isTakenOut ? edited.toSpliced(at, 1) : edited
    const put = block ?? taken
    edited = put ? rest.toSpliced(to % (rest.length + 1), 0, put) : rest
  }
  return edited
}

test('a post of the blog after any edit is explained', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(blogMarkup)), edits, (markup, changes) => {
      const document: PostDocument = { type: 'doc', content: edit(markupToDocument(markup).content, changes) }
      expect(unexplained(document)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

const post = `<!-- wp:paragraph {"metadata":{"noteId":17}} -->
<p>Is <mark class="wp-note" data-id="18">this date</mark> <b>right</b>?</p>
<!-- /wp:paragraph -->

<!-- wp:group {"layout":{"type":"constrained"}} -->
<div class="wp-block-group"><!-- wp:paragraph {"align":"center"} -->
<p class="has-text-align-center">Left</p>
<!-- /wp:paragraph --></div>
<!-- /wp:group -->

<!-- wp:acme/visa-table {"rows":[["A"]]} /-->

<!-- wp:paragraph -->
<p>Last</p>
<!-- /wp:paragraph -->`

/** What a writer that is broken would do to it. */
test.each<[string, (markup: string) => string, string]>([
  ['loses a note on a block', (markup) => markup.replace(' {"metadata":{"noteId":17}}', ''), 'meaning'],
  ['loses a note on a word', (markup) => markup.replace(/<\/?mark[^>]*>/g, ''), 'meaning'],
  ['writes an untouched block its own way', (markup) => markup.replace(/(<\/?)b>/g, '$1strong>'), 'bytes'],
  ['loses a block', (markup) => markup.replace(/<!-- wp:acme[^]*?-->\n\n/, ''), 'bytes'],
  ['loses the last block', (markup) => markup.slice(0, markup.lastIndexOf('<!-- wp:paragraph')), 'missing'],
  [
    'writes a block twice',
    (markup) => `${markup}\n\n<!-- wp:paragraph -->\n<p>Last</p>\n<!-- /wp:paragraph -->`,
    'added',
  ],
  ['changes what it does not know', (markup) => markup.replace('[["A"]]', '[["B"]]'), 'bytes'],
  ['changes the frame of a group', (markup) => markup.replace('"constrained"', '"flow"'), 'bytes'],
  ['loses a class inside a group', (markup) => markup.replace(' class="has-text-align-center"', ''), 'meaning'],
  ['loses a closer', (markup) => markup.replace('<!-- /wp:group -->', ''), 'meaning'],
])('a writer that %s is caught, also beside an edit', (_what, breakIt, expected) => {
  const document = markupToDocument(post)
  const last = document.content.at(-1)
  if (last?.type !== 'paragraph') return expect.unreachable()
  expect(unexplained(document)).toEqual([])
  expect(unexplained(document, breakIt(write(document)))[0]?.what).toBe(expected)
  last.content = [{ type: 'text', text: 'Last' }, { type: 'hardBreak' }]
  expect(unexplained(document)).toEqual([])
  expect(unexplained(document, breakIt(write(document))).length).toBeGreaterThan(0)
})
