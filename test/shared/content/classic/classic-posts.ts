import * as fc from 'fast-check'

/** Pieces of classic posts as the editors before 5.0 left them, and what people typed into their HTML. */
export const CLASSIC_PIECES = [
  'The reading room opens at nine.',
  'It has <strong>two</strong> tables &amp; a <a href="https://example.org/?a=1&amp;b=2" target="_blank">shelf</a>.',
  'Ministry of Foreign Affairs\nUnter den Linden 1\n10117 Berlin',
  'First line<br />\nsecond line',
  'R&D, <em>five</em> < six',
  'تفتح القاعة أبوابها صباحا',
  '<p style="text-align: center;">In the middle</p>',
  '<p dir="rtl">باز است</p>',
  '<h2>Where to find us</h2>',
  '<h3 id="hours">Hours</h3>',
  '<ul>\n \t<li>Passports</li>\n \t<li>Visas\n<ul>\n \t<li>Students</li>\n</ul>\n</li>\n</ul>',
  '<ol start="3">\n<li>Three</li>\n<li>Four</li>\n</ol>',
  '<blockquote>We do not know him.\n\nWe never met.</blockquote>',
  '<blockquote><p>So she said.</p><cite>The <a href="/x">minister</a></cite></blockquote>',
  '<img class="alignleft size-medium wp-image-12" src="https://example.org/room.jpg" alt="The room" width="300" height="200" />',
  '<a href="https://example.org/room-large.jpg"><img class="alignnone size-full wp-image-13" src="https://example.org/r.jpg" alt="" /></a>',
  '[caption id="attachment_12" align="aligncenter" width="300"]<img class="size-medium wp-image-12" src="https://example.org/room.jpg" alt="The room" width="300" height="200" /> The room, with <em>readers</em>[/caption]',
  '<table>\n<tbody>\n<tr>\n<td>Monday</td>\n<td>9–17</td>\n</tr>\n</tbody>\n</table>',
  '<pre>two  spaces\n  and lines</pre>',
  '<hr />',
  '<!--more-->',
  '<!--nextpage-->',
  'https://www.youtube.com/watch?v=abc',
  '[gallery ids="1,2"]',
  '[contact-form to="x@example.org"]',
  '<div class="box">\nA box\n\nwith two paragraphs\n</div>',
  '<iframe src="https://example.org/map" width="400"></iframe>',
  '<p>Never closed',
  'An <em>open tag',
  '[1] A note',
  '<!-- a remark -->',
]

const gap = fc.constantFrom('\n\n', '\n\n', '\n\n\n', '\r\n\r\n', '\n \n')

/** A classic post, and its pieces. */
export const classicPost: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...CLASSIC_PIECES), gap), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.map(([text, between], index) => (index === 0 ? text : between + text)).join(''))
