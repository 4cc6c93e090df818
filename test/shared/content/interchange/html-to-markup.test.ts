import { expect, test } from 'vitest'
import { htmlToMarkup } from '../../../../src/shared/content/interchange/html-to-markup.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'
import { AppError } from '../../../../src/shared/errors.ts'

function read(html: string) {
  let made = 0
  return htmlToMarkup(html, () => `note-${(made += 1)}`)
}
const blocksOf = (html: string) => markupToDocument(read(html).markup).content.map(({ type }) => type)

test('headings, paragraphs, lists and quotes come over as blocks that are edited as such', () => {
  expect(
    blocksOf(
      '<h2>Doors</h2><p>One <b>two</b> <a href="https://a.example/">three</a></p><ul><li>a<ol start="3"><li>b</li></ol></li></ul><blockquote><p>q</p><cite>Lan</cite></blockquote><pre>x</pre><hr>',
    ),
  ).toEqual(['heading', 'paragraph', 'bulletList', 'blockquote', 'codeBlock', 'horizontalRule'])
})

test('text without any tag of a block, and blocks in layout tags, are paragraphs', () => {
  expect(read('Loose words <div>more<section><p>and more</p></section></div>').markup.match(/<p>.*<\/p>/g)).toEqual([
    '<p>Loose words</p>',
    '<p>more</p>',
    '<p>and more</p>',
  ])
})

test('nothing that runs comes over, whatever it is hidden in', () => {
  const { markup, dropped } = read(
    '<script>steal()</script><p onclick="x()">a <a href="javascript:x()">b</a><img src="javascript:x()"></p>' +
      '<details ontoggle="x()"><summary>c</summary><script>x()</script><a href="data:text/html,x">d</a></details><style>p{}</style><object data="x"></object>',
  )
  expect(markup).not.toMatch(/script|onclick|ontoggle|data:|style|object/)
  expect(markup).toContain('<summary>c</summary>')
  expect([...dropped]).toEqual([
    ['script', 1],
    ['img', 1],
    ['object', 1],
  ])
})

test('what is no block here stays as custom HTML', () => {
  expect(read('<details><summary>More</summary><p>Hidden</p></details>').markup).toBe(
    '<!-- wp:html -->\n<details><summary>More</summary><p>Hidden</p></details>\n<!-- /wp:html -->',
  )
})

test('merged cells, head and caption of a table come over', () => {
  const { markup } = read(
    '<table><caption>Counts</caption><thead><tr><th>A</th><th>B</th></tr></thead><tr><td colspan="2"><p>x</p><p>y</p></td></tr></table>',
  )
  expect(markup).toContain(
    '<figure class="wp-block-table"><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td colspan="2">x<br>y</td></tr></tbody></table><figcaption class="wp-element-caption">Counts</figcaption></figure>',
  )
})

test('a table of tables is layout: its texts come over, one after the other', () => {
  expect(read('<table><tr><td><p>a</p><table><tr><td>b</td></tr></table></td></tr></table>').markup).toMatch(
    /<p>a<\/p>[\s\S]*<td>b<\/td>/,
  )
})

test('a raised number and the list it leads to become a footnote', () => {
  const { markup, footnotes } = read(
    '<p>Said<sup><a href="#fn1" id="r1">1</a></sup>.</p><section><hr><ol><li id="fn1"><p>By <em>whom</em>. <a href="#r1">↩︎</a></p></li></ol></section>',
  )
  expect(footnotes).toEqual([{ id: 'note-1', html: 'By <em>whom</em>.' }])
  expect(markup).toContain('Said<sup data-fn="note-1" class="fn"><a href="#note-1" id="note-1-link">1</a></sup>.</p>')
  expect(markup.endsWith('<!-- wp:footnotes /-->')).toBe(true)
})

test('a paragraph in Arabic letters is written from right to left', () => {
  expect(read('<p>مرحبا</p><p>Hello</p><p dir="ltr">سلام</p>').markup.match(/<p.*?>/g)).toEqual([
    '<p dir="rtl">',
    '<p>',
    '<p>',
  ])
})

test('a passage in another language keeps its language', () => {
  expect(read('<p>He said <span lang="fa" dir="rtl" style="color:red">سلام</span>.</p>').markup).toContain(
    '<span lang="fa" dir="rtl">سلام</span>',
  )
})

test('language, direction and title of the page are read', () => {
  expect(
    read('<html lang="fa" dir="rtl"><head><title> A title </title></head><body><p>x</p></body></html>'),
  ).toMatchObject({
    language: 'fa',
    direction: 'rtl',
    title: 'A title',
  })
})

test('each picture is named once, by where it is', () => {
  const { images, markup } = read(
    '<p>a<img src="x.png" alt="X">b</p><figure><img src="data:image/png;base64,AAAA"><figcaption>Cap</figcaption></figure><img src="x.png">',
  )
  expect(images).toEqual([
    { ref: 'x.png', address: 'x.png' },
    { ref: 'picture-2', address: 'data:image/png;base64,AAAA' },
  ])
  expect(markup.match(/<img[^>]*>/g)).toEqual([
    '<img src="x.png" alt="X"/>',
    '<img src="picture-2" alt=""/>',
    '<img src="x.png" alt=""/>',
  ])
})

test('a million tags are refused, and ten thousand deep ones are read', () => {
  expect(() => read('<b>'.repeat(600_000))).toThrow(AppError)
  expect(read(`${'<div>'.repeat(10_000)}deep`).markup).toContain('<p>deep</p>')
})
