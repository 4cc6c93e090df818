import { expect, test } from 'vitest'
import type { MediaId } from '../../../src/shared/domain/ids.ts'
import type { BlockNode, InlineNode, ParagraphNode } from '../../../src/shared/content/document.ts'
import { documentToMarkup, type MarkupOptions } from '../../../src/shared/content/document-to-markup.ts'
import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'
import { blogMarkup } from './blog-markup.ts'

const options: MarkupOptions = { pictureFor: () => null, blogDirection: 'ltr' }
const write = (content: BlockNode[], over: Partial<MarkupOptions> = {}): string =>
  documentToMarkup({ type: 'doc', content }, { ...options, ...over }).markup

const words = (text: string): InlineNode[] => [{ type: 'text', text }]
const paragraph = (text: string, dir: 'ltr' | 'rtl' | null = null): ParagraphNode => ({
  type: 'paragraph',
  attrs: { dir, source: null },
  content: words(text),
})
const written = (text: string): string => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`
const blocksOf = (markup: string): BlockNode[] => markupToDocument(markup).content

test('new blocks are written as the block editor of WordPress 7.1 saves them', () => {
  const source = blogMarkup['a post of WordPress 7.1']
  const content = blocksOf(source).map((block) => {
    if (block.type !== 'opaque') block.attrs.source = null
    return block
  })
  expect(write(content)).toBe(source)
})

test('signs of HTML are escaped, other characters stay themselves', () => {
  expect(write([paragraph('a < b & c > d "e" \u00a0🙂 &amp;')])).toBe(
    written('a &lt; b &amp; c &gt; d "e" \u00a0🙂 &amp;amp;'),
  )
})

test('code keeps shortcodes and lone addresses from coming alive', () => {
  const code: BlockNode = {
    type: 'codeBlock',
    attrs: { source: null },
    content: [{ type: 'text', text: '[gallery]\n  https://example.org/a \nsee https://example.org' }],
  }
  expect(write([code])).toContain(
    '<code>&#91;gallery]\n  https:&#47;&#47;example.org/a \nsee https://example.org</code>',
  )
})

test('marks nest in one order and stay open over a line break', () => {
  const link = { type: 'link', attrs: { href: '/a"b' } } as const
  const content: InlineNode[] = [
    { type: 'text', text: 'a', marks: [{ type: 'bold' }, link] },
    { type: 'hardBreak' },
    { type: 'text', text: 'b', marks: [link] },
    { type: 'text', text: 'c', marks: [{ type: 'code' }, { type: 'italic' }] },
  ]
  expect(write([{ ...paragraph(''), content }])).toBe(
    written('<a href="/a&quot;b"><strong>a</strong><br>b</a><em><code>c</code></em>'),
  )
})

test.each([
  ['ltr', null, 'Bonjour', null],
  ['ltr', null, 'مرحبا', 'rtl'],
  ['ltr', null, '12 – «مرحبا»', 'rtl'],
  ['ltr', null, '12', null],
  ['ltr', 'rtl', 'Bonjour', 'rtl'],
  ['ltr', 'ltr', 'Bonjour', 'ltr'],
  ['rtl', null, 'Bonjour', 'ltr'],
  ['rtl', null, 'مرحبا', null],
] as const)('on a blog written %s, a paragraph set to %s with “%s” states %s', (blogDirection, dir, text, stated) => {
  expect(write([paragraph(text, dir)], { blogDirection })).toBe(
    stated === null
      ? written(text)
      : `<!-- wp:paragraph {"direction":"${stated}"} -->\n<p dir="${stated}">${text}</p>\n<!-- /wp:paragraph -->`,
  )
})

test('an untouched paragraph keeps its source though its direction would be stated today', () => {
  const source = written('مرحبا')
  expect(write(blocksOf(source))).toBe(source)
})

test('what an editor adds to an untouched block does not rewrite it', () => {
  const source = '<!-- wp:paragraph --><p>a <b>b</b> <a href="c">d</a></p><!-- /wp:paragraph -->'
  const asEdited = {
    type: 'paragraph',
    attrs: { source, dir: null },
    content: [
      { text: 'a ', type: 'text' },
      { type: 'text', marks: [{ type: 'bold' }], text: 'b' },
      { type: 'text', text: ' ', marks: [] },
      { type: 'text', marks: [{ type: 'link', attrs: { href: 'c', target: '_blank', class: null } }], text: 'd' },
    ],
  } as unknown as BlockNode
  expect(write([asEdited])).toBe(source)
})

test('an edit changes the bytes of its own block only', () => {
  const source = blogMarkup['closers that are missing']
  const content = blocksOf(source)
  const [first] = content
  if (first?.type === 'paragraph') first.content = words('Better.')
  expect(write(content)).toBe(source.replace('Fine.', 'Better.'))
})

test('white space around an edited block stays', () => {
  const source = `${written('One')}\r\n\r\n\r\n${written('Two')}\r\n`
  const content = blocksOf(source)
  const last = content[1]
  if (last?.type === 'paragraph') last.content = words('Three')
  expect(write(content)).toBe(source.replace('Two', 'Three'))
})

test('new blocks stand apart from their neighbours', () => {
  const [known] = blocksOf(written('known'))
  const rule: BlockNode = { type: 'horizontalRule', attrs: { source: null } }
  if (!known) return expect.unreachable()
  expect(write([paragraph('a'), known, rule]).split('\n\n')).toEqual([
    written('a'),
    written('known'),
    expect.stringMatching(/^<!-- wp:separator -->/),
  ])
})

test('the two halves of a split block stand apart', () => {
  const [block] = blocksOf(written('One two'))
  if (block?.type !== 'paragraph') return expect.unreachable()
  const half = (text: string): BlockNode => ({ ...block, content: words(text) })
  expect(write([half('One'), half('two')])).toBe(`${written('One')}\n\n${written('two')}`)
})

test('two texts outside of blocks never run together', () => {
  const [first, rule, last] = blocksOf('One<!-- wp:separator --><hr/><!-- /wp:separator -->two')
  if (!first || !rule || !last) return expect.unreachable()
  expect(write([first, last])).toBe('One\n\ntwo')
})

test('a block without its closer does not swallow what is written behind it', () => {
  const content = blocksOf(blogMarkup['closers that are missing'])
  const markup = write([...content, paragraph('Behind')])
  expect(blocksOf(markup).map((block) => block.type)).toEqual(['paragraph', 'container', 'paragraph'])
  expect(markup.startsWith(blogMarkup['closers that are missing'])).toBe(true)
})

test('an empty new paragraph at the end is not written', () => {
  const empty: BlockNode = { type: 'paragraph', attrs: { dir: null, source: null } }
  expect(write([paragraph('a'), empty, empty])).toBe(written('a'))
  expect(write([empty, paragraph('a')])).toBe(`${written('')}\n\n${written('a')}`)
  expect(write([empty])).toBe('')
})

test('Enter at the end of a known paragraph writes nothing yet', () => {
  const content = blocksOf(written('a'))
  const [first] = content
  if (first?.type !== 'paragraph') return expect.unreachable()
  expect(write([first, { type: 'paragraph', attrs: first.attrs }])).toBe(written('a'))
})

test('an empty paragraph that the blog has stays there', () => {
  const source = `${written('a')}\n\n${written('')}`
  expect(write(blocksOf(source))).toBe(source)
})

test('paragraphs of one list item become lines, and one behind a nested list the next item', () => {
  const inner: BlockNode = {
    type: 'bulletList',
    attrs: { source: null },
    content: [{ type: 'listItem', content: [paragraph('inner')] }],
  }
  const list: BlockNode = {
    type: 'bulletList',
    attrs: { source: null },
    content: [{ type: 'listItem', content: [paragraph('a'), paragraph('b'), inner, paragraph('c')] }],
  }
  const item = (html: string): string => `<!-- wp:list-item -->\n<li>${html}</li>\n<!-- /wp:list-item -->`
  const listOf = (...items: string[]): string =>
    `<!-- wp:list -->\n<ul class="wp-block-list">${items.join('\n\n')}</ul>\n<!-- /wp:list -->`
  expect(write([list])).toBe(listOf(item(`a<br>b${listOf(item('inner'))}`), item('c')))
})

const mediaId = 'a'.repeat(64) as MediaId
const picture = (attrs: Partial<Extract<BlockNode, { type: 'picture' }>['attrs']> = {}): BlockNode => ({
  type: 'picture',
  attrs: { mediaId, remoteId: null, url: null, alt: 'A "door"', caption: '', source: null, ...attrs },
})

test('a picture of this laptop is written with its place on the blog', () => {
  const content = [picture({ caption: 'Open & shut' })]
  const pictureFor = () => ({ remoteId: 12, url: 'https://example.org/door.jpg' })
  expect(documentToMarkup({ type: 'doc', content }, { ...options, pictureFor })).toEqual({
    markup: `<!-- wp:image {"id":12,"sizeSlug":"full","linkDestination":"none"} -->
