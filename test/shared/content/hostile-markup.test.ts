import { expect, test } from 'vitest'
import { documentToMarkup } from '../../../src/shared/content/document-to-markup.ts'
import { documentToText } from '../../../src/shared/content/document-to-text.ts'
import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'

const COUNT = 300_000
const OPEN_QUOTE = '<!-- wp:quote --><blockquote class="wp-block-quote">'
const CLOSE_QUOTE = '</blockquote><!-- /wp:quote -->'

/** What a colleague's account, or a blog that was broken into, may put into a post. Quadratic reading takes an hour here. */
test.each([
  ['open tags', '<b>'.repeat(COUNT)],
  ['closers of nothing', '<b>'.repeat(COUNT) + '</i>'.repeat(COUNT)],
  ['tags that never end', '<a '.repeat(COUNT)],
  ['comments that never end', '<!--'.repeat(COUNT)],
  ['block openers that never end', '<!-- wp:a {"a":"'.repeat(COUNT)],
  ['blocks in blocks', '<!-- wp:group -->'.repeat(COUNT)],
  ['quotes in quotes', OPEN_QUOTE.repeat(COUNT / 10) + CLOSE_QUOTE.repeat(COUNT / 10)],
  ['drawings in drawings', '<svg>'.repeat(COUNT)],
])(
  'a post of %s is read in one pass and written back as it was',
  (_name, markup) => {
    const document = markupToDocument(markup)
    expect(documentToText(document).length).toBeLessThanOrEqual(markup.length)
    expect(documentToMarkup(document, { pictureFor: () => null, blogDirection: 'ltr' }).markup).toBe(markup)
  },
  15_000,
)
