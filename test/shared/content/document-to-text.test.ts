import { expect, test } from 'vitest'
import { documentPictures } from '../../../src/shared/content/document-pictures.ts'
import { documentToText } from '../../../src/shared/content/document-to-text.ts'
import { htmlToText } from '../../../src/shared/content/html-to-text.ts'
import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'
import { blogMarkup } from './blog-markup.ts'

test('the text of a post is what a reader reads, block by block', () => {
  expect(documentToText(markupToDocument(blogMarkup['a post of WordPress 7.1'])).split('\n')).toEqual([
    'The consular desk moves to Harbour Street on Monday.',
    'Bring your passport.',
    'What changes',
    'Opening hours',
    'Mornings',
    'Telephone',
    'The door stays open.',
    'The porter',
    'The new door',
    'open [door]',
    '  <quietly>',
    'ينتقل المكتب يوم الاثنين',
  ])
})

test('blocks we do not know give their words too', () => {
  expect(documentToText(markupToDocument(blogMarkup['columns in a group']))).toBe('Left')
  expect(documentToText(markupToDocument(blogMarkup['a note on a word']))).toBe('Is this date right?')
})

test('tags part words, inline ones do not, and scripts say nothing', () => {
  expect(
    htmlToText('<ul><li>a</li><li>b<b>c</b> &amp; d</li></ul><script>e<p></script><svg><p>f</p></svg>g<br>h'),
  ).toBe('a\nbc & d\ng\nh')
})

test('the pictures of this laptop are told once each, in reading order', () => {
  const picture = (mediaId: string | null) => ({
    type: 'picture' as const,
    attrs: { mediaId, remoteId: null, url: null, alt: '', caption: '', source: null },
  })
  expect(documentPictures({ type: 'doc', content: [picture('b'), picture(null), picture('a'), picture('b')] })).toEqual(
    ['b', 'a'],
  )
})
