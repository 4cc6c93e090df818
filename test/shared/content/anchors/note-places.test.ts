import { describe, expect, test } from 'vitest'
import { noteIdOf, placeOfNote, withNoteNumber } from '../../../../src/shared/content/anchors/note-places.ts'
import { readPost } from '../../../../src/shared/content/checks/readable-post.ts'
import { documentToMarkup } from '../../../../src/shared/content/document-to-markup.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'

const paragraph = (html: string, attributes = ''): string =>
  `<!-- wp:paragraph ${attributes}-->\n<p>${html}</p>\n<!-- /wp:paragraph -->`
const PLAIN = paragraph('It stays.')
const placeIn = (markup: string, id = 7) =>
  placeOfNote(readPost({ title: '', document: markupToDocument(markup), excerpt: '', language: '' }), id)

describe('a note of the blog stands', () => {
  test.each([
    ['on its block by its number, as WordPress 6.9 writes it', '{"metadata":{"noteId":7}} '],
    ['on its block by a list of numbers, as 7.1 does', '{"metadata":{"noteId":[3,7]}} '],
  ])('%s', (_, attributes) => {
    const markup = `${PLAIN}\n\n${paragraph('It leaves at six.', attributes)}`
    expect(placeIn(markup)).toEqual({ in: 'text', path: [1], from: 0, to: 17 })
    expect(placeIn(markup, 8)).toBeNull()
  })

  test('on its words, where they are marked', () => {
    const marked = paragraph('It leaves <mark class="wp-note" data-id="7">at six</mark>.')
    expect(placeIn(`${PLAIN}\n\n${marked}`)).toEqual({ in: 'text', path: [1], from: 10, to: 16 })
    expect(placeIn(`${PLAIN}\n\n${marked}`, 77)).toBeNull()
  })

  test('on a block without words of its own', () => {
    const picture =
      '<!-- wp:image {"id":5,"metadata":{"noteId":7}} -->\n<figure class="wp-block-image"><img src="https://blog.example/a.jpg" alt="" class="wp-image-5"/></figure>\n<!-- /wp:image -->'
    expect(placeIn(`${PLAIN}\n\n${picture}`)).toEqual({ in: 'block', path: [1] })
  })

  test('nowhere, where its block is gone', () => {
    expect(placeIn(PLAIN)).toBeNull()
  })
})

describe('the number of a note', () => {
  const written = (markup: string, path: number[], id: number): string =>
    documentToMarkup(withNoteNumber(markupToDocument(markup), path, id), {
      pictureFor: () => null,
      blogDirection: 'ltr',
      keepsFootnotes: true,
    }).markup

  test('is written as the blog’s own editor writes it, and nothing else changes', () => {
    const markup = `${paragraph('It leaves at six.', '{"className":"big"} ')}\n\n${PLAIN}`
    expect(written(markup, [1], 7)).toBe(
      `${paragraph('It leaves at six.', '{"className":"big"} ')}\n\n${paragraph('It stays.', '{"metadata":{"noteId":7}} ')}`,
    )
  })

  test('leaves one that is there', () => {
    const markup = paragraph('It leaves.', '{"metadata":{"noteId":[3]}} ')
    expect(written(markup, [0], 7)).toBe(markup)
  })

  test('leaves what is kept as it is, and a place that is none', () => {
    const markup = '<!-- wp:vendor/map {"zoom":3} /-->'
    expect(written(markup, [0], 7)).toBe(markup)
    expect(written(markup, [4], 7)).toBe(markup)
  })

  test('is found again in what was written', () => {
    const again = markupToDocument(written(PLAIN, [0], 7)).content[0]
    expect(again?.type === 'paragraph' && noteIdOf(again.attrs.kept)).toBe('7')
  })
})
