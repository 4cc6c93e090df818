import type { Measure } from './measure.ts'

const HEAD = ['#', 'work', 'ratio', 'goal', '', 'peers', 'figures']

/** Of the issue that names them; what is only ours comes after. */
const LETTERS = ['P', 'S', 'F', 'E', 'U']

function placeOf({ id }: Measure): number {
  const place = LETTERS.findIndex((letter) => new RegExp(`^${letter}\\d`).test(id))
  return place === -1 ? LETTERS.length : place
}

/** Those of one letter stay as they came. */
export const inOrder = (measures: readonly Measure[]): Measure[] =>
  measures.toSorted((one, other) => placeOf(one) - placeOf(other))

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
