import type { BlogId, CommentId, EntryId, MediaId, PostId, UtcIso } from '../../../shared/domain/ids.ts'
import type { EntryKind, EntryState, Receipt } from '../../../shared/domain/outbox-entry.ts'
import type { AppErrorData } from '../../../shared/errors.ts'
import type { PayloadOf } from '../outbox/entry-payload.ts'

export interface StoredEntryOf<Kind extends EntryKind> {
  /** Order of the person's acts on this laptop. */
  sequence: number
  /** In the person's order, see outbox/sending-order.ts. */
  position: number
  id: EntryId
  blogId: BlogId
  kind: Kind
  /** Entries of one lane go strictly in order; lanes do not wait for each other. */
  lane: string
  postId: PostId | null
  commentId: CommentId | null
  mediaId: MediaId | null
  waitsFor: EntryId[]
  what: string
  sizeBytes: number
  payload: PayloadOf[Kind]
  payloadHash: string
  /** 128 random bits by which a lost answer is looked up. */
  token: string
  state: EntryState
  attempts: number
  reason: AppErrorData | null
  /** The blog's id of what this entry made, as soon as it is known. */
  remoteId: number | null
  createdAt: UtcIso
  heldUntil: UtcIso | null
  nextAttemptAt: UtcIso | null
  lastSentAt: UtcIso | null
  approvedBy: string
  approvedAt: UtcIso
  receipt: Receipt | null
  doneAt: UtcIso | null
  /** The person stopped it on its way: it writes nothing any more, and is kept here once it is known what became of it. */
  isStopped: boolean
  /** When a colleague's change was last taken into the payload; null while it is what the person handed over. */
  mergedAt: UtcIso | null
}
export type StoredEntry = { [Kind in EntryKind]: StoredEntryOf<Kind> }[EntryKind]
/** An entry without its words: what lists are made of. */
export type ListedEntry = Omit<StoredEntryOf<EntryKind>, 'payload'>

export interface ListedRow {
  sequence: number
  position: number
  id: string
  blog_id: string
  kind: string
  lane: string
  post_id: string | null
  comment_id: string | null
  media_id: string | null
  waits_for: string
  what: string
  size_bytes: number
  payload_hash: string
  token: string
  state: string
  attempts: number
  reason: string | null
  remote_id: number | null
  created_at: string
  held_until: string | null
  next_attempt_at: string | null
  last_sent_at: string | null
  approved_by: string
  approved_at: string
  receipt: string | null
  done_at: string | null
  is_stopped: number
  merged_at: string | null
}
export type EntryRow = ListedRow & { payload: string }

export const toEntry = (row: EntryRow): StoredEntry =>
  ({ ...toListed(row), payload: JSON.parse(row.payload) as unknown }) as StoredEntry

export function toListed(row: ListedRow): ListedEntry {
  return {
    sequence: row.sequence,
    position: row.position,
    id: row.id as EntryId,
    blogId: row.blog_id as BlogId,
    kind: row.kind as EntryKind,
    lane: row.lane,
    postId: row.post_id as PostId | null,
    commentId: row.comment_id as CommentId | null,
    mediaId: row.media_id as MediaId | null,
    waitsFor: JSON.parse(row.waits_for) as EntryId[],
    what: row.what,
    sizeBytes: row.size_bytes,
    payloadHash: row.payload_hash,
    token: row.token,
    state: row.state as EntryState,
    attempts: row.attempts,
    reason: row.reason === null ? null : (JSON.parse(row.reason) as AppErrorData),
    remoteId: row.remote_id,
    createdAt: row.created_at as UtcIso,
    heldUntil: row.held_until as UtcIso | null,
    nextAttemptAt: row.next_attempt_at as UtcIso | null,
    lastSentAt: row.last_sent_at as UtcIso | null,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at as UtcIso,
    receipt: row.receipt === null ? null : (JSON.parse(row.receipt) as Receipt),
    doneAt: row.done_at as UtcIso | null,
    isStopped: row.is_stopped === 1,
    mergedAt: row.merged_at as UtcIso | null,
  }
}

export function toRow(entry: StoredEntry): EntryRow {
  return {
    sequence: entry.sequence,
    position: entry.position,
    id: entry.id,
    blog_id: entry.blogId,
    kind: entry.kind,
    lane: entry.lane,
    post_id: entry.postId,
    comment_id: entry.commentId,
    media_id: entry.mediaId,
    waits_for: JSON.stringify(entry.waitsFor),
    what: entry.what,
    size_bytes: entry.sizeBytes,
    payload: JSON.stringify(entry.payload),
    payload_hash: entry.payloadHash,
    token: entry.token,
    state: entry.state,
    attempts: entry.attempts,
    reason: entry.reason === null ? null : JSON.stringify(entry.reason),
    remote_id: entry.remoteId,
    created_at: entry.createdAt,
    held_until: entry.heldUntil,
    next_attempt_at: entry.nextAttemptAt,
    last_sent_at: entry.lastSentAt,
    approved_by: entry.approvedBy,
    approved_at: entry.approvedAt,
    receipt: entry.receipt === null ? null : JSON.stringify(entry.receipt),
    done_at: entry.doneAt,
    is_stopped: entry.isStopped ? 1 : 0,
    merged_at: entry.mergedAt,
  }
}
