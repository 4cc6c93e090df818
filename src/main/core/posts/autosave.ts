import type { ChangedText, PostEdit } from '../../../shared/contract/inputs.ts'
import type { SavedPost } from '../../../shared/contract/services.ts'
import type { PostId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock, Log } from '../ports.ts'
import { HeldTexts } from './held-texts.ts'
import type { SavedEdit } from './typed-edits.ts'

const QUIET_MS = 250
const LONGEST_MS = 1_000
/** Somebody who types on should not pay for the working copy, history and the list; nobody waits long for them. */
const SETTLE_QUIET_MS = 1_500
const SETTLE_LONGEST_MS = 3_000
const RETRY_MS = 5_000

export interface Autosave {
  /**
   * Keeps the newest text; it is saved 250 ms after the last one, at the latest 1 s after the first unsaved one, and settled 1.5 s after the last save,
   * at the latest 3 s after the first unsettled one. `send-whole`: what the text is a change of is not here, and nothing was kept.
   */
  take(edit: PostEdit | ChangedText): 'taken' | 'send-whole'
  /** Saves and settles now; null when nothing was unsaved. Throws what either throws, and then still holds the text and tries again. */
  flush(postId: PostId): SavedPost | null
  /** Saves every post; settles them where it can: what is saved waits in the journal, and nobody need wait for it. Throws what the first save throws that fails. */
  flushAll(): void
  /** Saves and settles what it can. */
  settleAll(): void
  /** What was saved before this start and could not be settled then: tried again like the rest, and first. */
  hold(postId: PostId, saved: readonly SavedEdit[]): void
  /** The same, and ends every timer: the program closes. */
  close(): void
  hasPending(postId: PostId): boolean
  /** The newest words of the post that are not where lists and other readers find them; null where all are. */
  newestWaiting(postId: PostId): PostEdit | null
}

/** What waits for its time; one timer a post. */
interface Waiting<What> {
  what: What
  firstMs: number
  cancelTimer: () => void
}

/**
 * Between the keys and the disk. `save` stores one edit durably and returns when it did; only then a `saved` event goes out.
 * `settle` puts what was saved of one post since where everything else reads it. What fails is kept here, the window is told of a save, and it is tried again.
 */
