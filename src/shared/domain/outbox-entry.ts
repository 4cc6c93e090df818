import type { AppErrorData } from '../errors.ts'
import type { SealStatus } from './seal.ts'
import type { BlogId, CommentId, EntryId, PostId, UtcIso } from './ids.ts'

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

export type EntryKind =
  | 'publish-post'
  | 'update-post'
  | 'reschedule-post'
  | 'upload-picture'
  | 'send-reply'
  | 'moderate-comment'
  | 'send-review'

/** It changes nothing of the post that it stands under. */
export const isAboutComment = (kind: EntryKind): boolean => kind === 'send-reply' || kind === 'moderate-comment'

/** What the person sees of a line in the outbox. */
export interface OutboxEntry {
  id: EntryId
  blogId: BlogId
  kind: EntryKind
  postId: PostId | null
  /** The comment that a reply answers, or that is moderated. */
  commentId: CommentId | null
  /** The post's title, or the comment's author and first words, or the picture's file name. */
  what: string
  /** Of a picture, a film or another file that goes up. */
  mimeType: string | null
  sizeBytes: number
  state: EntryState
  /** Why it is in this state; null when there is nothing to say. */
  reason: AppErrorData | null
  attempts: number
  createdAt: UtcIso
  /** Until when an undo is free; null in `held` means that it is kept here until the person says so. */
  heldUntil: UtcIso | null
  /** The person stopped it while it was on its way; it stays here once it is known whether it arrived. */
  isStopping: boolean
  nextAttemptAt: UtcIso | null
  /** Entries that must be done first. */
  waitsFor: EntryId[]
  receipt: Receipt | null
  /** When a colleague's change elsewhere in the post was taken into what waits; null when there was none. */
  mergedAt: UtcIso | null
}

/** What decides the word for an entry. */
export type EntryStanding = Pick<OutboxEntry, 'state' | 'heldUntil' | 'isStopping'>

/** A reply that was taken back: the words are still here. */
export interface DiscardedReply {
  id: EntryId
  commentId: CommentId
  postId: PostId
  /** Whose comment it answered, and the first words. */
  what: string
  text: string
  createdAt: UtcIso
}

/** Read back from the blog after the act, not echoed from what was sent. */
export interface Receipt {
  url: string
  sentAt: UtcIso
  /** The blog's own wall-clock time, `2026-11-21 21:02`, with its zone's name. */
  siteTime: string
  siteZone: string
  revision: string
  /** SHA-256 of the content as the blog holds it, with the `footnotes` meta directly behind it. */
  contentHash: string
  /** What the blog made of it: `publish`, `pending`, `future`, `approved`, `hold`. */
  remoteStatus: string
  approvedBy: string
  /** When somebody else saved the post at the same moment; their words are in the draft and in history. null when nobody did. */
  crossedAt: UtcIso | null
  /** A reply that somebody of this account had said before, word for word: nothing was added. */
  wasThere?: true
  /** Whether what the blog has is what was approved; absent where nothing was. */
  seal?: Exclude<SealStatus, { state: 'none' }>
  /** Nobody asked for it: it put back what a request that had been given up undid. */
  isPutRight: boolean
}
