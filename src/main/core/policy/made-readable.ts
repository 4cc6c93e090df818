import type { PolicyReading } from '../../../shared/domain/policy.ts'
import type { ReadableReading } from './readable-reading.ts'

/** Most machines have no policy, and what understands one takes as long to load as the rest of a start: it is loaded where there is one. */
export const madeReadable = async (reading: PolicyReading): Promise<ReadableReading> =>
  reading.found === 'policy' ? (await import('./read-policy.ts')).readable(reading) : reading
