import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentToMarkup } from '../../../src/shared/content/document-to-markup.ts'
import type { FootnotesNode, PostDocument } from '../../../src/shared/content/document.ts'
import { mapBlocks } from '../../../src/shared/content/document-walk.ts'
import { unexplainedNotes } from '../../../src/shared/content/explain-footnotes.ts'
import { footnotesMeta, isSameFootnotes, notesBeside } from '../../../src/shared/content/footnotes-meta.ts'
import { documentOfPost } from '../../../src/shared/content/interchange/document-footnotes.ts'
import { anyMarkup } from './generated.ts'

const reference = (id: string, number = 1): string =>
  `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">${number}</a></sup>`
const paragraph = (html: string): string => `<!-- wp:paragraph -->\n<p>${html}</p>\n<!-- /wp:paragraph -->`
const PLACE = '<!-- wp:footnotes /-->'
/** As PHP writes it, with a field that the desk does not know. */
const PHP = String.raw`[{"id":"a","content":"C\u1ea7u \"H\u1ecdc\" <em>mở</em>","seen":true},{"id":"b","content":"See <a href=\"https:\/\/example.org\/\">there<\/a>."}]`
const post = {
  content: [paragraph(`One${reference('a')} and two${reference('b', 2)}.`), PLACE].join('\n\n'),
  footnotes: PHP,
}

const write = (document: PostDocument, keepsFootnotes = true): string =>
  documentToMarkup(document, { pictureFor: () => null, blogDirection: 'ltr', keepsFootnotes }).markup
const withNotes = (document: PostDocument, change: (notes: FootnotesNode) => FootnotesNode): PostDocument =>
  mapBlocks(document, (block) => (block.type === 'footnotes' ? change(block) : block))
const says = (document: PostDocument, id: string, words: string): PostDocument =>
  withNotes(document, (notes) => ({
    ...notes,
    content: (notes.content ?? []).map((note) =>
      note.attrs.id === id ? { ...note, content: [{ type: 'text', text: words }] } : note,
    ),
  }))

