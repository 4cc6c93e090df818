import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isClassicMarkup } from '../../../../src/shared/content/classic/classic-pieces.ts'
import { classicToBlocks } from '../../../../src/shared/content/classic/classic-to-blocks.ts'
import { blockOnly } from '../../../../src/shared/content/classic/post-form.ts'
import type { BlockNode, PostDocument } from '../../../../src/shared/content/document.ts'
import { documentToText } from '../../../../src/shared/content/document-to-text.ts'
import { unexplainedChanges } from '../../../../src/shared/content/explain-changes.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'
import { replaceText } from '../../../../src/shared/content/replace-text.ts'
import { expectFidelity, write } from '../fidelity/expect-fidelity.ts'
import { CLASSIC_PIECES, classicPost } from './classic-posts.ts'

const kinds = (markup: string): string[] => markupToDocument(markup).content.map(({ type }) => type)
const paragraph = (text: string): BlockNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  content: [{ type: 'text', text }],
})
const after = (document: PostDocument, ...blocks: BlockNode[]): PostDocument => ({
  ...document,
  content: [...document.content, ...blocks],
})
const edited = (markup: string, from: string, to: string): string => {
  const document = replaceText(markupToDocument(markup), { from, to })
  if (!document) return expect.unreachable()
  expect(unexplainedChanges(document, write(document), { pictureFor: () => null })).toEqual([])
  return write(document)
}

test.each([
  ['Text', ['paragraph']],
  ['<h2>a</h2>b', ['heading', 'paragraph']],
  ['<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>', ['bulletList']],
  ['<blockquote>a\n\nb</blockquote>', ['blockquote']],
  ['<img src="a.jpg" />', ['picture']],
  ['<pre><code>a\n  b</code></pre><pre>c</pre>', ['codeBlock', 'preformatted']],
  ['<table><tbody><tr><td>a</td></tr></tbody></table>', ['table']],
  [
    'a\n\n<!--more-->\n\nb\n\n<!--nextpage-->\n\n<hr />',
    ['paragraph', 'moreBreak', 'paragraph', 'pageBreak', 'horizontalRule'],
  ],
  ['https://youtu.be/abc\n\nhttps://example.org/a', ['embed', 'paragraph']],
  ['[gallery]\n\n[x y="z"]\n\n<div>a</div>\n\n<em>a', ['opaque', 'opaque', 'opaque', 'opaque']],
])('%s reads as %j', (markup, expected) => {
  expect(kinds(markup)).toEqual(expected)
})

test('a line end is a break, two are a paragraph', () => {
  const [address] = markupToDocument('One <b>way\nor</b> another<br />\nhome').content
  expect(documentToText({ type: 'doc', content: address ? [address] : [] })).toBe('One way\nor another\nhome')
})

test.each(CLASSIC_PIECES)('untouched, %s keeps its bytes beside an edited paragraph', (piece) => {
  const markup = `Before.\n\n${piece}\n\nAfter.`
  expect(edited(markup, 'After.', 'Behind.')).toBe(`Before.\n\n${piece}\n\nBehind.`)
})

test.each([
  ['The <em>old</em> hall', 'hall', 'room', 'The <em>old</em> room'],
  ['One\ntwo', 'two', 'three', 'One\nthree'],
  ['One<br />\ntwo', 'two', 'three', 'One<br />\nthree'],
  ['<p style="color: red">One</p>', 'One', 'Two', '<p style="color: red">Two</p>'],
  ['a & b', 'b', 'c', 'a &amp; c'],
  ['<h2 class="x">One</h2>', 'One', 'Two', '<h2 class="x">Two</h2>'],
  ['<ol start="3">\n<li>One</li>\n</ol>', 'One', 'Two', '<ol start="3">\n\t<li>Two</li>\n</ol>'],
  ['<blockquote>a\n\nb</blockquote>', 'b', 'c', '<blockquote>a\n\nc</blockquote>'],
  [
    '[caption id="attachment_1" align="alignleft" width="300"]<img class="wp-image-1" src="a.jpg" alt="A" /> One[/caption]',
    'One',
    'Two',
    '[caption id="attachment_1" width="300" align="alignleft"]<img class="wp-image-1" src="a.jpg" alt="A" /> Two[/caption]',
  ],
])('%s, with “%s” made “%s”, is %s', (markup, from, to, expected) => {
  expect(edited(`Before.\n\n${markup}\n\nAfter.`, from, to)).toBe(`Before.\n\n${expected}\n\nAfter.`)
})

test('an edited paragraph of any classic post changes its own piece only', () => {
  fc.assert(
    fc.property(classicPost, (markup) => expectFidelity(markup)),
    { numRuns: 300 },
  )
})

