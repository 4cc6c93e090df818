import type { BlogId } from '../../../shared/domain/ids.ts'
import type { Line } from '../../../shared/domain/line.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { askedPauseMs } from './retry-policy.ts'

const OPEN_EVERY_MS = 60_000
/** On a line that costs; a round in which nothing happened is some ten kilobytes. */
const COSTLY_EVERY_MS = 10 * 60_000
const CLOSED_EVERY_MS = 10_000
const LONGEST_CLOSED_MS = 2 * 60_000
/** A wait that is over is not begun in the same breath. */
const SHORTEST_REST_MS = 50

/** Until the next regular round, or until an undo window or a wait of the outbox ends; on a closed line longer from try to try. */
export function restUntilNextRound(
  { desk, clock }: { desk: Desk; clock: Clock },
  blogId: BlogId,
  { line, failures, isCostly }: { line: Pick<Line, 'state' | 'reason'>; failures: number; isCostly: boolean },
): number {
  const nowMs = clock.now().getTime()
  const regularMs =
    line.state === 'open'
      ? isCostly
        ? COSTLY_EVERY_MS
        : OPEN_EVERY_MS
      : Math.min(LONGEST_CLOSED_MS, CLOSED_EVERY_MS * 2 ** Math.min(Math.max(failures - 3, 0), 4))
  if (line.state === 'closed') return Math.max(regularMs, askedPauseMs(line.reason))
  const asked = desk.arrivals.listAsked(blogId)
  const dueMs = desk.outbox.listOpen(blogId).flatMap(({ id, state, heldUntil, nextAttemptAt }) => {
    if (asked.has(id)) return []
    const at = state === 'held' ? heldUntil : state === 'waiting' || state === 'unknown' ? nextAttemptAt : null
    return at === null ? [] : [Math.max(SHORTEST_REST_MS, Date.parse(at) - nowMs)]
  })
  return Math.min(regularMs, ...dueMs)
}
