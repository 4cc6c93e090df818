import { expect, test } from 'vitest'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import { documentToMarkup } from '../../../src/shared/content/document-to-markup.ts'
import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'
import { replaceText } from '../../../src/shared/content/replace-text.ts'
import { blogMarkup } from './blog-markup.ts'

const kinds = (markup: string): string[] =>
  markupToDocument(markup).content.map((block) => (block.type === 'opaque' ? block.attrs.blockName : block.type))

const only = (markup: string): BlockNode | undefined => {
  const { content } = markupToDocument(markup)
  expect(content).toHaveLength(1)
  return content[0]
}

const paragraph = (html: string): string => `<!-- wp:paragraph -->\n${html}\n<!-- /wp:paragraph -->`

test('a post of WordPress 7.1 is known down to its words', () => {
  const blocks = markupToDocument(blogMarkup['a post of WordPress 7.1']).content
  expect(blocks.map((block) => ({ ...block, attrs: { ...block.attrs, source: null } }))).toEqual([
    {
      type: 'paragraph',
      attrs: { dir: null, source: null },
      content: [
        { type: 'text', text: 'The consular desk moves to ' },
        { type: 'text', text: 'Harbour ', marks: [{ type: 'bold' }] },
        { type: 'text', text: 'Street', marks: [{ type: 'bold' }, { type: 'italic' }] },
        { type: 'text', text: ' on ' },
        { type: 'text', text: 'Monday', marks: [{ type: 'link', attrs: { href: 'https://example.org/map?x=1&y=2' } }] },
        { type: 'text', text: '.' },
        { type: 'hardBreak' },
        { type: 'text', text: 'Bring your passport.' },
      ],
    },
    {
      type: 'heading',
      attrs: { level: 3, dir: null, source: null },
      content: [{ type: 'text', text: 'What changes' }],
    },
    {
      type: 'bulletList',
      attrs: { source: null },
      content: [
        {
          type: 'listItem',
          content: [
            line('Opening hours'),
            {
              type: 'orderedList',
              attrs: { start: 3, source: null },
              content: [{ type: 'listItem', content: [line('Mornings')] }],
            },
          ],
        },
        { type: 'listItem', content: [line('Telephone')] },
      ],
    },
    {
      type: 'blockquote',
      attrs: { citation: 'The porter', source: null },
      content: [
        {
          ...line('The door stays open.'),
          attrs: { dir: null, source: '<!-- wp:paragraph -->\n<p>The door stays open.</p>\n<!-- /wp:paragraph -->' },
        },
      ],
    },
    {
      type: 'picture',
      attrs: {
        mediaId: null,
        remoteId: 41,
        url: 'https://example.org/door-1024x683.jpg',
        alt: 'A green door',
        caption: 'The new door',
        sizeSlug: 'large',
        source: null,
      },
    },
    { type: 'codeBlock', attrs: { source: null }, content: [{ type: 'text', text: 'open [door]\n  <quietly>' }] },
    { type: 'horizontalRule', attrs: { source: null } },
    {
      type: 'paragraph',
      attrs: { dir: 'rtl', source: null },
      content: [{ type: 'text', text: 'ينتقل المكتب يوم الاثنين' }],
    },
  ])
})

const line = (text: string) => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  content: [{ type: 'text', text }],
})

test('the markup of WordPress 6.1, without classes, is known too', () => {
  expect(kinds(blogMarkup['a post of WordPress 6.1, on lines of Windows'])).toEqual([
    'heading',
    'bulletList',
    'horizontalRule',
  ])
})

test('the class that an older WordPress took for the writer’s own is none', () => {
  expect(
    kinds(
      '<!-- wp:heading {"className":"wp-block-heading"} -->\n<h2 class="wp-block-heading">x</h2>\n<!-- /wp:heading -->',
    ),
  ).toEqual(['heading'])
})

test('line ends at the edges of a text are layout, and inside it they are spaces', () => {
  expect(only(paragraph('<p>\n\t\tOne\n\t\ttwo  three \n</p>'))).toMatchObject({
    content: [{ type: 'text', text: 'One two  three' }],
  })
})

