import { expect, it } from 'vitest'
import { cleanCommentHtml, cleanPostHtml } from '../../../src/main/core/practice-blog/clean-html.ts'

it.each([
  ['scripts go and their text stays', '<script>a()</script>b', 'a()b'],
  ['frames go', 'a<iframe src="https://x.example"></iframe>b', 'ab'],
  ['handlers go', '<p onclick="x()" class="k">a</p>', '<p class="k">a</p>'],
  ['script addresses go', '<a href="javascript:x()">a</a>', '<a href="x()">a</a>'],
  ['lone signs become entities', 'a & b < c &amp; d', 'a &amp; b &lt; c &amp; d'],
  ['blocks nobody knows stay', '<!-- wp:my/thing {"a":"b"} /-->', '<!-- wp:my/thing {"a":"b"} /-->'],
  ['tables stay', '<table><tr><td colspan="2">a</td></tr></table>', '<table><tr><td colspan="2">a</td></tr></table>'],
])('in a post %s', (_fact, sent, kept) => {
  expect(cleanPostHtml(sent)).toBe(kept)
})

it('a comment keeps words in bold and links, no more', () => {
  expect(cleanCommentHtml('<h2>a</h2> <b>b</b> <a href="https://x.example">c</a> <img src="d">')).toBe(
    'a <b>b</b> <a href="https://x.example">c</a> ',
  )
})
