import { expect, test } from 'vitest'
import { htmlTree, writeHtmlTree } from '../../../src/shared/content/interchange/html-tree.ts'
import { keepTags } from '../../../src/shared/content/keep-tags.ts'

const kept = (html: string): string =>
  writeHtmlTree(keepTags(htmlTree(html), { tags: new Set(['p', 'em', 'a']), attributes: new Set(['href']) }))

test('only the named tags and attributes stay, and of the others the words', () => {
  expect(kept('<p class=x>One <EM onclick=y>two</EM> <font>three</font> <a href="z" id=q>four</a></p>')).toBe(
    '<p>One <em>two</em> three <a href="z">four</a></p>',
  )
})

test('words of two cells or headings do not run together', () => {
  expect(kept('<table><tr><td>one</td><td>two</td></tr></table>').replaceAll(/ +/g, ' ').trim()).toBe('one two')
})

test.each(['<script>x</script>', '<style>x</style>', '<svg><desc>x</desc></svg>', '<template><p>x</p></template>'])(
  'what nobody reads is left out: %s',
  (html) => {
    expect(kept(`a${html}b`)).toBe('ab')
  },
)

test('an element that is called as something of every object is an element like others', () => {
  expect(kept('<constructor>a</constructor><valueof>b</valueof>')).toBe('ab')
})