/** Opened, its first words changed, and written again: what the edit is not about must be there as it was. */
function edited(markup: string, from: string): string {
  const document = replaceText(markupToDocument(markup), { from, to: 'EDITED' })
  return document ? documentToMarkup(document, { pictureFor: () => null, blogDirection: 'ltr' }).markup : ''
}

test.each([
  ['an attribute', '<!-- wp:paragraph {"dropCap":true} -->\n<p class="has-drop-cap">x</p>\n<!-- /wp:paragraph -->'],
  ['a note', '<!-- wp:paragraph {"metadata":{"noteId":17}} -->\n<p>x</p>\n<!-- /wp:paragraph -->'],
  ['a note on a word', paragraph('<p>Is <mark class="wp-note" data-id="18">this</mark> x?</p>')],
  ['a class and an id', paragraph('<p class="y" id="z">x</p>')],
  ['a tag', paragraph('<p>H<sub>2</sub>O <small>x</small></p>')],
  ['an empty tag', paragraph('<p>x<em></em>b</p>')],
  [
    'a link that opens a window',
    paragraph('<p>x <a href="https://example.org" target="_blank" rel="noopener">y</a></p>'),
  ],
  ['a break that clears', paragraph('<p>x<br clear="all">b</p>')],
  ['bold in a class of its own', paragraph('<p>x <strong class="y">a</strong></p>')],
  ['a comment', paragraph('<p>x<!-- b --></p>')],
  ['an icon', paragraph('<p>x <img class="wp-image-4" style="width: 20px;" src="a.png" alt=""> b</p>')],
  ['a passage in another language', paragraph('<p>x <span lang="ar" dir="rtl">مرحبا</span></p>')],
  ['a footnote', paragraph('<p>x<sup data-fn="a-1" class="fn"><a href="#a-1" id="a-1-link">1</a></sup></p>')],
  [
    'a heading with an anchor',
    '<!-- wp:heading {"className":"is-style-big"} -->\n<h2 class="wp-block-heading is-style-big" id="top">x</h2>\n<!-- /wp:heading -->',
  ],
  [
    'a list of letters',
    '<!-- wp:list {"ordered":true,"type":"lower-alpha"} -->\n<ol style="list-style-type:lower-alpha" class="wp-block-list"><!-- wp:list-item -->\n<li>x</li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list -->',
  ],
  [
    'a picture with a link and a width',
    '<!-- wp:image {"id":4,"width":"50px","sizeSlug":"large","linkDestination":"media","align":"wide"} -->\n<figure class="wp-block-image alignwide size-large is-resized"><a href="a.jpg"><img src="a.jpg" alt="" class="wp-image-4" style="width:50px"/></a><figcaption class="wp-element-caption">x</figcaption></figure>\n<!-- /wp:image -->',
  ],
  [
    'a rich caption',
    '<!-- wp:image -->\n<figure class="wp-block-image"><img src="a.jpg" alt=""/><figcaption class="wp-element-caption">x <strong>y</strong> <a href="z">z</a></figcaption></figure>\n<!-- /wp:image -->',
  ],
  [
    'a quote with a linked source',
    '<!-- wp:quote -->\n<blockquote class="wp-block-quote is-style-plain"><!-- wp:paragraph -->\n<p>x</p>\n<!-- /wp:paragraph --><cite><a href="b">c</a></cite></blockquote>\n<!-- /wp:quote -->',
  ],
  [
    'a block inside columns',
    '<!-- wp:columns -->\n<div class="wp-block-columns"><!-- wp:column {"width":"66%"} -->\n<div class="wp-block-column" style="flex-basis:66%"><!-- wp:paragraph -->\n<p>x</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:column --></div>\n<!-- /wp:columns -->',
  ],
])('%s stays editable and keeps what is not modelled', (_what, markup) => {
  expect(only(markup)?.type).not.toBe('opaque')
  expect(edited(markup, 'x')).toBe(
    markup
      .replace(/(?<=[>])x/, 'EDITED')
      .replace(/H<sub>2<\/sub>O <small>x/, 'H<sub>2</sub>O <small>EDITED')
      .replace(' x?', ' EDITED?'),
  )
})