describe('notes that the blog keeps beside the post', () => {
  test('are the words of its footnotes block', () => {
    const notes = notesBeside(documentOfPost(post))
    expect(notes?.content?.map(({ attrs }) => attrs.id)).toEqual(['a', 'b'])
    expect(notes?.content?.[0]?.content).toEqual([
      { type: 'text', text: 'Cầu "Học" ' },
      { type: 'text', text: 'mở', marks: [{ type: 'italic' }] },
    ])
  })

  test('keep every byte where nobody touched them, and so does the post', () => {
    const document = documentOfPost(post)
    expect(write(document)).toBe(post.content)
    expect(footnotesMeta(document, post)).toBe(PHP)
  })

  test('change alone: the other keeps its bytes, and the text is as it was', () => {
    const document = says(documentOfPost(post), 'b', 'See “R & D”.')
    expect(write(document)).toBe(post.content)
    const meta = footnotesMeta(document, post)
    expect(JSON.parse(meta)).toEqual([
      { id: 'a', content: 'Cầu "Học" <em>mở</em>', seen: true },
      { id: 'b', content: 'See “R &amp; D”.' },
    ])
    expect(unexplainedNotes(document, meta, post)).toEqual([])
  })

  test('that were added to a new post go as WordPress writes them, and as a list where it keeps none', () => {
    const document: PostDocument = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { dir: null, source: null },
          content: [
            { type: 'text', text: 'Word' },
            { type: 'footnoteReference', attrs: { id: 'n' } },
          ],
        },
        {
          type: 'footnotes',
          attrs: { meta: null, source: null },
          content: [{ type: 'footnote', attrs: { id: 'n' }, content: [{ type: 'text', text: 'A note.' }] }],
        },
      ],
    }
    expect(write(document)).toBe([paragraph(`Word${reference('n')}`), PLACE].join('\n\n'))
    expect(footnotesMeta(document, { content: '', footnotes: '' })).toBe('[{"content":"A note.","id":"n"}]')
    expect(write(document, false)).toContain('<ol class="wp-block-list footnotes">')
  })

  test('that came as a list of the desk stay one', () => {
    const list = write(documentOfPost({ content: paragraph('x') })) + '\n\n' + LIST
    const document = documentOfPost({ content: list, footnotes: '' })
    expect(write(document)).toBe(list)
    expect(footnotesMeta(document, { content: list, footnotes: '' })).toBe('')
  })

  test('go with the block that shows them, but for what the text still refers to', () => {
    const { content } = documentOfPost(post)
    const without = { type: 'doc' as const, content: content.filter(({ type }) => type !== 'footnotes') }
    expect(JSON.parse(footnotesMeta(without, post))).toHaveLength(2)
    expect(footnotesMeta({ type: 'doc', content: [] }, post)).toBe('[]')
  })

  test('of which no block shows anything stay as they are', () => {
    const hidden = { content: paragraph('No block.'), footnotes: PHP }
    expect(footnotesMeta(documentOfPost(hidden), hidden)).toBe(PHP)
  })

  test('that the document was never told are not overwritten by empty ones', () => {
    const unread = documentOfPost({ content: post.content })
    expect(footnotesMeta(unread, post)).toBe(PHP)
    const begun = withNotes(unread, (notes) => ({
      ...notes,
      content: [
        { type: 'footnote', attrs: { id: 'a' } },
        { type: 'footnote', attrs: { id: 'c' }, content: [{ type: 'text', text: 'Mine' }] },
      ],
    }))
    expect(JSON.parse(footnotesMeta(begun, post))).toEqual([
      { id: 'a', content: 'Cầu "Học" <em>mở</em>', seen: true },
      { content: 'Mine', id: 'c' },
    ])
  })

  test.each(['', '[]', 'null', '{"a":1}', '[1,{"id":7}]', '[{"id":"a","content":"<p>a block"}]', '[{', '[[[]]]'])(
    'that are no list of notes are kept verbatim: %s',
    (footnotes) => {
      const document = documentOfPost({ ...post, footnotes })
      expect(write(document)).toBe(post.content)
      expect(footnotesMeta(document, { ...post, footnotes })).toBe(footnotes)
    },
  )

  test('of any text whatever go back as they came', () => {
    const metas = fc
      .array(fc.record({ id: fc.constantFrom('a', 'b', 'x'), content: anyMarkup }))
      .map((notes) =>
        JSON.stringify(notes.filter(({ id }, index) => notes.findIndex((other) => other.id === id) === index)),
      )
    fc.assert(
      fc.property(fc.oneof(metas, fc.string()), (footnotes) => {
        const document = documentOfPost({ ...post, footnotes })
        expect(footnotesMeta(document, { ...post, footnotes })).toBe(footnotes)
        expect(unexplainedNotes(document, footnotes, { ...post, footnotes })).toEqual([])
      }),
    )
  })
})

const LIST = [
  '<!-- wp:list {"ordered":true,"className":"footnotes"} -->',
  '<ol class="wp-block-list footnotes"><!-- wp:list-item -->',
  '<li id="n">A note. <a href="#n-link" class="footnote-back">↩︎</a></li>',
  '<!-- /wp:list-item --></ol>',
  '<!-- /wp:list -->',
].join('\n')

test('a meta is the same however PHP or the browser writes it, and another when a word is', () => {
  const notes = JSON.stringify(JSON.parse(PHP))
  expect(isSameFootnotes(PHP, notes)).toBe(true)
  expect(isSameFootnotes('', '[]')).toBe(true)
  expect(isSameFootnotes(PHP, notes.replace('there', 'here'))).toBe(false)
  expect(isSameFootnotes(PHP, '[]')).toBe(false)
})

describe('the last look at the notes', () => {
  test('finds a note that is gone, new, or says something else', () => {
    const document = documentOfPost(post)
    const [first, second] = JSON.parse(PHP) as object[]
    const look = (notes: object[]) => unexplainedNotes(document, JSON.stringify(notes), post).map(({ what }) => what)
    expect(look([first ?? {}])).toEqual(['missing'])
    expect(look([first ?? {}, second ?? {}, { id: 'c', content: 'New' }])).toEqual(['added'])
    expect(look([first ?? {}, { ...second, content: 'Other' }])).toEqual(['meaning'])
  })
})
