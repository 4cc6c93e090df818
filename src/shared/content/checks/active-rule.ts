import type { Severity } from './finding.ts'
import type { PackRule } from './packs/rule-pack.ts'

/** A rule of a pack with where it comes from. */
export interface ActiveRule extends PackRule {
  /** `house-en/vague-link`. */
  name: string
  language: string
  severity: Severity
}
