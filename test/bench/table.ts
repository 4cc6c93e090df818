import type { Measure } from './measure.ts'

/** As a table in Markdown, which a terminal shows as well. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = measures.map(({ id, work, ratio, goal, figures, peers = {} }) =>
    [id, work, short(ratio), goalWords(goal), verdict(ratio, goal), said(peers), said(figures)].join(' | '),
  )
  return [
    '| # | work | ratio | goal | | peers | figures |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}

const goalWords = (goal: number | null): string => (goal === null ? '–' : `≤ ${goal}`)

function verdict(ratio: number, goal: number | null): string {
  if (goal === null) return ''
  return ratio <= goal ? 'met' : 'missed'
}

const said = (numbers: Record<string, number>): string =>
  Object.entries(numbers)
    .map(([name, value]) => `${name}=${short(value)}`)
    .join(' ')

const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2))
