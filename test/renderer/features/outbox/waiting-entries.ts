import type { BlogId, EntryId, PostId, UtcIso } from '../../../../src/shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../src/shared/domain/outbox-entry.ts'
import { asId } from '../../fake-core.ts'

/** A post that waits, as the core lists it, but for what a test is about. */
export const waitingEntry = (id: string, fields: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: asId<EntryId>(id),
  blogId: asId<BlogId>('blog'),
  kind: 'publish-post',
  postId: asId<PostId>(`post of ${id}`),
  commentId: null,
  what: `The ${id}`,
  mimeType: null,
  sizeBytes: 842,
  state: 'ready',
  reason: null,
  attempts: 0,
  createdAt: asId<UtcIso>('2026-11-21T07:02:00.000Z'),
  heldUntil: null,
  isStopping: false,
  nextAttemptAt: null,
  mergedAt: null,
  waitsFor: [],
  receipt: null,
  ...fields,
})
