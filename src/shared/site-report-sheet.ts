import { escapeText } from './content/escape-html.ts'
import type { DoctorVisit } from './domain/doctor.ts'
import { paperSheet } from './paper-sheet.ts'
import { t } from './words/t.ts'
import { siteReport, type ReportPart, type TriedLine } from './site-report.ts'

/** The log is for looking up in, the rest for reading: on paper it is small, and no line of it is torn apart between two pages. */
const STYLE = `
h2 { margin: 1.5rem 0 .375rem; font: 600 1.125rem/1.3 Georgia, serif; break-after: avoid; }
h3 { margin: .75rem 0 .25rem; font-size: 1rem; }
ul { margin: .25rem 0; padding-inline-start: 1.25rem; }
dl { margin: .25rem 0; display: grid; grid-template-columns: max-content 1fr; gap: .25rem .75rem; }
dt { color: #545c6b; }
dd { margin: 0; }
.made { margin: .375rem 0 0; color: #545c6b; }
.wrong { margin-block-start: 1.25rem; padding: .75rem 1rem; border-inline-start: 4px solid #b3261e; background: #fdf1ef; break-inside: avoid; }
.wrong h2, .wrong p { margin-block-start: 0; }
.tried { margin: 0; padding: 0; list-style: none; font: .75rem/1.45 ui-monospace, 'DejaVu Sans Mono', Consolas, monospace; overflow-wrap: anywhere; }
.tried li { padding-block: .25rem; padding-inline-start: 1.5rem; text-indent: -1.5rem; border-block-start: 1px solid #ddd6c8; break-inside: avoid; }
.tried div { color: #545c6b; text-indent: 0; }
.tried time { font-size: inherit; }
@media (max-width: 30rem) { dl { display: block; } dd { margin-block-end: .375rem; } }
@media print { body { font-size: 10pt; } h1 { font-size: 17pt; } h2 { font-size: 12pt; margin-block-start: 1rem; } h3 { font-size: 10pt; } .tried { font-size: 7.5pt; } .wrong { background: none; } .made, dt, time, .tried div { color: #333; } }
`

/** The same report, as a page to print or to send as a file. */
export function siteReportSheet(visit: DoctorVisit): string {
  const { title, made, promise, wrong, works, notLookedAt, tried } = siteReport(visit)
  return paperSheet({
    title,
    style: STYLE,
    body: [
      `<p class="made">${escapeText(made)}<br>${escapeText(promise)}</p>`,
      ...wrong.map((part) => `<section${part.isFault ? ' class="wrong"' : ''}>${partHtml(part)}</section>`),
      `<section>${partHtml(works)}</section>`,
      ...(notLookedAt ? [`<section>${partHtml(notLookedAt)}</section>`] : []),
      `<section><h2>${escapeText(t('What was tried (times are UTC)'))}</h2>`,
      `<ol class="tried">${tried.map(triedHtml).join('\n')}</ol></section>`,
    ].join('\n'),
  })
}

function partHtml({ heading, said, points }: ReportPart): string {
  const pairs = said.filter(({ label }) => label !== '')
  return [
    `<h2>${escapeText(heading)}</h2>`,
    ...said.filter(({ label }) => label === '').map(({ text }) => `<p>${words(text)}</p>`),
    ...(pairs.length === 0
      ? []
      : [
          `<dl>${pairs.map(({ label, text }) => `<dt>${escapeText(label)}</dt><dd>${words(text)}</dd>`).join('')}</dl>`,
        ]),
    ...(points.heading === '' || points.texts.length === 0 ? [] : [`<h3>${escapeText(points.heading)}</h3>`]),
    ...(points.texts.length === 0
      ? []
      : [`<ul>${points.texts.map((text) => `<li>${words(text)}</li>`).join('')}</ul>`]),
  ].join('')
}

const triedHtml = ({ at, request, answer, tookMs, headers }: TriedLine): string =>
  `<li><time>${at}</time> ${words(request)} → ${words(answer)} (${tookMs} ms)${headers
    .map(({ name, value }) => `<div>${escapeText(name)}: ${words(value)}</div>`)
    .join('')}</li>`

/** Whatever a site calls itself turns nothing round it about. */
const words = (text: string): string => `<bdi>${escapeText(text)}</bdi>`
