import { escapeText } from '../../../shared/content/escape-html.ts'
import { fileNameOf } from '../../../shared/content/interchange/file-name.ts'
import type { PreparedFile } from '../../../shared/domain/interchange.ts'
import type { TrailLine } from '../../../shared/domain/review-file.ts'
import type { Review, TrailSheet } from '../../../shared/domain/review.ts'
import { paperSheet } from '../../../shared/paper-sheet.ts'
import { sealSentence, trailSentence } from '../../../shared/review-sentences.ts'
import type { PreparedFiles } from '../interchange/prepared-files.ts'
import { dateFormat } from '../../../shared/words/date-words.ts'
import { t } from '../../../shared/words/t.ts'

/** In one zone and one calendar, whoever reads it and wherever: it is a record. */
const times = () => dateFormat({ dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** A line is never torn apart between two pages. */
const STYLE = `
.seal { padding: .375rem .75rem; border-inline-start: 4px solid #6d3fb5; background: #f3eefb; }
ol { padding: 0; list-style: none; }
li { padding-block: .5rem; border-block-start: 1px solid #ddd6c8; break-inside: avoid; }
li p { margin: 0; }
time { display: block; }
blockquote { margin: .25rem 0 0; padding-inline-start: .75rem; border-inline-start: 2px solid #ddd6c8; font-family: Georgia, 'Noto Naskh Arabic', serif; }
code { font-size: .75rem; overflow-wrap: anywhere; }
@media print { .seal { background: none; } }
`

/** What became of a text, from the first asking on, for people to read and to keep. */
export function trailSheet(review: Review): TrailSheet {
  const title = review.title.trim() || t('Untitled')
  const round = t('{blog} · round {round, number}', { blog: review.blogName, round: review.round }, 'of a review')
  const seal = sealSentence(review.seal)
  const lines = review.trail.map((line) => ({ at: `${times().format(new Date(line.at))} UTC`, ...told(line) }))
  return {
    title,
    text: [
      title,
      round,
      seal,
      '',
      ...lines.flatMap(({ at, what, said, hash }) => [
        `${at} — ${what}${said ? ':' : '.'}`,
        ...(said ? said.split('\n').map((line) => `    ${line}`) : []),
        ...(hash ? [`    SHA-256 ${hash}`] : []),
      ]),
      '',
    ].join('\n'),
    html: paperSheet({
      title,
      style: STYLE,
      body: [
        `<p dir="auto">${escapeText(round)}</p>`,
        `<p class="seal" dir="auto">${escapeText(seal)}</p>`,
        '<ol>',
        ...lines.map(
          ({ at, what, said, hash }) =>
            `<li><p><time>${at}</time> <span dir="auto">${escapeText(what)}</span></p>` +
            (said ? `<blockquote dir="auto">${escapeText(said).replaceAll('\n', '<br>')}</blockquote>` : '') +
            (hash ? `<p><code>${hash}</code></p>` : '') +
            '</li>',
        ),
        '</ol>',
      ].join('\n'),
    }),
  }
}

export function writeTrailSheet(prepared: PreparedFiles, review: Review): PreparedFile {
  const { title, html } = trailSheet(review)
  const bytes = new TextEncoder().encode(html)
  return prepared.put({
    fileName: fileNameOf(t('{title} trail', { title }, 'name of a file'), 'html'),
    mimeType: 'text/html',
    bytes,
  })
}

/** How many suggestions somebody made is said in the sentence. */
const told = (line: TrailLine) => ({
  what: trailSentence(line),
  said: line.act === 'suggested' ? '' : line.words,
  hash: line.hash,
})