test('what anybody does to a classic post is explained, and what is not touched stays', () => {
  fc.assert(
    fc.property(classicPost, fc.nat(20), fc.constantFrom('delete', 'double', 'insert', 'move'), (markup, at, what) => {
      const document = markupToDocument(markup)
      const place = at % document.content.length
      const [block] = document.content.slice(place, place + 1)
      if (!block) return expect.unreachable()
      if (what === 'delete') document.content.splice(place, 1)
      if (what === 'double') document.content.splice(place, 0, structuredClone(block))
      if (what === 'insert') document.content.splice(place, 0, paragraph('New words.'))
      if (what === 'move') document.content.push(...document.content.splice(place, 1))
      fc.pre(document.content.length > 0)
      const written = write(document)
      expect(unexplainedChanges(document, written, { pictureFor: () => null })).toEqual([])
      expect(isClassicMarkup(written)).toBe(true)
      for (const { type, attrs } of document.content)
        if (type !== 'container') expect(written).toContain((attrs.source ?? '').trim())
    }),
    { numRuns: 500 },
  )
})

test('new words in a classic post are classic, wherever they stand', () => {
  const document = markupToDocument('One.\n\n<h2>Two</h2>\n')
  document.content.unshift(paragraph('First.'))
  const heading: BlockNode = {
    type: 'heading',
    attrs: { level: 3, dir: null, source: null },
    content: [{ type: 'text', text: 'Last' }],
  }
  expect(write(after(document, paragraph('Second < third.'), heading))).toBe(
    'First.\n\nOne.\n\n<h2>Two</h2>\nSecond &lt; third.\n\n<h3>Last</h3>',
  )
})

test('what classic text would take for something else is written so that it is not', () => {
  const document = after(markupToDocument('One.'), paragraph('  spaces at the edges '), {
    type: 'paragraph',
    attrs: { dir: null, source: null },
    content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
  })
  const written = write(document)
  expect(written).toBe('One.\n\n<p>  spaces at the edges </p>\n\na<br />\n<br />\nb')
  expect(unexplainedChanges(document, written, { pictureFor: () => null })).toEqual([])
})

test('a gallery in a classic post makes blocks of all of it: beside a block its paragraphs would be gone', () => {
  const document = after(
    markupToDocument('One\nline.\n\n<p class="x">Two.</p>\n\n[map x="1"]\n\n<p style="color: red">Three</p>'),
    {
      type: 'gallery',
      attrs: { columns: 2, caption: '', source: null },
      content: [
        {
          type: 'picture',
          attrs: { mediaId: null, remoteId: 4, url: 'https://example.org/a.jpg', alt: '', caption: '', source: null },
        },
      ],
    },
  )
  const written = write(document)
  expect(written.startsWith('<!-- wp:paragraph -->\n<p>One<br>line.</p>\n<!-- /wp:paragraph -->\n\n')).toBe(true)
  expect(written).toContain('<!-- wp:paragraph {"className":"x"} -->\n<p class="x">Two.</p>\n<!-- /wp:paragraph -->')
  expect(written).toContain('<!-- wp:shortcode -->\n[map x="1"]\n<!-- /wp:shortcode -->')
  expect(written).toContain('<!-- wp:html -->\n<p style="color: red">Three</p>\n<!-- /wp:html -->')
  expect(unexplainedChanges(document, written, { pictureFor: () => null })).toEqual([])
})

test('made into blocks, no word of a classic post is lost', () => {
  const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
  fc.assert(
    fc.property(classicPost, (markup) => {
      const converted = classicToBlocks(markupToDocument(markup))
      const written = write(converted)
      expect(isClassicMarkup(written)).toBe(false)
      expect(unexplainedChanges(converted, written, { pictureFor: () => null })).toEqual([])
      const spoken = words(documentToText(markupToDocument(markup)))
      expect(words(written)).toEqual(expect.arrayContaining(spoken))
      expect(classicToBlocks(markupToDocument(written))).toEqual(markupToDocument(written))
    }),
    { numRuns: 300 },
  )
})

test('what makes blocks of a classic post is named, also inside a quote', () => {
  const gallery: BlockNode = { type: 'gallery', attrs: { columns: 2, caption: '', source: null }, content: [] }
  const quote: BlockNode = { type: 'blockquote', attrs: { citation: '', source: null }, content: [gallery] }
  expect(blockOnly(after(markupToDocument('One.'), quote))).toBe('gallery')
  expect(blockOnly(after(markupToDocument('One.\n\n[gallery]'), paragraph('Two.')))).toBe(null)
})
