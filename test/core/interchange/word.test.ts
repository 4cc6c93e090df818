import { expect, test } from 'vitest'
import { htmlToMarkup } from '../../../src/shared/content/interchange/html-to-markup.ts'
import { htmlToWord } from '../../../src/main/core/interchange/html-to-word.ts'
import { readWord } from '../../../src/main/core/interchange/read-word.ts'
import { writeZip } from '../../../src/main/core/interchange/write-zip.ts'
import { solidPng } from '../../support/pictures.ts'
test('x', async () => {
  void solidPng
  const bytes = await htmlToWord({
    title: 'T', byline: 'b', language: 'fa', direction: 'rtl', footnotes: [{ id: 'n1', html: 'The <em>note</em>' }],
    html: '<h2>H</h2><p>سلام <strong>bold</strong> <a href="https://a.example/">link</a><sup data-fn="n1" class="fn"><a href="#n1">1</a></sup></p><ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>x<br>y</td></tr></tbody></table><blockquote><p>q</p><cite>c</cite></blockquote><pre>code\n more</pre>',
    pictures: new Map(),
  })
  const { writeFileSync } = await import('node:fs')
  writeFileSync('/tmp/inout.docx', bytes)
  const word = await readWord('a.docx', bytes)
  console.log(word)
  console.log(htmlToMarkup(word.html, () => 'id').markup)
  void expect
  void writeZip
})
