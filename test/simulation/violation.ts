/** The figures a run is judged by; each has to be nothing. */
export const figures = ['lost', 'dup_public', 'dup_final', 'unsolicited', 'stuck', 'broken'] as const
export type Figure = (typeof figures)[number]

/** An invariant that did not hold. `rule` is its number in docs, such as `I3`. */
export class Violation extends Error {
  readonly figure: Figure
  readonly rule: string
  constructor(figure: Figure, rule: string, what: string) {
    super(`${rule} (${figure}): ${what}`)
    this.name = 'Violation'
    this.figure = figure
    this.rule = rule
  }
}