<figure class="wp-block-image size-full"><img src="https://example.org/door.jpg" alt="A &quot;door&quot;" class="wp-image-12"/><figcaption class="wp-element-caption">Open &amp; shut</figcaption></figure>
<!-- /wp:image -->`,
    missingPictures: [],
  })
})

test('pictures the blog does not have are named, each once', () => {
  const other = 'b'.repeat(64) as MediaId
  const content = [picture(), picture({ mediaId: other }), picture()]
  expect(documentToMarkup({ type: 'doc', content }, options).missingPictures).toEqual([mediaId, other])
})

test('a picture that the blog has is not missing, nor rewritten for being on this laptop too', () => {
  const source =
    '<!-- wp:image {"id":9} --><figure class="wp-block-image"><img src="x.jpg" alt="" class="wp-image-9"></figure><!-- /wp:image -->'
  const content = [picture({ remoteId: 9, url: 'x.jpg', alt: '', source })]
  expect(documentToMarkup({ type: 'doc', content }, options)).toEqual({ markup: source, missingPictures: [] })
})

test('a new alternative text leaves a picture its size', () => {
  const source = blogMarkup['a post of WordPress 7.1']
  const content = blocksOf(source)
  for (const block of content) if (block.type === 'picture') block.attrs.alt = 'A red door'
  expect(write(content)).toBe(source.replace('A green door', 'A red door'))
})

test('words of the other direction say so, also in a paragraph of the blog that had none or others', () => {
  const typedInto = (markup: string, text: string): string => {
    const { content } = markupToDocument(markup)
    const edited = content.map((block) => ({ ...block, content: [{ type: 'text', text }] }) as BlockNode)
    return documentToMarkup({ type: 'doc', content: edited }, { pictureFor: () => null, blogDirection: 'ltr' }).markup
  }
  const paragraph = (attributes: string, tag: string, text: string): string =>
    `<!-- wp:paragraph ${attributes}-->\n<p${tag}>${text}</p>\n<!-- /wp:paragraph -->`
  expect(typedInto(paragraph('', '', 'The ferry.'), 'العبّارة')).toBe(
    paragraph('{"direction":"rtl"} ', ' dir="rtl"', 'العبّارة'),
  )
  // Whoever wrote it so on the blog wanted it so.
  expect(typedInto(paragraph('', '', 'عبّارة'), 'العبّارة')).toBe(paragraph('', '', 'العبّارة'))
})
