import { CHECKLIST, type Line } from './checklist.ts'

/** What a runner said of one test. `name`: of its groups and itself, with spaces between. */
export interface Outcome {
  /** From the root of the project, with forward strokes. */
  file: string
  name: string
  state: 'passed' | 'failed' | 'skipped'
}

export interface Judged {
  area: string
  line: Line
  state: 'holds' | 'fails' | 'not-shown'
  /** What of the evidence was seen, by its words, and what keeps it from holding. */
  passed: number
  faults: string[]
}

/** Every line of the list by what the runners said. A test that is not there, or was skipped, shows nothing. */
export function judge(outcomes: readonly Outcome[], checklist = CHECKLIST): Judged[] {
  return Object.entries(checklist).flatMap(([area, lines]) =>
    lines.map((line): Judged => {
      const seen = line.evidence.map((evidence) => ({
        evidence,
        found: outcomes.filter((each) => isNamed(each, evidence)),
      }))
      const found = seen.flatMap((each) => each.found)
      const failed = found.filter(({ state }) => state === 'failed')
      const skipped = found.filter(({ state }) => state === 'skipped')
      const absent = seen.filter((each) => each.found.length === 0)
      const faults = [
        ...failed.map(({ file, name }) => `failed: ${file} > ${name}`),
        ...skipped.map(({ file, name }) => `skipped: ${file} > ${name}`),
        ...absent.map(({ evidence }) => `was not run: ${evidence}`),
        ...(line.evidence.length === 0 ? ['nothing is named that would show it'] : []),
      ]
      const state = failed.length > 0 ? 'fails' : faults.length > 0 ? 'not-shown' : 'holds'
      return { area, line, state, passed: found.filter((each) => each.state === 'passed').length, faults }
    }),
  )
}

export const filesOf = (checklist = CHECKLIST): string[] => [
  ...new Set(
    Object.values(checklist)
      .flat()
      .flatMap(({ evidence }) => evidence.map((each) => each.split(' > ')[0] ?? each)),
  ),
]

function isNamed({ file, name }: Outcome, evidence: string): boolean {
  const [inFile, title] = evidence.split(' > ')
  if (file !== inFile) return false
  if (title === undefined) return true
  const [first = '', ...rest] = title.split('…')
  if (rest.length === 0) return name === first
  const last = rest.pop() ?? ''
  if (!name.startsWith(first) || !name.slice(first.length).endsWith(last)) return false
  let middle = name.slice(first.length, name.length - last.length)
  return rest.every((part) => {
    const at = middle.indexOf(part)
    middle = middle.slice(at + part.length)
    return at !== -1
  })
}

/** The list as a person reads it, one line a claim. */
export function sheetOf(judged: readonly Judged[]): string {
  const sign = { holds: 'ok  ', fails: 'FAIL', 'not-shown': 'OPEN' }
  const rows: string[] = []
  let area = ''
  for (const each of judged) {
    if (each.area !== area) rows.push('', each.area)
    area = each.area
    rows.push(`  ${sign[each.state]}  ${each.line.claim} (${each.passed} ${each.passed === 1 ? 'test' : 'tests'})`)
    if (each.line.limit !== undefined) rows.push(`        ${each.line.limit}`)
    for (const fault of each.faults) rows.push(`        ${fault}`)
  }
  const count = (state: Judged['state']): number => judged.filter((each) => each.state === state).length
  rows.push(
    '',
    `${judged.length} lines: ${count('holds')} hold, ${count('fails')} fail, ${count('not-shown')} not shown`,
  )
  return rows.join('\n')
}
