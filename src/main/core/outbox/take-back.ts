import type { Desk } from '../store/desk.ts'
import type { ListedEntry, StoredEntry } from '../store/outbox-repository.ts'
import { canCancel } from './entry-states.ts'

/**
 * Cancels an entry of which nothing is under way, and the pictures that no other open entry waits for: a picture leaves
 * only with a post that shows it. Call inside a transaction. Throws when the entry can no longer be cancelled.
 */
export function takeBack(desk: Desk, entry: ListedEntry): StoredEntry {
  const cancelled = desk.outbox.moveEntry(entry.id, 'cancelled', {
    heldUntil: null,
    nextAttemptAt: null,
    isStopped: false,
  })
  const stillNeeded = new Set(desk.outbox.listOpen(entry.blogId).flatMap((open) => open.waitsFor))
  for (const id of entry.waitsFor) {
    const { kind, state } = desk.outbox.getEntry(id)
    if (kind === 'upload-picture' && !stillNeeded.has(id) && canCancel(state)) desk.outbox.moveEntry(id, 'cancelled')
  }
  return cancelled
}

/** Whether some open entry cannot go without this one. */
export const isNeeded = (desk: Desk, entry: ListedEntry): boolean =>
  desk.outbox.listOpen(entry.blogId).some((open) => open.waitsFor.includes(entry.id))
