import type { PolicyReading } from '../../../shared/domain/policy.ts'
import { readPolicy } from './read-policy.ts'

/**
 * The one field that is needed before the desk is open, and so before it is known whose signature its policy bears. null where the
 * machine names no key.
 */
export function escrowKeyIn(reading: PolicyReading): string | null {
  if (reading.found !== 'policy') return null
  const read = readPolicy(reading.value, null)
  return 'trouble' in read ? null : (read.policy.escrowKey ?? null)
}
