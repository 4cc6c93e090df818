import { expect, test } from 'vitest'
import { readBeside } from '../../../src/shared/content/checks/readable-post.ts'
import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'
import { wordsBeside } from '../../../src/shared/content/words-beside.ts'

const kept = (html: Record<string, string>) => ({ attributes: {}, html })

test('a block has the fields of its kind, in the order they are shown, and none that is empty', () => {
  expect(
    wordsBeside('picture', { alt: 'A bell', caption: 'The bell', credit: '', linkHref: 'https://a.example' }),
  ).toEqual([
    { field: 'caption', words: 'The bell', language: null },
    { field: 'alt', words: 'A bell', language: null },
  ])
  expect(wordsBeside('paragraph', { caption: 'none of its own' })).toEqual([])
})

test('the blog may say of a caption or of a picture in which language it is', () => {
  const [picture] = markupToDocument(
    '<!-- wp:image --><figure class="wp-block-image"><img src="https://blog.example/a.jpg" alt="Chuông" lang="vi"/>' +
      '<figcaption class="wp-element-caption" lang="fr">La cloche</figcaption></figure><!-- /wp:image -->',
  ).content
  const found = wordsBeside(picture?.type ?? '', picture?.attrs ?? {})
  expect(found.map(({ field, language }) => `${field} ${language}`)).toEqual(['caption fr', 'alt vi'])
})

test('what is kept of a caption says in which language a passage of it is', () => {
  const attrs = { caption: 'Tea at chez Lan', kept: kept({ '<figcaption>': 'Tea at <span lang="fr">chez</span> Lan' }) }
  expect(readBeside({ field: 'caption', words: attrs.caption }, attrs, 'en')).toMatchObject({
    text: 'Tea at chez Lan',
    passages: [{ from: 7, to: 11, language: 'fr' }],
  })
})

test('positions are those of the field, also where something in it is no text', () => {
  const attrs = { caption: 'Tea', kept: kept({ '<figcaption>': '<!-- a note -->Tea' }) }
  expect(readBeside({ field: 'caption', words: 'Tea' }, attrs, 'en').text).toBe('Tea')
})
