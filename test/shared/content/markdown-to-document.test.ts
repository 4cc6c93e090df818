import { expect, test } from 'vitest'
import { documentToMarkup } from '../../../src/shared/content/document-to-markup.ts'
import { markdownToDocument } from '../../../src/shared/content/markdown-to-document.ts'

const blocks = (markdown: string) => markdownToDocument(markdown).document.content
const line = (text: string) => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  content: [{ type: 'text', text }],
})

test('the heading that opens the text is the title', () => {
  expect(markdownToDocument('# Doors *&amp;* `keys`\n\nText')).toMatchObject({
    title: 'Doors & keys',
    document: { content: [line('Text')] },
  })
  expect(markdownToDocument('Text\n\n# Later')).toMatchObject({ title: null, document: { content: { length: 2 } } })
  expect(markdownToDocument('## Not a title')).toMatchObject({ title: null, document: { content: { length: 1 } } })
})

test('a title in front matter wins, and the same one as a heading is not said twice', () => {
  expect(markdownToDocument('---\ntitle: Doors\n---\n# Doors\n\nText').document.content).toEqual([line('Text')])
  const other = markdownToDocument('---\ntitle: Doors\ntags: a\n---\n# Windows')
  expect(other).toMatchObject({ title: 'Doors', tags: ['a'], document: { content: [{ type: 'heading' }] } })
})

test('paragraphs, marks and breaks are read', () => {
  expect(blocks('One *two **three*** [four](/x?a=1&b=2) `<5>` &copy; \\*\nsix  \nseven')).toEqual([
    {
      type: 'paragraph',
      attrs: { dir: null, source: null },
      content: [
        { type: 'text', text: 'One ' },
        { type: 'text', text: 'two ', marks: [{ type: 'italic' }] },
        { type: 'text', text: 'three', marks: [{ type: 'bold' }, { type: 'italic' }] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'four', marks: [{ type: 'link', attrs: { href: '/x?a=1&b=2' } }] },
        { type: 'text', text: ' ' },
        { type: 'text', text: '<5>', marks: [{ type: 'code' }] },
        { type: 'text', text: ' © * six' },
        { type: 'hardBreak' },
        { type: 'text', text: 'seven' },
      ],
    },
  ])
})

test('lists, quotes, code and rules are read', () => {
  expect(blocks('3. a\n   - b\n4. c\n\n> d\n>\n> ## e\n\n```js\nf <g>\n```\n\n---')).toEqual([
    {
      type: 'orderedList',
      attrs: { start: 3, source: null },
      content: [
        {
          type: 'listItem',
          content: [
            line('a'),
            { type: 'bulletList', attrs: { source: null }, content: [{ type: 'listItem', content: [line('b')] }] },
          ],
        },
        { type: 'listItem', content: [line('c')] },
      ],
    },
    {
      type: 'blockquote',
      attrs: { citation: '', source: null },
      content: [
        line('d'),
        { type: 'heading', attrs: { level: 2, dir: null, source: null }, content: [{ type: 'text', text: 'e' }] },
      ],
    },
    { type: 'codeBlock', attrs: { source: null }, content: [{ type: 'text', text: 'f <g>' }] },
    { type: 'horizontalRule', attrs: { source: null } },
  ])
})

const picture = (url: string, alt: string, caption = '') => ({
  type: 'picture',
  attrs: { mediaId: null, remoteId: null, url, alt, caption, source: null },
})

test('a picture parts the paragraph it stands in', () => {
  const post = markdownToDocument(
    'Before\n![A *green* door &amp; key](my%20door.png "Taken & kept")\nafter ![](my%20door.png)\n\n![far](https://example.org/a.png)',
  )
  expect(post.document.content).toEqual([
    line('Before'),
    picture('my%20door.png', 'A green door & key', 'Taken & kept'),
    line('after'),
    picture('my%20door.png', ''),
    picture('https://example.org/a.png', 'far'),
  ])
  expect(post.images).toEqual(['my%20door.png'])
})

test('a picture inside a link, a list or a table follows it, and its description stands in its place', () => {
  expect(blocks('- a ![b](c.png)')).toEqual([
    { type: 'bulletList', attrs: { source: null }, content: [{ type: 'listItem', content: [line('a b')] }] },
    picture('c.png', 'b'),
  ])
  expect(blocks('[![a](b.png)](/c)')).toMatchObject([
    { content: [{ text: 'a', marks: [{ type: 'link', attrs: { href: '/c' } }] }] },
    picture('b.png', 'a'),
  ])
  expect(blocks('|a|\n|-|\n|![b](c.png)|')).toMatchObject([{ type: 'opaque' }, picture('c.png', 'b')])
})

test('what the editor does not know becomes a block of HTML, apart from its neighbours', () => {
  const { document } = markdownToDocument('H<sub>2</sub>O\n\n|a|\n|-|\n|b|\n\n- [ ] to do\n\n> ```\n> code\n> ```')
  expect(document.content.map((block) => block.type === 'opaque' && block.attrs.blockName)).toEqual([
    false,
    'core/html',
    'core/html',
    'core/html',
  ])
  const { markup } = documentToMarkup(document, { pictureFor: () => null, blogDirection: 'ltr' })
  expect(
    markup.startsWith('<!-- wp:paragraph -->\n<p>H<sub>2</sub>O</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:html -->'),
  ).toBe(true)
})

test('no text is one empty paragraph', () => {
  expect(markdownToDocument('')).toMatchObject({ title: null, images: [], document: { content: { length: 1 } } })
  expect(markdownToDocument('# Only a title').document.content).toEqual([
    { type: 'paragraph', attrs: { dir: null, source: null } },
  ])
})
