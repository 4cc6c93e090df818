import type { EntryId, PostId } from '../../../shared/domain/ids.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedEntry, StoredEntryOf } from '../store/outbox-repository.ts'
import { canHold } from './entry-states.ts'

/*
 * An answer that says that the post is corrected goes behind the correction. It never takes the correction along: whether that
 * goes is decided where it stands.
 */

/** Newer words of the post take the place of those that a reply waited for. Call inside a transaction. */
export function letRepliesWaitFor(desk: Desk, next: EntryId, instead: ListedEntry): void {
  for (const reply of repliesBehind(desk, instead))
    desk.outbox.noteProgress(reply.id, { waitsFor: reply.waitsFor.map((id) => (id === instead.id ? next : id)) })
}

/** What a reply waited for does not go: the reply stays here until the person says otherwise. Call inside a transaction. */
export function keepRepliesBehind(desk: Desk, taken: ListedEntry): void {
  for (const { id, state } of repliesBehind(desk, taken)) {
    if (state === 'held') desk.outbox.noteProgress(id, { heldUntil: null })
    else if (canHold(state)) desk.outbox.moveEntry(id, 'held', { heldUntil: null, nextAttemptAt: null, reason: null })
  }
}

/** What a new answer to a comment has to wait for: the last correction of its post that is on its way; nothing where none was begun. */
export function correctionBefore(
  desk: Desk,
  { id, postId }: { id: ListedEntry['commentId']; postId: PostId },
): EntryId[] {
  if (id === null || desk.corrections.find(id) === null) return []
  const last = desk.outbox
    .listOpenOfPost(postId)
    .findLast(({ kind }) => kind === 'update-post' || kind === 'publish-post')
  return last ? [last.id] : []
}

/** Of what an entry waits for, that which has not ended. */
export function stillOpen(desk: Desk, { blogId, waitsFor }: ListedEntry): EntryId[] {
  const open = new Set(desk.outbox.listOpen(blogId).map(({ id }) => id))
  return waitsFor.filter((id) => open.has(id))
}

const repliesBehind = (desk: Desk, { id, blogId }: ListedEntry): StoredEntryOf<'send-reply'>[] =>
  desk.outbox.listOpenReplies(blogId).filter(({ waitsFor }) => waitsFor.includes(id))
