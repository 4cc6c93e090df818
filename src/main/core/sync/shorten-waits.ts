import { utcIso, type UtcIso } from '../../../shared/domain/ids.ts'
import { LONGEST_SECOND_LOOK_MINUTES } from '../../../shared/domain/second-look.ts'
import { UNDO_WINDOW_MS } from '../outbox/entry-frame.ts'
import { policyInForce } from '../policy/policy-in-force.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedEntry } from '../store/outbox-repository.ts'
import { longestWaitMs } from './retry-policy.ts'

/**
 * A laptop's clock that was put back, by a person or by the network, must not make a hold or a wait last for hours: what lies
 * further ahead than it ever can is given its longest time from now. Call inside a transaction.
 */
export function shortenWaits(desk: Desk, entries: readonly ListedEntry[], now: Date): void {
  const heldByPolicyMs = (policyInForce(desk).holdSeconds ?? 0) * 1000
  for (const { id, kind, state, heldUntil, nextAttemptAt, reason } of entries) {
    if (state === 'held' && heldUntil !== null) {
      const longestMs = kind === 'send-reply' ? LONGEST_SECOND_LOOK_MINUTES * 60_000 : UNDO_WINDOW_MS
      const latest = after(now, Math.max(longestMs, heldByPolicyMs))
      if (heldUntil > latest) desk.outbox.noteProgress(id, { heldUntil: latest })
    }
    if ((state === 'waiting' || state === 'unknown') && nextAttemptAt !== null) {
      const latest = after(now, longestWaitMs(reason))
      if (nextAttemptAt > latest) desk.outbox.noteProgress(id, { nextAttemptAt: latest })
    }
  }
}

const after = (now: Date, delayMs: number): UtcIso => utcIso(new Date(now.getTime() + delayMs))
