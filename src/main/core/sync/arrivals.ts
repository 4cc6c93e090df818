import { utcIso, type BlogId, type EntryId } from '../../../shared/domain/ids.ts'
import type { Line } from '../../../shared/domain/line.ts'
import { isKept, needsPerson } from '../outbox/entry-states.ts'
import { leavesWith } from '../outbox/sending-order.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { askedPauseMs } from './retry-policy.ts'

/** An open line is looked at every minute; so long without a look, the line, the lid or the program was shut. */
const GAP_MS = 5 * 60_000
/** What a round on a line that costs may come later than it was to. */
const LATE_MS = 60_000
/** Not each page of a pull is worth a write. */
const GRAIN_MS = 10_000

/**
 * After a gap nothing that waited leaves before the person has said Go, if the settings want to be asked. What the person
 * does after the line came back was done knowing that there is one, and is not asked about. The question outlives a restart.
 */
export interface Arrivals {
  /** Asks about what waits if the line has been away, for longer than the desk itself rested. Returns whether there is a new question. */
  lookForGap(blogId: BlogId, restMs: number): boolean
  /** The blog has just answered, and whatever it was, the line was there for it. */
  noteOpen(blogId: BlogId): void
  isAsked(entryId: EntryId): boolean
  /** What the person is asked about, in the order in which it would go; null when nothing is asked. */
  find(blogId: BlogId): Line['arrival']
  /** These, or all, may go, and with them what they cannot go without. What waited for another try goes at once. */
  letGo(blogId: BlogId, entryIds: readonly EntryId[] | null): void
}

export function createArrivals({
  desk,
  clock,
  asks,
}: {
  desk: Desk
  clock: Clock
  /** Whether the person wants to be asked, on the line as it is now. */
  asks: () => boolean
}): Arrivals {
  /** Either way: a clock that was set back says nothing of how long it was. 0 for a blog that nobody noted it of: it was connected by a desk of before. */
  const msSinceOpen = (blogId: BlogId): number => {
    const seenAt = desk.arrivals.seenOpenAt(blogId)
    return seenAt === null ? 0 : Math.abs(clock.now().getTime() - Date.parse(seenAt))
  }
  const listAskedOpen = (blogId: BlogId) => {
    const asked = desk.arrivals.listAsked(blogId)
    return asked.size === 0 ? [] : desk.outbox.listOpen(blogId).filter(({ id }) => asked.has(id))
  }
  const find = (blogId: BlogId): Line['arrival'] => {
    const entryIds = listAskedOpen(blogId).flatMap((entry) =>
      needsPerson(entry.state) || isKept(entry) ? [] : [entry.id],
    )
    return entryIds.length === 0 ? null : { entryIds }
  }

  return {
    lookForGap(blogId, restMs) {
      if (msSinceOpen(blogId) < Math.max(GAP_MS, restMs + LATE_MS)) return false
      return desk.transaction(() => {
        const now = utcIso(clock.now())
        desk.arrivals.setSeenOpen(blogId, now)
        if (!asks()) return false
        // What the person keeps here does not go anyway, and needs no second question when they let it go.
        const open = desk.outbox.listOpen(blogId).flatMap((entry) => (isKept(entry) ? [] : [entry.id]))
        desk.arrivals.ask(blogId, open, now)
        return find(blogId) !== null
      })
    },
    noteOpen(blogId) {
      if (desk.arrivals.seenOpenAt(blogId) !== null && msSinceOpen(blogId) < GRAIN_MS) return
      desk.transaction(() => desk.arrivals.setSeenOpen(blogId, utcIso(clock.now())))
    },
    isAsked: (entryId) => desk.arrivals.isAsked(entryId),
    find,
    letGo(blogId, entryIds) {
      desk.transaction(() => {
        const asked = listAskedOpen(blogId)
        const chosen = new Set(entryIds ?? asked.map(({ id }) => id))
        for (const entry of asked.toReversed())
          if (chosen.has(entry.id)) for (const needed of leavesWith(entry)) chosen.add(needed)
        desk.arrivals.release([...chosen])
        for (const { id, state, reason } of asked) {
          const waitsForNothing = chosen.has(id) && state === 'waiting' && askedPauseMs(reason) === 0
          if (waitsForNothing) desk.outbox.moveEntry(id, 'ready', { nextAttemptAt: null })
        }
      })
    },
  }
}
