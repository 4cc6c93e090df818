import type { Evidence, Insight, InsightFigures } from '../domain/insight.ts'
import { t } from '../words/t.ts'

type Row = readonly [part: string, item: string, measure: string, value: string | number]

/**
 * The figures and the notes as comma-separated values (RFC 4180, UTF-8 with its mark, which spreadsheets look for): one figure a row, so that any
 * spreadsheet can sum and turn it as it likes.
 */
export function insightTable(insight: Insight, blogName: string): string {
  const { figures, campaign, evidence } = insight
  const rows: Row[] = [
    [t('Part'), t('Item'), t('Measure'), t('Value')],
    [t('Blog'), blogName, t('From', {}, 'first day of a period'), figures.period.from],
    [t('Blog'), blogName, t('To', {}, 'last day of a period'), figures.period.to],
    ...(campaign ? campaignRows(campaign) : []),
    ...totalRows(figures),
    ...figures.months.flatMap(({ month, posts, comments, replies }): Row[] => [
      [t('Month'), month, t('Posts'), posts],
      [t('Month'), month, t('Comments'), comments],
      [t('Month'), month, t('Replies'), replies],
    ]),
    ...figures.languages.map(({ language, posts }): Row => [t('Language'), language, t('Posts'), posts]),
    ...figures.tags.map(({ name, posts }): Row => [t('Tag'), name, t('Posts'), posts]),
    ...figures.mostDiscussed.flatMap(({ title, comments, replies }): Row[] => [
      [t('Post', {}, 'a text on a blog'), title, t('Comments'), comments],
      [t('Post', {}, 'a text on a blog'), title, t('Replies'), replies],
    ]),
    ...evidence.flatMap(evidenceRows),
  ]
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function campaignRows({ name, objective, audience }: NonNullable<Insight['campaign']>): Row[] {
  return [
    [t('Campaign'), name, t('Objective'), objective],
    [t('Campaign'), name, t('Audience'), audience],
  ]
}

function totalRows({ posts, comments, replies, answering }: InsightFigures): Row[] {
  const total = t('Total')
  const { answered, unanswered, medianHours, promise } = answering
  return [
    [total, '', t('Posts'), posts],
    [total, '', t('Comments'), comments],
    [total, '', t('Replies'), replies],
    [total, '', t('Comments answered'), answered],
    [total, '', t('Comments not answered'), unanswered],
    ...(medianHours === null
      ? []
      : [[total, '', t('Hours to the first answer (median)'), Math.round(medianHours * 10) / 10] as const]),
    ...(promise
      ? [
          [total, '', t('Answered in time'), promise.kept] as const,
          [total, '', t('Answered late, or not in time'), promise.broken] as const,
          [total, '', t('Not answered, still in time'), promise.open] as const,
        ]
      : []),
  ]
}

const evidenceRows = ({ happenedOn, kind, who, text, url }: Evidence): Row[] => [
  [evidenceKindWords(kind), happenedOn, who, url === '' ? text : `${text} ${url}`],
]

/** What a note of evidence says, in a word or two. */
export function evidenceKindWords(kind: Evidence['kind']): string {
  switch (kind) {
    case 'quoted':
      return t('Quoted')
    case 'followed':
      return t('Something came of it')
    case 'other':
      return t('Other', {}, 'another kind of evidence')
  }
}

/** A spreadsheet takes what begins with one of these for a formula, and would do what it says. */
const FORMULA = /^[=+\-@\t\r]/

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
