import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableHtml } from '../../../src/main/core/reading/readable-html.ts'
import { expectNearLinear } from '../../support/work-growth.ts'

const BASE = 'https://neighbour.example/2026/rain/'
const read = (html: string): string => readableHtml(html, BASE)

test.each([
  ['<h2>Rain</h2><p>It rains.</p>', '<p><strong>Rain</strong></p><p>It rains.</p>'],
  ['<div>One</div><div>Two <b>bold</b></div>', '<p>One</p><p>Two <b>bold</b></p>'],
  ['Loose words<br>and more', '<p>Loose words<br>and more</p>'],
  ['<div dir="rtl"><p>سلام</p>بله</div>', '<p dir="rtl">سلام</p><p dir="rtl">بله</p>'],
  ['<ul><li>One<ul><li>Deep</li></ul></li><li></li></ul>', '<ul><li><p>One</p><ul><li>Deep</li></ul></li></ul>'],
  ['<blockquote><p>Said.</p></blockquote>', '<blockquote><p>Said.</p></blockquote>'],
  ['<table><tr><th>Day</th><td>Rain</td></tr></table>', '<p>Day · Rain</p>'],
  ['<a href="../sun">Sun</a>', '<p><a href="https://neighbour.example/2026/sun">Sun</a></p>'],
  ['<a href="javascript:alert(1)">Sun</a>', '<p>Sun</p>'],
  [
    '<figure><img src="/a.jpg" alt="A &amp; B"><figcaption>C</figcaption></figure>',
    '<p><a href="https://neighbour.example/a.jpg">[Picture: A &amp; B]</a></p><p>C</p>',
  ],
  ['<p>Seen<img src="https://count.example/1.gif" width="1" height="1"></p>', '<p>Seen</p>'],
  ['<img src="data:image/png;base64,AAAA" alt="In it">', '<p><em>[Picture: In it]</em></p>'],
  ['<iframe src="https://video.example/1"></iframe>', '<p><a href="https://video.example/1">[Page inside]</a></p>'],
  ['<video><source src="a.mp4"></video>', '<p><a href="https://neighbour.example/2026/rain/a.mp4">[Video]</a></p>'],
  ['<script>evil()</script><style>p{}</style><form><input value=x></form><p>Words</p>', '<p>Words</p>'],
  ['<span dir="rtl">بله</span> and <u>under</u>', '<p><bdi dir="rtl">بله</bdi> and under</p>'],
  ['<p lang="vi" onclick="evil()" dir="x">Mưa</p>', '<p lang="vi">Mưa</p>'],
])('%s', (html, expected) => {
  expect(read(html)).toBe(expected)
})

test('no tag but those of a comment, and no attribute but where a link leads and how words run', () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'h1',
    'a',
    'img',
    'script',
    'svg',
    'math',
    'table',
    'tr',
    'td',
    'li',
    'ul',
    'iframe',
    'object',
    'style',
    'b',
    'bdo',
    'template',
    'pre',
    'blockquote',
  )
  const attribute = fc.constantFrom(
    '',
    ' onclick=evil()',
    ' href="javascript:evil()"',
    ' src=//x.example/a',
    ' style="x"',
    ' dir=rtl',
    ' lang="en\\"><script>"',
    ' srcdoc="<script>"',
  )
  const piece = fc.oneof(
    fc.tuple(tag, attribute, fc.boolean()).map(([name, text, isEnd]) => (isEnd ? `</${name}>` : `<${name}${text}>`)),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const KNOWN =
    /^<\/?(?:a|abbr|b|bdi|blockquote|br|cite|code|del|em|i|li|ol|p|pre|q|s|strong|ul)(?: (?:href="https?:[^"<>]*"|href="mailto:[^"<>]*"|dir="(?:ltr|rtl|auto)"|lang="[\w-]+"))*>$/
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const [found] of read(pieces.join('')).matchAll(/<[^>]*>?/g)) expect(found).toMatch(KNOWN)
    }),
    { numRuns: 500 },
  )
})

test('the work grows with the length, however it is nested', () => {
  expectNearLinear((count) => {
    const html = `<div><blockquote>x`.repeat(count)
    return () => void read(html)
  })
})