export function createAutosave(ports: {
  clock: Clock
  feed: ChangeFeed
  log: Log
  save: (edit: PostEdit) => SavedEdit
  /** Returns what tells of it, for after: what is settled is never settled again. */
  settle: (saved: readonly SavedEdit[]) => () => void
}): Autosave {
  const { clock, feed, log, save, settle } = ports
  const unsaved = new Map<PostId, Waiting<PostEdit>>()
  const unsettled = new Map<PostId, Waiting<SavedEdit[]>>()
  const newestEdit = new Map<PostId, Pick<PostEdit, 'window' | 'sequence'>>()
  const heldTexts = new HeldTexts()

  /** In the place of what waited; its time comes `quietMs` from now, at the latest `longestMs` after the first. */
  const wait = <What>(
    waiting: Map<PostId, Waiting<What>>,
    postId: PostId,
    what: What,
    { quietMs, longestMs, due }: { quietMs: number; longestMs: number; due: (postId: PostId) => void },
  ): void => {
    const nowMs = clock.elapsedMs()
    const before = waiting.get(postId)
    before?.cancelTimer()
    const firstMs = before?.firstMs ?? nowMs
    const delayMs = Math.max(0, Math.min(quietMs, firstMs + longestMs - nowMs))
    waiting.set(postId, { what, firstMs, cancelTimer: clock.after(delayMs, () => due(postId)) })
  }

  /** Out of what waits once `work` is done; where it fails, again later. */
  const finish = <What, Result>(
    waiting: Map<PostId, Waiting<What>>,
    postId: PostId,
    work: (what: What) => Result,
    again: (postId: PostId) => void,
  ): Result | null => {
    const one = waiting.get(postId)
    if (!one) return null
    one.cancelTimer()
    try {
      const result = work(one.what)
      waiting.delete(postId)
      return result
    } catch (error) {
      one.firstMs = clock.elapsedMs()
      one.cancelTimer = clock.after(RETRY_MS, () => again(postId))
      throw error
    }
  }

  const saveOf = (postId: PostId): SavedEdit | null => {
    try {
      return finish(unsaved, postId, save, saveFromTimer)
    } catch (error) {
      if (isAppError(error) && error.data.kind === 'no-such-item') drop(postId)
      throw error
    }
  }

  /** Somebody deleted the post for good: there is nowhere to save its last words, and no other post waits for them. */
  const drop = (postId: PostId): void => {
    unsaved.get(postId)?.cancelTimer()
    unsaved.delete(postId)
  }

  const saveNow = (postId: PostId): SavedPost | null => {
    const saved = saveOf(postId)
    if (!saved) return null
    const { edit, savedAt } = saved
    wait(unsettled, postId, [...(unsettled.get(postId)?.what ?? []), saved], {
      quietMs: SETTLE_QUIET_MS,
      longestMs: SETTLE_LONGEST_MS,
      due: settleFromTimer,
    })
    const answer = { window: edit.window, sequence: edit.sequence, savedAt }
    feed.emit({ topic: 'saved', postId, ...answer })
    return answer
  }

  const settleNow = (postId: PostId): void => {
    finish(unsettled, postId, settle, settleFromTimer)?.()
  }

  const saveFromTimer = (postId: PostId): void => {
    const window = unsaved.get(postId)?.what.window ?? ''
    try {
      saveNow(postId)
    } catch (error) {
      if (!isAppError(error)) log.error('autosave-failed', { postId })
      const data = isAppError(error) ? error.data : ({ kind: 'internal', logId: 'autosave-failed' } as const)
      feed.emit({ topic: 'save-failed', postId, window, error: data })
    }
  }

  /** The words are on the disk by then: a full one only leaves the list and history as they were. */
  const settleFromTimer = (postId: PostId): void => {
    try {
      settleNow(postId)
    } catch (error) {
      log.warn('settle-failed', { postId, name: error instanceof Error ? error.name : 'unknown' })
    }
  }

  const flush = (postId: PostId): SavedPost | null => {
    const saved = saveNow(postId)
    settleNow(postId)
    return saved
  }

  const settleAll = (): void => {
    for (const postId of unsaved.keys()) saveFromTimer(postId)
    for (const postId of unsettled.keys()) settleFromTimer(postId)
  }

  const take: Autosave['take'] = (edit) => {
    const { postId, window, sequence } = edit
    const newest = newestEdit.get(postId)
    if (newest?.window === window && sequence <= newest.sequence) return 'taken'
    // Another window's words are on the disk before these take their place, and go into history before them.
    if (newest && newest.window !== window) saveNow(postId)
    const whole = heldTexts.whole(edit)
    if (!whole) return 'send-whole'
    newestEdit.set(postId, { window, sequence })
    wait(unsaved, postId, whole, { quietMs: QUIET_MS, longestMs: LONGEST_MS, due: saveFromTimer })
    const early = heldTexts.takeEarly(whole)
    if (early) take(early)
    return 'taken'
  }

  return {
    take,
    flush,
    flushAll() {
      for (const postId of unsaved.keys()) saveNow(postId)
      settleAll()
    },
    hold(postId, saved) {
      const timing = { quietMs: RETRY_MS, longestMs: RETRY_MS, due: settleFromTimer }
      wait(unsettled, postId, [...saved], timing)
    },
    settleAll,
    close() {
      settleAll()
      for (const { cancelTimer } of [...unsaved.values(), ...unsettled.values()]) cancelTimer()
    },
    hasPending: (postId) => unsaved.has(postId),
    newestWaiting: (postId) => unsaved.get(postId)?.what ?? unsettled.get(postId)?.what.at(-1)?.edit ?? null,
  }
}
