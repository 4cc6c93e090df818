import { utcIso } from '../../../shared/domain/ids.ts'

/** After the act: 2 min, 15 min, a day; and at the next start of the desk, which makes what is planned due at once. */
const SWEEPS_AFTER_MS = [2 * 60_000, 15 * 60_000, 24 * 3_600_000]

/** When the blog is to be looked at again for this entry after `sweepsDone` looks; null when that was the last. */
export function nextSweepAt(doneAt: Date, sweepsDone: number): string | null {
  const afterMs = SWEEPS_AFTER_MS[sweepsDone]
  return afterMs === undefined ? null : utcIso(new Date(doneAt.getTime() + afterMs))
}

/** What stands after a look: one that a start made ahead of its time is one more, and uses up none of the planned ones. */
export function afterSweep(doneAt: Date, now: Date, sweepsDone: number): { sweepsDone: number; nextAt: string | null } {
  const plannedAt = nextSweepAt(doneAt, sweepsDone)
  const isAhead = plannedAt !== null && plannedAt > utcIso(now)
  const done = isAhead ? sweepsDone : sweepsDone + 1
  return { sweepsDone: done, nextAt: nextSweepAt(doneAt, done) }
}
