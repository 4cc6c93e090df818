import type { Policy, PolicyFault, PolicyStatus, PolicyTrouble } from '../../../shared/domain/policy.ts'
import type { Log } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { ReadableReading } from './readable-reading.ts'
import { STRICTEST } from './strictest-policy.ts'

const KEY = 'policy'

interface Kept extends PolicyStatus {
  inForce: Policy
  place: string
  /** Whoever signed it; every later one has to bear the same signature. */
  signedBy: string | null
}

const keptIn = (desk: Desk): Kept | null => desk.settings.find(KEY) as Kept | null

/** What holds on this desk; an empty policy where nobody manages it. Read where it counts, so that nothing has to be handed down to there. */
export const policyInForce = (desk: Desk): Policy => keptIn(desk)?.inForce ?? {}

export function policyStatus(desk: Desk): PolicyStatus {
  const kept = keptIn(desk)
  if (!kept) return { inForce: null, place: null, faults: [], trouble: null }
  const { inForce, place, faults, trouble } = kept
  return { inForce, place, faults, trouble }
}

/**
 * Takes what the machine has now. What cannot be taken never weakens: the last policy that could be stays in force, over a restart too; a desk
 * that never had one is held to the strictest. A machine that has none any more is free again, unless its policy was signed: then
 * only a signed one that says nothing ends it. Returns whether anything changed.
 */
export function takePolicy(desk: Desk, reading: ReadableReading, log: Log): boolean {
  const before = keptIn(desk)
  const after = decide(before, reading)
  if (JSON.stringify(before) === JSON.stringify(after)) return false
  desk.settings.put(KEY, after)
  logTaken(after, log)
  return true
}

function decide(before: Kept | null, reading: ReadableReading): Kept | null {
  switch (reading.found) {
    case 'nothing':
      return before?.signedBy ? { ...before, trouble: 'signature' } : null
    case 'unreadable':
      return inTrouble(before, reading.place, 'unreadable')
    case 'policy': {
      const read = reading.read(before?.signedBy ?? null)
      if ('trouble' in read) return inTrouble(before, reading.place, read.trouble)
      const { policy, faults, signedBy } = read
      if (Object.keys(policy).length === 0 && faults.length === 0) return null
      return { inForce: policy, place: reading.place, faults, trouble: null, signedBy }
    }
  }
}

function inTrouble(before: Kept | null, place: string, trouble: PolicyTrouble): Kept {
  return before
    ? { ...before, place, trouble }
    : { inForce: STRICTEST, place, faults: [] satisfies PolicyFault[], trouble, signedBy: null }
}

function logTaken(kept: Kept | null, log: Log): void {
  if (!kept) {
    log.info('policy.none', {})
    return
  }
  const { inForce, faults, trouble, signedBy } = kept
  log.info('policy.in-force', { fields: Object.keys(inForce).toSorted().join(), isSigned: signedBy !== null })
  for (const { field, taken } of faults) log.warn('policy.field-does-not-fit', { field, taken })
  if (trouble !== null) log.error('policy.not-taken', { trouble })
}
