import { utcIso } from '../../../shared/domain/ids.ts'
import type { Clock } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { NewEntry } from '../store/outbox-repository.ts'

/** The undo window of an act that leaves the laptop; only a second look at a reply is longer. */
export const UNDO_WINDOW_MS = 10_000

/** What all entries of one act have in common: approved now by the person signed in, nothing sent, held for `holdMs`. */
export function entryFrame({ clock, holdMs }: { clock: Clock; holdMs: number }, blog: StoredBlog) {
  const now = clock.now()
  return {
    blogId: blog.id,
    commentId: null,
    mediaId: null,
    waitsFor: [],
    state: holdMs > 0 ? 'held' : 'ready',
    attempts: 0,
    reason: null,
    remoteId: null,
    createdAt: utcIso(now),
    heldUntil: holdMs > 0 ? utcIso(new Date(now.getTime() + holdMs)) : null,
    nextAttemptAt: null,
    lastSentAt: null,
    approvedBy: blog.displayName,
    approvedAt: utcIso(now),
    receipt: null,
    doneAt: null,
    mergedAt: null,
  } satisfies Partial<NewEntry>
}
