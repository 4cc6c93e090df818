import type { FaultCounts } from './random-faults.ts'

/** What a flight must end without. */
export interface Violations {
  /** An act that is not on the site, or a text that is not in the laptop's history. */
  lost: number
  /** Public posts and comments beyond one for each act. */
  dupPublic: number
  /** Drafts beyond one for each act, public ones not counted. */
  dupFinal: number
  /** What nobody asked for: on the site, or a password sent to another host. */
  unsolicited: number
  /** Entries of the outbox that do not end although the line is good. */
  stuck: number
}

export interface FlightReport {
  seed: string
  requests: number
  faults: FaultCounts
  violations: Violations
  /** Pictures uploaded beyond one; the library keeps them, because the desk never deletes a file on a blog. */
  spareFiles: number
  /** One line for each violation. */
  notes: string[]
}

export const noViolations: Violations = { lost: 0, dupPublic: 0, dupFinal: 0, unsolicited: 0, stuck: 0 }

export const hasViolation = ({ violations }: Pick<FlightReport, 'violations'>): boolean =>
  Object.values(violations).some((count: number) => count > 0)

/** `lost=0 dup_public=0 …`, as it is printed. */
export const violationWords = (violations: Violations): string =>
  Object.entries(violations)
    .map(([name, count]) => `${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}=${String(count)}`)
    .join(' ')

export function sumFlights(reports: FlightReport[]): Omit<FlightReport, 'seed'> {
  const sum: Omit<FlightReport, 'seed'> = {
    requests: 0,
    faults: {},
    violations: { ...noViolations },
    spareFiles: 0,
    notes: [],
  }
  for (const report of reports) {
    sum.requests += report.requests
    sum.spareFiles += report.spareFiles
    sum.notes.push(...report.notes.map((note) => `${report.seed}: ${note}`))
    for (const [name, count] of Object.entries(report.faults)) sum.faults[name] = (sum.faults[name] ?? 0) + count
    for (const name of Object.keys(noViolations) as (keyof Violations)[])
      sum.violations[name] += report.violations[name]
  }
  return sum
}
