import { readFrontMatter } from '../../../../src/shared/content/front-matter.ts'
import { expect, test } from 'vitest'
import { htmlToMarkup } from '../../../../src/shared/content/interchange/html-to-markup.ts'
import { markdownToHtml } from '../../../../src/shared/content/interchange/markdown-to-html.ts'
import { markupToMarkdown } from '../../../../src/shared/content/interchange/markup-to-markdown.ts'
import type { StoredFootnote } from '../../../../src/shared/content/footnotes-meta.ts'

const FIELDS = { title: 'T', excerpt: '', language: '', direction: 'ltr', categories: [], tags: [] } as const

function countedIds(): () => string {
  let made = 0
  return () => `note-${(made += 1)}`
}
const fromHtml = (html: string) => htmlToMarkup(html, countedIds())
function written(markup: string, footnotes: readonly StoredFootnote[] = []): string {
  return readFrontMatter(markupToMarkdown(markup, footnotes, FIELDS, (src) => src)).body.trim()
}
function readBack(markdown: string) {
  const { html, keptMarkup } = markdownToHtml(markdown)
  return htmlToMarkup(html, countedIds(), keptMarkup)
}

test.each([
  ['headings', '<h1>One</h1><h3>Three <em>x</em></h3>'],
  ['marks', '<p>a <strong>b <em>c</em></strong> <s>d</s> <code>e `f`</code> H<sub>2</sub>O</p>'],
  [
    'signs that mean something',
    '<p>*a* _b_ [c] `d` \\ &lt;e&gt; &amp;amp; snake_case 2 * 3 &amp; more</p><p># no</p><p>- no</p><p>1. no</p><p>&gt; no</p><p>+ no</p>',
  ],
  ['breaks', '<p>one<br>two</p>'],
  ['links', '<p><a href="https://a.example/?a=1&amp;b=2">x [y]</a> <a href="/a%20(b)">z</a></p>'],
  [
    'nested lists',
    '<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d<ol start="4"><li>e</li></ol></li></ul><ol start="7"><li>f</li></ol>',
  ],
  ['a quote with its source', '<blockquote><p>a</p><p>b</p><cite>Lan</cite></blockquote>'],
  ['code with fences and markup in it', '<pre>```\n&lt;!-- wp:paragraph --&gt;\n\nx\n</pre>'],
  [
    'a table',
    '<table><thead><tr><th>A|B</th><th>C</th></tr></thead><tbody><tr><td>x<br>y</td><td><b>z</b></td></tr></tbody></table>',
  ],
  ['a picture', '<figure><img src="pictures/a.png" alt="A [door]"><figcaption>“Cap” \\ "q"</figcaption></figure>'],
  ['a rule', '<p>a</p><hr><p>b</p>'],
  ['a passage in another language', '<p>x <span lang="fa" dir="rtl">سلام</span></p>'],
  ['right to left', '<p>سلام</p><ul><li>یک</li></ul>'],
])('%s say the same after a way through Markdown', (_what, html) => {
  const { markup } = fromHtml(html)
  expect(readBack(written(markup)).markup).toBe(markup)
})

test('footnotes go as numbers and come back as footnotes', () => {
  const { markup, footnotes } = fromHtml(
    '<p>a<sup><a href="#x">1</a></sup> b<sup><a href="#y">2</a></sup></p><ol><li id="x">first</li><li id="y">second <em>one</em></li></ol>',
  )
  const markdown = written(markup, footnotes)
  expect(markdown).toBe('a[^1] b[^2]\n\n[^1]: first\n\n[^2]: second *one*')
  expect(readBack(markdown)).toMatchObject({ markup, footnotes })
})

test('a block that Markdown has no words for goes through byte for byte', () => {
  const markup =
    '<!-- wp:acme/map {"zoom":3,"label":"a -\\u002d b"} -->\n<div class="map"  >\n\n  <p>x</p></div>\n<!-- /wp:acme/map -->'
  expect(written(`<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->\n\n${markup}`)).toBe(`a\n\n${markup}`)
  expect(readBack(`a\n\n${markup}\n\nb`).markup).toContain(`\n\n${markup}\n\n`)
})

test('block markup inside of code is code', () => {
  const { markup } = readBack('```html\n<!-- wp:acme/map /-->\n```')
  expect(markup).toContain('<code>&lt;!-- wp:acme/map /--&gt;</code>')
})

test('merged cells stay a table of the blog', () => {
  const { markup } = fromHtml('<table><tr><td colspan="2">a</td></tr></table>')
  expect(written(markup)).toBe(markup)
})

test('the fields stand in front, and are read from there', () => {
  const fields = {
    title: 'Doors: "open" \\ shut',
    excerpt: 'Two\nlines',
    language: 'fa',
    direction: 'rtl',
    categories: ['a, b'],
    tags: ["it's", 'c'],
  } as const
  expect(readFrontMatter(markupToMarkdown('', [], fields, (src) => src)).fields).toEqual({
    ...fields,
    excerpt: 'Two lines',
    ignoredFields: [],
  })
})
