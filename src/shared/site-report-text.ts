import type { DoctorVisit } from './domain/doctor.ts'
import { t } from './words/t.ts'
import { siteReport, type ReportPart, type TriedLine } from './site-report.ts'

/**
 * One page of plain text for who runs the site: what is wrong, what was expected, what to change, and each request as it
 * stands in their log.
 */
export function siteReportText(visit: DoctorVisit): string {
  const { title, made, promise, wrong, works, notLookedAt, tried } = siteReport(visit)
  return [
    headingOf(title),
    '',
    made,
    promise,
    '',
    ...[...wrong, works, ...(notLookedAt ? [notLookedAt] : [])].flatMap((part) => [...partLines(part), '']),
    t('WHAT WAS TRIED (times are UTC)'),
    ...tried.flatMap(triedLines),
    '',
  ].join('\n')
}

/** `THE CAUSE: Sign-in`. */
const headingOf = (heading: string): string => heading.replace(/^[^:]+/, (words) => words.toUpperCase())

function partLines({ heading, isFault, said, points }: ReportPart): string[] {
  const indent = isFault ? '  ' : ''
  return [
    headingOf(heading),
    ...said.map(({ label, text }) => `${indent}${label === '' ? '' : `${label} `.padEnd(15)}${text}`),
    ...(points.heading === '' || points.texts.length === 0 ? [] : [`${indent}${points.heading}`]),
    ...points.texts.map((text) => `${indent}- ${text}`),
  ]
}

const triedLines = ({ at, request, answer, tookMs, headers }: TriedLine): string[] => [
  `${at}  ${request}  ->  ${answer}  (${tookMs} ms)`,
  ...headers.map(({ name, value }) => `            ${name}: ${value}`),
]
