import { escapeText } from '../../../shared/content/escape-html.ts'
import type { TrailLine } from '../../../shared/domain/review-file.ts'
import type { Review, TrailSheet } from '../../../shared/domain/review.ts'
import { sealSentence, trailSentence } from '../../../shared/review-sentences.ts'

/** In one zone and one calendar, whoever reads it and wherever: it is a record. */
const TIMES = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** What became of a text, from the first asking on, for people to read and to keep. */
export function trailSheet(review: Review): TrailSheet {
  const title = review.title.trim() || 'Untitled'
  const about = [`${review.blogName} · round ${review.round}`, sealSentence(review.seal)]
  const lines = review.trail.map((line) => ({ at: `${TIMES.format(new Date(line.at))} UTC`, ...told(line) }))
  return {
    title,
    text: [
      title,
      ...about,
      '',
      ...lines.flatMap(({ at, what, said, hash }) => [
        `${at} — ${what}${said ? ':' : '.'}`,
        ...(said ? said.split('\n').map((line) => `    ${line}`) : []),
        ...(hash ? [`    SHA-256 ${hash}`] : []),
      ]),
      '',
    ].join('\n'),
    html: [
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeText(title)}</title></head><body>`,
      `<h1 dir="auto">${escapeText(title)}</h1>`,
      ...about.map((line) => `<p dir="auto">${escapeText(line)}</p>`),
      '<ol>',
      ...lines.map(
        ({ at, what, said, hash }) =>
          `<li><p><time>${at}</time> <span dir="auto">${escapeText(what)}</span></p>` +
          (said ? `<blockquote dir="auto">${escapeText(said).replaceAll('\n', '<br>')}</blockquote>` : '') +
          (hash ? `<p><code>${hash}</code></p>` : '') +
          '</li>',
      ),
      '</ol></body></html>',
    ].join('\n'),
  }
}

/** How many suggestions somebody made is said in the sentence. */
const told = (line: TrailLine) => ({
  what: trailSentence(line),
  said: line.act === 'suggested' ? '' : line.words,
  hash: line.hash,
})