test.each([
  ['a direction that the attributes do not state', paragraph('<p dir="rtl">x</p>')],
  ['a link in a link', paragraph('<p><a href="a">b<a href="c">d</a></a></p>')],
  ['ten thousand tags in one another', paragraph(`<p>${'<b>'.repeat(10_000)}x${'</b>'.repeat(10_000)}</p>`)],
  ['two elements', paragraph('<p>a</p><p>b</p>')],
  ['a text beside the element', paragraph('<p>a</p>b')],
  ['no element', paragraph('')],
  ['HTML that is not closed', paragraph('<p>a <strong>b</p>')],
  ['a paragraph in the paragraph', paragraph('<p>a <div>b</div></p>')],
  [
    'a number that would not come out as it is',
    '<!-- wp:paragraph {"acme":12345678901234567890} -->\n<p>x</p>\n<!-- /wp:paragraph -->',
  ],
])('a paragraph with %s is opaque, whole', (_what, markup) => {
  expect(only(markup)).toEqual({ type: 'opaque', attrs: { blockName: 'core/paragraph', source: markup } })
})

test.each([
  [
    'a list that starts elsewhere than it says',
    '<!-- wp:list {"ordered":true,"start":3} -->\n<ol start="4"><!-- wp:list-item -->\n<li>x</li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list -->',
  ],
  [
    'a picture with another id inside',
    '<!-- wp:image {"id":4} -->\n<figure class="wp-block-image"><img src="a.jpg" alt="" class="wp-image-5"/></figure>\n<!-- /wp:image -->',
  ],
  [
    'a code block in colours',
    '<!-- wp:code -->\n<pre class="wp-block-code"><code><mark>x</mark></code></pre>\n<!-- /wp:code -->',
  ],
  [
    'a heading of another level inside',
    '<!-- wp:heading {"level":3} -->\n<h2 class="wp-block-heading">x</h2>\n<!-- /wp:heading -->',
  ],
  [
    'a table whose rows say more than we know',
    '<!-- wp:table -->\n<figure class="wp-block-table"><table><tbody><tr class="y"><td>x</td></tr></tbody></table></figure>\n<!-- /wp:table -->',
  ],
])('%s is opaque, whole', (_what, markup) => {
  expect(only(markup)).toMatchObject({ type: 'opaque', attrs: { source: markup } })
})

test('an opaque block goes by the name its maker gave it', () => {
  expect(kinds(blogMarkup['blocks of plug-ins and of a later WordPress'])).toEqual([
    'core/latest-posts',
    'acme/visa-table',
    'paragraph',
  ])
  expect(kinds(blogMarkup['columns in a group'])).toEqual(['container'])
})

test('text outside of blocks is classic, and its neighbours are known', () => {
  expect(kinds(blogMarkup['classic text with a block in the middle'])).toEqual(['classic', 'paragraph', 'classic'])
})

test('a block without its closer is opaque, and what stands before it is known', () => {
  expect(kinds(blogMarkup['closers that are missing'])).toEqual(['paragraph', 'core/group'])
})

test('lists and quotes of before their items and paragraphs were blocks are known', () => {
  expect(only('<!-- wp:list -->\n<ul><li>x<ol><li>y</li></ol></li></ul>\n<!-- /wp:list -->')).toMatchObject({
    type: 'bulletList',
    content: [{ type: 'listItem', content: [line('x'), { type: 'orderedList' }] }],
  })
  expect(
    only(
      '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><p>x</p><cite>y</cite></blockquote>\n<!-- /wp:quote -->',
    ),
  ).toMatchObject({ type: 'blockquote', attrs: { citation: 'y' }, content: [line('x')] })
})

test('lists sixteen deep are known, deeper ones stay as they are', () => {
  const nested = (levels: number): string =>
    levels === 0
      ? ''
      : `<!-- wp:list --><ul><!-- wp:list-item --><li>x${nested(levels - 1)}</li><!-- /wp:list-item --></ul><!-- /wp:list -->`
  expect(kinds(nested(16))).toEqual(['bulletList'])
  expect(kinds(nested(17))).toEqual(['core/list'])
  expect(kinds(nested(5_000))).toEqual(['core/list'])
})

test('no markup is one empty paragraph', () => {
  expect(markupToDocument('')).toEqual({
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { dir: null, source: null } }],
  })
})
