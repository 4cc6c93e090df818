import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWordsOfMarkup } from '../../../src/shared/content/count-words-of-markup.ts'
import { countWords } from '../../../src/shared/content/count-words.ts'
import { documentToMarkup } from '../../../src/shared/content/document-to-markup.ts'
import { htmlToText } from '../../../src/shared/content/html-to-text.ts'
import { documentOfPost } from '../../../src/shared/content/interchange/document-footnotes.ts'
import { blockFixtures } from './fidelity/block-fixtures.ts'
import { newDocument } from './generated.ts'

const inDocument = (content: string): number => countWords(documentOfPost({ content }), '')
/** Of inline tags that the desk keeps as they are, `<wbr>` stands inside a word. */
const hasNothingKept = (document: object): boolean => !JSON.stringify(document).includes('keptInline')
const inMarkup = (content: string): number => countWordsOfMarkup({ content }, htmlToText(content), '')

test.each(blockFixtures)('%s, %s: has as many words in its markup as in the document', (_type, _name, markup) => {
  expect(inMarkup(markup)).toBe(inDocument(markup))
})

test.each([
  'Two words.\n\nhttps://video.example/watch?v=1\n\nThree words more.',
  '[caption id="a" width="3"]<img src="https://blog.example/a.jpg" alt="A boat" /> The ferry[/caption]\n\nIt left.',
  'Classic <b>te</b>xt of\nfive words',
])('%s: has as many words as a reader reads', (markup) => {
  expect(inMarkup(markup)).toBe(inDocument(markup))
})

test('whatever is written in the editor has as many words in its markup as in the document', () => {
  fc.assert(
    fc.property(newDocument.filter(hasNothingKept), (document) => {
      const { markup } = documentToMarkup(document, { pictureFor: () => null, blogDirection: 'ltr' })
      expect(inMarkup(markup)).toBe(inDocument(markup))
    }),
    { numRuns: 300 },
  )
})

test('the notes of a post count where the document shows them', () => {
  const post = {
    content: '<!-- wp:paragraph --><p>One.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->',
    footnotes: '[{"id":"a","content":"Two three."}]',
  }
  expect(countWordsOfMarkup(post, htmlToText(post.content), '')).toBe(3)
})
