import type { ReadableReading } from './readable-reading.ts'

/**
 * The one field that is needed before the desk is open, and so before it is known whose signature its policy bears. null where the
 * machine names no key.
 */
export function escrowKeyIn(reading: ReadableReading): string | null {
  if (reading.found !== 'policy') return null
  const read = reading.read(null)
  return 'trouble' in read ? null : (read.policy.escrowKey ?? null)
}
