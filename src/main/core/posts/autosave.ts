import type { PostEdit } from '../../../shared/contract/inputs.ts'
import type { SavedPost } from '../../../shared/contract/services.ts'
import type { PostId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock, Log } from '../ports.ts'

const QUIET_MS = 250
const LONGEST_MS = 1_000
const RETRY_MS = 5_000

export interface Autosave {
  /** Keeps the newest text; commits 250 ms after the last one, at the latest 1 s after the first uncommitted one. */
  take(edit: PostEdit): void
  /** Commits now; null when nothing was pending. Throws what the commit throws, and then still holds the text and tries again. */
  flush(postId: PostId): SavedPost | null
  /** Commits everything. Throws what the first commit throws that fails, and then still holds that text. */
  flushAll(): void
  /** Commits everything and ends every timer: the program closes. */
  close(): void
  hasPending(postId: PostId): boolean
}

interface Pending {
  edit: PostEdit
  firstTakenMs: number
  cancelTimer: () => void
}

/**
 * Between the keys and the disk. `commit` stores one edit durably and returns when it did; only then a `saved` event goes
 * out. A failed commit keeps the text here, tells the window, and is tried again.
 */
export function createAutosave(ports: {
  clock: Clock
  feed: ChangeFeed
  log: Log
  commit: (edit: PostEdit) => SavedPost
}): Autosave {
  const { clock, feed, log, commit } = ports
  const pendingEdits = new Map<PostId, Pending>()
  const newestEdit = new Map<PostId, Pick<PostEdit, 'window' | 'sequence'>>()

  const commitOrRetry = (edit: PostEdit): SavedPost => {
    try {
      return commit(edit)
    } catch (error) {
      schedule(edit.postId, RETRY_MS)
      throw error
    }
  }

  const flush = (postId: PostId): SavedPost | null => {
    const pending = pendingEdits.get(postId)
    if (!pending) return null
    pending.cancelTimer()
    const saved = commitOrRetry(pending.edit)
    pendingEdits.delete(postId)
    feed.emit({ topic: 'saved', postId, ...saved })
    return saved
  }

  const flushFromTimer = (postId: PostId): void => {
    try {
      flush(postId)
    } catch (error) {
      if (!isAppError(error)) log.error('autosave-failed', { postId })
      const data = isAppError(error) ? error.data : ({ kind: 'internal', logId: 'autosave-failed' } as const)
      feed.emit({ topic: 'save-failed', postId, error: data })
    }
  }

  const schedule = (postId: PostId, delayMs: number): void => {
    const pending = pendingEdits.get(postId)
    if (pending) pending.cancelTimer = clock.after(delayMs, () => flushFromTimer(postId))
  }

  return {
    take(edit) {
      const { postId, window, sequence } = edit
      const newest = newestEdit.get(postId)
      if (newest?.window === window && sequence <= newest.sequence) return
      // Another window's words are in history before these take their place.
      if (newest && newest.window !== window) flushFromTimer(postId)
      newestEdit.set(postId, { window, sequence })
      const nowMs = clock.now().getTime()
      const before = pendingEdits.get(postId)
      before?.cancelTimer()
      const firstTakenMs = before?.firstTakenMs ?? nowMs
      pendingEdits.set(postId, { edit, firstTakenMs, cancelTimer: () => {} })
      schedule(postId, Math.max(0, Math.min(QUIET_MS, firstTakenMs + LONGEST_MS - nowMs)))
    },
    flush,
    flushAll() {
      for (const postId of pendingEdits.keys()) flush(postId)
    },
    close() {
      for (const postId of pendingEdits.keys()) flushFromTimer(postId)
      for (const { cancelTimer } of pendingEdits.values()) cancelTimer()
    },
    hasPending: (postId) => pendingEdits.has(postId),
  }
}
