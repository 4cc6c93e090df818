import type { AppErrorData } from '../errors.ts'
import type { BlogId, EntryId, PostId, UtcIso } from './ids.ts'

/**
 * The states of an entry, as drawn in docs/sync.md.
 * `sending` is committed before the first byte leaves, so an entry found there at start may have been applied: it becomes `unknown`.
 */
export type EntryState =
  | 'held'
  | 'ready'
  | 'sending'
  | 'unknown'
  | 'resolving'
  | 'waiting'
  | 'needs-sign-in'
  | 'needs-you'
  | 'blocked'
  | 'staged'
  | 'done'
  | 'cancelled'

export type EntryKind = 'publish-post' | 'update-post' | 'upload-picture' | 'send-reply'

/** What the person sees of a line in the outbox. */
export interface OutboxEntry {
  id: EntryId
  blogId: BlogId
  kind: EntryKind
  postId: PostId | null
  /** The post's title, or the comment's author and first words, or the picture's file name. */
  what: string
  sizeBytes: number
  state: EntryState
  /** Why it is in this state; null when there is nothing to say. */
  reason: AppErrorData | null
  attempts: number
  createdAt: UtcIso
  /** Until when an undo is free; only in `held`. */
  heldUntil: UtcIso | null
  nextAttemptAt: UtcIso | null
  /** Entries that must be done first. */
  waitsFor: EntryId[]
  receipt: Receipt | null
  /** When a colleague's change elsewhere in the post was taken into what waits; null when there was none. */
  mergedAt: UtcIso | null
}

/** Read back from the blog after the act, not echoed from what was sent. */
export interface Receipt {
  url: string
  sentAt: UtcIso
  /** The blog's own wall-clock time, `2026-11-21 21:02`, with its zone's name. */
  siteTime: string
  siteZone: string
  revision: string
  /** SHA-256 of the content as the blog holds it. */
  contentHash: string
  /** What the blog made of it: `publish`, `pending`, `future`, `approved`, `hold`. */
  remoteStatus: string
  approvedBy: string
}
