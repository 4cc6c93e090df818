import type { EntryState } from '../../../shared/domain/outbox-entry.ts'
import { utcIso, type UtcIso } from '../../../shared/domain/ids.ts'
import type { AppErrorData } from '../../../shared/errors.ts'

/** What follows a failed attempt. */
export interface Verdict {
  state: Extract<EntryState, 'waiting' | 'unknown' | 'needs-sign-in' | 'needs-you' | 'blocked'>
  /** When to look again by itself; null where a person acts first. */
  nextAttemptAt: UtcIso | null
  /** The line itself is at fault, so nothing else of this blog is tried in this round. */
  isLineDown: boolean
}

/** The blog asked to be left alone for a while, and meant all of this desk. A mangled upload (412) speaks of itself only. */
export const asksForPause = (reason: AppErrorData | null): boolean =>
  (reason?.kind === 'rate-limited' && reason.isFlood !== true) ||
  (reason?.kind === 'unavailable' && reason.retryAfterMs !== null && reason.status !== 412)

/** The blog takes the comments of one person with room between them: it means the answers of this account, and nothing else. */
export const asksForRoom = (reason: AppErrorData | null): boolean =>
  reason?.kind === 'rate-limited' && reason.isFlood === true

type Waiting = readonly { state: EntryState; reason: AppErrorData | null; nextAttemptAt: UtcIso | null }[]

/** Until when nothing of this blog's outbox goes, by what waits for that; null when the blog asked for no pause, or it is over. */
export const pausedUntil = (open: Waiting, now: UtcIso): UtcIso | null => latestWait(open, now, asksForPause)

/** Until when no answer goes; the rest does. */
export const answersSpacedUntil = (open: Waiting, now: UtcIso): UtcIso | null => latestWait(open, now, asksForRoom)

function latestWait(open: Waiting, now: UtcIso, asks: (reason: AppErrorData | null) => boolean): UtcIso | null {
  const times = open.flatMap(({ state, reason, nextAttemptAt }) =>
    state === 'waiting' && asks(reason) && nextAttemptAt !== null && nextAttemptAt > now ? [nextAttemptAt] : [],
  )
  return times.toSorted().at(-1) ?? null
}

/** How long the blog itself asked to be left alone. */
export function askedPauseMs(reason: AppErrorData | null): number {
  return (reason?.kind === 'rate-limited' || reason?.kind === 'unavailable' ? reason.retryAfterMs : null) ?? 0
}

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 15 * 60_000

/** Full jitter: anywhere between nothing and 5 s × 2^attempts, at most 15 min. There is no last attempt. */
export function waitMs(attempts: number, fraction: number): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(Math.max(attempts - 1, 0), 20))
  return Math.round(ceiling * fraction)
}

/** No wait for that reason lasts longer. */
export const longestWaitMs = (reason: AppErrorData | null): number => Math.max(LONGEST_WAIT_MS, askedPauseMs(reason))

/**
 * Decides by the error's kind alone. `wasWriteUnderWay`: the failing request was a write; after a failed read nothing of
 * ours can have been applied. `fraction` in [0, 1) is the jitter. The table is the one in docs/sync.md.
 */
export function decideRetry(
  error: AppErrorData,
  {
    attempts,
    now,
    fraction,
    wasWriteUnderWay,
  }: { attempts: number; now: Date; fraction: number; wasWriteUnderWay: boolean },
): Verdict {
  const at = (delayMs: number): UtcIso => utcIso(new Date(now.getTime() + delayMs))
  const waiting = (delayMs = waitMs(attempts, fraction), isLineDown = false): Verdict => ({
    state: 'waiting',
    nextAttemptAt: at(delayMs),
    isLineDown,
  })
  const maybeApplied = (isLineDown: boolean): Verdict =>
    wasWriteUnderWay
      ? { state: 'unknown', nextAttemptAt: at(waitMs(attempts, fraction)), isLineDown }
      : waiting(undefined, isLineDown)
  const person = (state: 'needs-sign-in' | 'needs-you' | 'blocked', isLineDown = false): Verdict => ({
    state,
    nextAttemptAt: null,
    isLineDown,
  })

  switch (error.kind) {
    case 'offline':
    case 'insecure-line':
      return waiting(undefined, true)
    case 'timeout':
    case 'answer-lost':
      return maybeApplied(false)
    case 'unavailable':
      return error.retryAfterMs === null ? maybeApplied(false) : waiting(error.retryAfterMs)
    case 'rate-limited':
      return waiting(Math.max(error.retryAfterMs ?? 0, waitMs(attempts, fraction)))
    case 'not-the-blog':
      return error.why === 'firewall' ? person('blocked') : maybeApplied(true)
    case 'unauthorized':
    case 'blog-needs-sign-in':
      return person('needs-sign-in', true)
    case 'not-found':
    case 'gone':
    case 'conflict':
    case 'altered-by-blog':
    case 'unexplained-changes':
    case 'unsealed':
    case 'no-such-item':
    case 'not-allowed-now':
      return person('needs-you')
    case 'forbidden':
    case 'too-large':
    case 'rejected':
    case 'invalid-input':
    case 'unsupported-file':
    case 'unreadable-file':
    case 'review-file':
    case 'handover-file':
    case 'damaged-file':
    case 'unreadable-feed':
      return person('blocked')
    // Our own trouble, such as a full disk: the words are kept, and it is worth another try.
    case 'database':
    case 'locked':
    case 'internal':
      return maybeApplied(false)
  }
}
