import type { OutboxService } from '../../../shared/contract/services.ts'
import type { BlogId, EntryId } from '../../../shared/domain/ids.ts'
import { utcIso } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredEntry } from '../store/outbox-repository.ts'
import { canCancel } from './entry-states.ts'
import { isNeeded, takeBack } from './take-back.ts'
import { toOutboxEntry } from './to-outbox-entry.ts'

const SHOWN_DONE = 200

export function createOutboxService(ports: {
  desk: Desk
  clock: Clock
  feed: ChangeFeed
  onQueued: (blogId: BlogId) => void
}): OutboxService {
  const { desk, clock, feed, onQueued } = ports

  const changed = (entry: StoredEntry): void => {
    feed.emit({ topic: 'outbox', blogId: entry.blogId })
    if (entry.kind === 'send-reply') feed.emit({ topic: 'comments', blogId: entry.blogId })
    else feed.emit({ topic: 'posts', blogId: entry.blogId, postId: entry.postId })
  }

  return {
    list: (blogId) => [...desk.outbox.listOpen(blogId), ...desk.outbox.listDone(blogId, SHOWN_DONE)].map(toOutboxEntry),
    cancel(entryId: EntryId) {
      const cancelled = desk.transaction(() => {
        const entry = desk.outbox.getEntry(entryId)
        if (!canCancel(entry.state)) throw new AppError({ kind: 'not-allowed-now', why: 'being-sent' })
        // A post cannot go without its picture; the post is what is taken back then.
        if (isNeeded(desk, entry)) throw new AppError({ kind: 'not-allowed-now', why: 'a-post-shows-it' })
        return takeBack(desk, entry)
      })
      changed(cancelled)
      return toOutboxEntry(cancelled)
    },
    tryNow(entryId: EntryId) {
      const moved = desk.transaction(() => {
        const entry = desk.outbox.getEntry(entryId)
        desk.arrivals.release([entryId, ...entry.waitsFor])
        if (entry.state !== 'ready' && canCancel(entry.state))
          return desk.outbox.moveEntry(entryId, 'ready', { heldUntil: null, nextAttemptAt: null, reason: null })
        if (entry.state === 'unknown') desk.outbox.noteProgress(entryId, { nextAttemptAt: utcIso(clock.now()) })
        return desk.outbox.getEntry(entryId)
      })
      changed(moved)
      onQueued(moved.blogId)
      return toOutboxEntry(moved)
    },
  }
}
