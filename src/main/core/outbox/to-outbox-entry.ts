import type { OutboxEntry } from '../../../shared/domain/outbox-entry.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedEntry } from '../store/outbox-repository.ts'

/** Without the payload, the token and whatever else is the core's own. */
export const toOutboxEntry = (desk: Pick<Desk, 'media'>, entry: ListedEntry): OutboxEntry => ({
  id: entry.id,
  blogId: entry.blogId,
  kind: entry.kind,
  postId: entry.postId,
  commentId: entry.commentId,
  what: entry.what,
  mimeType: !entry.mediaId ? null : (desk.media.findPicture(entry.mediaId)?.mimeType ?? null),
  sizeBytes: entry.sizeBytes,
  state: entry.state,
  reason: entry.reason,
  attempts: entry.attempts,
  createdAt: entry.createdAt,
  heldUntil: entry.state === 'held' ? entry.heldUntil : null,
  isStopping: entry.isStopped,
  nextAttemptAt: entry.nextAttemptAt,
  waitsFor: entry.waitsFor,
  receipt: entry.receipt,
  mergedAt: entry.mergedAt,
})
