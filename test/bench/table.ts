import type { Measure } from './measure.ts'

/** As a table in Markdown, which a terminal shows as well. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = measures.map(({ id, work, ratio, goal, figures }) =>
    [id, work, short(ratio), `≤ ${goal}`, ratio <= goal ? 'met' : 'missed', figuresOf(figures)].join(' | '),
  )
  return [
    '| # | work | ratio | goal | | figures |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}

const figuresOf = (figures: Record<string, number>): string =>
  Object.entries(figures)
    .map(([name, value]) => `${name}=${short(value)}`)
    .join(' ')

const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2))
