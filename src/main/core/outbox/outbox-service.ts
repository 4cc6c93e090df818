import type { OutboxService } from '../../../shared/contract/services.ts'
import type { BlogId, EntryId } from '../../../shared/domain/ids.ts'
import { utcIso, type UtcIso } from '../../../shared/domain/ids.ts'
import { isAboutComment, type DiscardedReply, type OutboxEntry } from '../../../shared/domain/outbox-entry.ts'
import { AppError } from '../../../shared/errors.ts'
import { blogNow } from '../blogs/blog-clock.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { policyInForce } from '../policy/policy-in-force.ts'
import { quietAt } from '../policy/quiet-dates.ts'
import type { Clock, Log } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredEntry, StoredEntryOf } from '../store/outbox-repository.ts'
import { canCancel, canHold, canStop, isKept } from './entry-states.ts'
import { leavesWith, placeBefore } from './sending-order.ts'
import { isNeeded, takeBack } from './take-back.ts'
import { exceptFromQuiet } from '../sync/quiet-hold.ts'
import { toOutboxEntry } from './to-outbox-entry.ts'

const SHOWN_DONE = 200
const SHOWN_DISCARDED = 50

export function createOutboxService(ports: {
  desk: Desk
  clock: Clock
  feed: ChangeFeed
  log: Log
  onQueued: (blogId: BlogId) => void
  /** Its request, if one is under way, is to be cut. */
  onStopped: (blogId: BlogId, entryId: EntryId) => void
}): OutboxService {
  const { desk, clock, feed, log, onQueued, onStopped } = ports

  const changed = (entry: StoredEntry): OutboxEntry => {
    feed.emit({ topic: 'outbox', blogId: entry.blogId })
    feed.emit({ topic: 'line', blogId: entry.blogId })
    // Also of a post: an answer that was to go behind it is kept here when it is taken back.
    feed.emit({ topic: 'comments', blogId: entry.blogId, postId: entry.postId })
    if (!isAboutComment(entry.kind)) feed.emit({ topic: 'posts', blogId: entry.blogId, postId: entry.postId })
    return toOutboxEntry(desk, entry)
  }

  /** One committed act on an entry, of which every window is told. */
  const act = (entryId: EntryId, change: (entry: StoredEntry) => StoredEntry): OutboxEntry =>
    changed(desk.transaction(() => change(desk.outbox.getEntry(entryId))))

  /** As `act`; and there may be something to send now. */
  const actAndSend: typeof act = (entryId, change) => {
    const shown = act(entryId, change)
    onQueued(shown.blogId)
    return shown
  }

  /** No longer waiting for anything: the next round takes it. */
  const toReady = (entry: StoredEntry): StoredEntry => {
    const heldUntil = heldByPolicyUntil(entry)
    if (heldUntil === null)
      return desk.outbox.moveEntry(entry.id, 'ready', { heldUntil: null, nextAttemptAt: null, reason: null })
    desk.outbox.noteProgress(entry.id, { heldUntil })
    return desk.outbox.getEntry(entry.id)
  }

  /** The organisation wants time to take it back: until then nobody sends it sooner. null when that time is over, or nothing holds it. */
  const heldByPolicyUntil = ({ state, createdAt }: StoredEntry): UtcIso | null => {
    const { holdSeconds = 0 } = policyInForce(desk)
    const until = utcIso(new Date(Date.parse(createdAt) + holdSeconds * 1000))
    return state === 'held' && until > utcIso(clock.now()) ? until : null
  }

  const keepHere = (entry: StoredEntry): StoredEntry => {
    if (entry.state !== 'held')
      return desk.outbox.moveEntry(entry.id, 'held', { heldUntil: null, nextAttemptAt: null, reason: null })
    desk.outbox.noteProgress(entry.id, { heldUntil: null })
    return desk.outbox.getEntry(entry.id)
  }

  return {
    list: (blogId) =>
      [...desk.outbox.listOpen(blogId), ...desk.outbox.listDone(blogId, SHOWN_DONE)].map((entry) =>
        toOutboxEntry(desk, entry),
      ),
    discarded: (blogId) => desk.outbox.listCancelledReplies(blogId, SHOWN_DISCARDED).flatMap(toDiscarded),
    replyText(entryId) {
      const entry = desk.outbox.getEntry(entryId)
      if (entry.kind !== 'send-reply') throw new AppError({ kind: 'not-allowed-now', why: 'no-reply' })
      return { text: entry.payload.text }
    },
    cancel: (entryId) =>
      act(entryId, (entry) => {
        if (!canCancel(entry.state)) throw new AppError({ kind: 'not-allowed-now', why: 'being-sent' })
        // A post cannot go without its picture; the post is what is taken back then.
        if (entry.kind === 'upload-picture' && isNeeded(desk, entry))
          throw new AppError({ kind: 'not-allowed-now', why: 'a-post-shows-it' })
        return takeBack(desk, entry)
      }),
    tryNow: (entryId) =>
      actAndSend(entryId, (entry) => {
        desk.arrivals.release([entryId, ...leavesWith(entry)])
        if (entry.state !== 'ready' && canCancel(entry.state)) return toReady(entry)
        if (entry.state === 'unknown') desk.outbox.noteProgress(entryId, { nextAttemptAt: utcIso(clock.now()) })
        return desk.outbox.getEntry(entryId)
      }),
    sendUrgent: (entryId) =>
      actAndSend(entryId, (entry) => {
        const quiet = quietAt(policyInForce(desk), utcIso(blogNow(ports, entry.blogId)))
        if (!quiet?.allowsUrgent) throw new AppError({ kind: 'not-allowed-now', why: 'quiet-date' })
        exceptFromQuiet(desk, entry)
        desk.arrivals.release([entryId, ...leavesWith(entry)])
        log.warn('policy.sent-on-quiet-date', { entryId, kind: entry.kind })
        return isKept(entry) ? toReady(entry) : entry
      }),
    hold: (entryId) =>
      act(entryId, (entry) => {
        if (!canHold(entry.state)) throw new AppError({ kind: 'not-allowed-now', why: 'being-sent' })
        return keepHere(entry)
      }),
    release: (entryId) =>
      actAndSend(entryId, (entry) => {
        desk.arrivals.release([entryId, ...leavesWith(entry)])
        for (const id of entry.waitsFor) {
          const waitedFor = desk.outbox.getEntry(id)
          if (waitedFor.kind === 'upload-picture' && isKept(waitedFor)) toReady(waitedFor)
        }
        if (isKept(entry)) return toReady(entry)
        // The person stopped it, and now lets it go on: what became of it is looked up all the same, and now.
        const lookUpAt = entry.state === 'unknown' ? utcIso(clock.now()) : entry.nextAttemptAt
        if (entry.isStopped) desk.outbox.noteProgress(entryId, { isStopped: false, nextAttemptAt: lookUpAt })
        return desk.outbox.getEntry(entryId)
      }),
    stop(entryId) {
      const stopped = act(entryId, (entry) => {
        // Nothing is under way any more, and it would go again by itself: the person does not want that.
        if (canHold(entry.state)) return keepHere(entry)
        if (!canStop(entry.state)) throw new AppError({ kind: 'not-allowed-now', why: 'not-under-way' })
        // An unclear one is looked up at once: the person is waiting to hear.
        const nextAttemptAt = entry.state === 'unknown' ? utcIso(clock.now()) : entry.nextAttemptAt
        desk.outbox.noteProgress(entryId, { isStopped: true, nextAttemptAt })
        return desk.outbox.getEntry(entryId)
      })
      onStopped(stopped.blogId, entryId)
      return stopped
    },
    move: ({ entryId, before }) =>
      act(entryId, (entry) => {
        if (!canCancel(entry.state)) throw new AppError({ kind: 'not-allowed-now', why: 'being-sent' })
        if (entry.kind === 'upload-picture') throw new AppError({ kind: 'not-allowed-now', why: 'a-post-shows-it' })
        desk.outbox.noteProgress(entryId, { position: positionBefore(entry, before) })
        return desk.outbox.getEntry(entryId)
      }),
  }

  function positionBefore({ blogId, id }: StoredEntry, before: EntryId | null): number {
    const place = (): ReturnType<typeof placeBefore> => placeBefore(desk.outbox.listOpen(blogId), id, before)
    let found = place()
    if (found === 'no-room') {
      desk.outbox.spreadPositions(blogId)
      found = place()
    }
    if (typeof found === 'string') throw new AppError({ kind: 'not-allowed-now', why: 'builds-on-another' })
    return found.position
  }
}

function toDiscarded({
  id,
  commentId,
  postId,
  what,
  payload,
  createdAt,
}: StoredEntryOf<'send-reply'>): DiscardedReply[] {
  if (commentId === null || postId === null) return []
  return [{ id, commentId, postId, what, text: payload.text, createdAt }]
}
