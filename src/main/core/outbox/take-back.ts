import type { Desk } from '../store/desk.ts'
import type { ListedEntry, StoredEntry } from '../store/outbox-repository.ts'
import { nextSweepAt } from '../sync/sweep-times.ts'
import { canCancel } from './entry-states.ts'
import { keepRepliesBehind } from './replies-behind.ts'

/**
 * Cancels an entry of which nothing is under way, and the pictures that no other open entry waits for: a picture leaves
 * only with a post that shows it. A reply that was to go behind it is kept here. Call inside a transaction. Throws when the entry can no longer be cancelled.
 */
export function takeBack(desk: Desk, entry: ListedEntry): StoredEntry {
  const cancelled = desk.outbox.moveEntry(entry.id, 'cancelled', {
    heldUntil: null,
    nextAttemptAt: null,
    isStopped: false,
  })
  if (entry.kind === 'publish-post' || entry.kind === 'update-post') {
    keepRepliesBehind(desk, entry)
    // A draft that was asked for may still arrive, with nobody left who waits for it.
    if (cancelled.lastSentAt !== null) desk.outbox.planSweep(entry.id, nextSweepAt(new Date(cancelled.lastSentAt), 0))
  }
  if (entry.waitsFor.length === 0) return cancelled
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
