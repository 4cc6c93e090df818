import type { Measure } from './measure.ts'

const HEAD = ['#', 'work', 'ratio', 'goal', '', 'peers', 'figures']

/** As a table in Markdown, which a terminal shows as well. */
export const tableOf = (measures: readonly Measure[]): string => markdownTable(HEAD, measures.map(cellsOf))

export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

export const cellsOf = ({ id, work, ratio, goal, figures, peers = {} }: Measure): string[] => [
  id,
  work,
  short(ratio),
  goal === null ? '–' : `≤ ${goal}`,
  verdict(ratio, goal),
  said(peers),
  said(figures),
]

function verdict(ratio: number, goal: number | null): string {
  if (goal === null) return ''
  return ratio <= goal ? 'met' : 'missed'
}

const said = (numbers: Record<string, number>): string =>
  Object.entries(numbers)
    .map(([name, value]) => `${name}=${short(value)}`)
    .join(' ')

const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2))
