import type { EntryId } from '../../../shared/domain/ids.ts'
import type { Clock } from '../ports.ts'

/**
 * How long something that was sent, and is not there, is left alone because a slow blog may still carry the request out.
 * Counted in time that passed while this core ran: a wall clock can be put forward by hours in a second. What an earlier
 * life of the core sent is counted from the first look of this one.
 */
export interface Quarantine {
  /** Its request ended just now, nobody knows how. */
  begin(entryId: EntryId): void
  /** How long it has to be left alone yet, of `wholeMs`; 0 when that is over. */
  leftMs(entryId: EntryId, wholeMs: number): number
  end(entryId: EntryId): void
}

export function createQuarantine(clock: Pick<Clock, 'elapsedMs'>): Quarantine {
  const begunAtMs = new Map<EntryId, number>()
  return {
    begin: (entryId) => void begunAtMs.set(entryId, clock.elapsedMs()),
    leftMs(entryId, wholeMs) {
      if (wholeMs === 0) return 0
      const begunMs = begunAtMs.get(entryId) ?? clock.elapsedMs()
      begunAtMs.set(entryId, begunMs)
      return Math.max(0, begunMs + wholeMs - clock.elapsedMs())
    },
    end: (entryId) => void begunAtMs.delete(entryId),
  }
}
