import { isDeepStrictEqual } from 'node:util'
import { replyWords } from '../../../shared/conversation/reply-text.ts'
import type { Settings } from '../../../shared/contract/settings-input.ts'
import type { CommentsService } from '../../../shared/contract/conversation-services.ts'
import type { BlogId, CommentId, EntryId } from '../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../shared/domain/outbox-entry.ts'
import { AppError } from '../../../shared/errors.ts'
import type { BlogLines } from '../blogs/blog-lines.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { hashJson } from '../content-hash.ts'
import { newId, newToken } from '../new-id.ts'
import { entryFrame } from '../outbox/entry-frame.ts'
import { canCancel, isKept } from '../outbox/entry-states.ts'
import { correctionBefore, stillOpen } from '../outbox/replies-behind.ts'
import { takeBack } from '../outbox/take-back.ts'
import { toOutboxEntry } from '../outbox/to-outbox-entry.ts'
import type { Clock, Random } from '../ports.ts'
import type { CommentInPlace } from '../store/comment-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { NewEntry, StoredEntry } from '../store/outbox-repository.ts'
import { queueModeration, takeBackDecisions } from './queue-moderation.ts'
import { readAway } from './read-away.ts'
import { forSecondLook } from './second-look.ts'
import { createReaderAddresses } from './reader-addresses.ts'
import { replyContext } from './reply-context.ts'
import { countOpen, listAway, listComments, listConversations, listWaiting } from './read-conversation.ts'

const FIRST_WORDS = 80

export function createCommentsService(ports: {
  desk: Desk
  clock: Clock
  random: Random
  feed: ChangeFeed
  holdMs: number
  settings: () => Settings
  lines: BlogLines
  onQueued: (blogId: BlogId) => void
}): CommentsService & { start(): void; close(): void } {
  const abort = new AbortController()
  const addresses = createReaderAddresses(ports)
  const { desk, clock, random, feed, holdMs, onQueued } = ports

  const told = (blogId: BlogId): void => {
    feed.emit({ topic: 'comments', blogId })
    feed.emit({ topic: 'outbox', blogId })
  }

  const queued = (entry: StoredEntry): OutboxEntry => {
    told(entry.blogId)
    onQueued(entry.blogId)
    return toOutboxEntry(desk, entry)
  }

  return {
    list: ({ blogId, postId }) => listComments(desk, blogId, postId),

    inbox: (blogId) => listConversations(desk, blogId),

    waiting: ({ blogId, limit }) => listWaiting(desk, blogId, limit),

    away: ({ blogId, status }) => listAway(desk, blogId, status),

    badge() {
      const what = ports.settings().notices.badge
      if (what === 'nothing') return 0
      const blogs = desk.blogs.listBlogs().filter(({ kind }) => kind !== 'archive')
      return blogs.reduce((sum, { id }) => sum + countOpen(desk, id)[what], 0)
    },

    async readAway({ blogId, status }) {
      await readAway(ports, { blogId, status, signal: abort.signal })
      feed.emit({ topic: 'comments', blogId })
    },

    readerAddress: (commentId) => addresses.show(commentId, abort.signal),

    replyContext: (commentId) => replyContext(desk, commentId, ports.settings().profile.name),

    reply({ commentId, text }) {
      const entry = desk.transaction(() => {
        const comment = desk.comments.getComment(commentId as CommentId)
        const blog = desk.blogs.getBlog(comment.blogId)
        const { payload } = replyTo(comment, text)
        // By what it says: a reply that waited while the desk was renewed (migration 0021) has the hash of its older form.
        const same = desk.outbox.listOpenReplies(blog.id).find((open) => isDeepStrictEqual(open.payload, payload))
        if (same) return same
        const id = newId<EntryId>(random)
        desk.outbox.addEntry({
          ...forSecondLook(entryFrame({ clock, holdMs }, blog), blog, ports.settings()),
          ...replyTo(comment, text),
          waitsFor: correctionBefore(desk, comment),
          id,
          token: newToken(random),
        })
        desk.replyDrafts.removeDraft(comment.id)
        desk.comments.markRead([comment.id], true)
        return desk.outbox.getEntry(id)
      })
      return queued(entry)
    },

    editReply({ entryId, text }) {
      const entry = desk.transaction(() => {
        const old = desk.outbox.getEntry(entryId)
        if (old.kind !== 'send-reply' || old.commentId === null)
          throw new AppError({ kind: 'not-allowed-now', why: 'no-reply' })
        // What needs a person because its end could not be looked up may be on the blog.
        if (!canCancel(old.state) || old.state === 'needs-you')
          throw new AppError({ kind: 'not-allowed-now', why: 'being-sent' })
        if (old.payload.text === text) return old
        takeBack(desk, old)
        const blog = desk.blogs.getBlog(old.blogId)
        const plain = entryFrame({ clock, holdMs }, blog)
        // Who let it go has looked at it again.
        const frame = old.state === 'held' ? forSecondLook(plain, blog, ports.settings()) : plain
        const id = newId<EntryId>(random)
        desk.outbox.addEntry(
          {
            ...frame,
            ...(isKept(old) ? { state: 'held', heldUntil: null } : {}),
            ...replyTo(desk.comments.getComment(old.commentId), text),
            waitsFor: stillOpen(desk, old),
            id,
            token: newToken(random),
          },
          old.position,
        )
        return desk.outbox.getEntry(id)
      })
      return queued(entry)
    },

    moderate({ seen, to }) {
      const { blogId, entries, changed } = desk.transaction(() => queueModeration(ports, seen, to))
      told(blogId)
      if (entries.length > 0) onQueued(blogId)
      return { entries: entries.map((entry) => toOutboxEntry(desk, entry)), changed }
    },

    takeBack({ blogId, entryIds }) {
      const undone = desk.transaction(() => takeBackDecisions(desk, blogId, entryIds))
      told(blogId)
      feed.emit({ topic: 'line', blogId })
      return undone
    },

    start: () => addresses.start(),

    close() {
      abort.abort()
      addresses.close()
    },

    markRead({ blogId, commentIds, isRead }) {
      desk.transaction(() => desk.comments.markRead(commentIds as CommentId[], isRead))
      feed.emit({ topic: 'comments', blogId })
    },

    setFlagged({ blogId, commentIds, isFlagged }) {
      desk.transaction(() => desk.comments.setFlagged(commentIds as CommentId[], isFlagged))
      feed.emit({ topic: 'comments', blogId })
    },
  }
}

/** What the entry of a reply says. */
function replyTo(comment: CommentInPlace, text: string) {
  const payload = { postRemoteId: comment.postRemoteId, parentRemoteId: comment.remoteId, text }
  return {
    kind: 'send-reply',
    lane: `thread:${comment.postRemoteId}`,
    postId: comment.postId,
    commentId: comment.id,
    what: `${comment.authorName}: ${replyWords(text).replaceAll('\n', ' ').slice(0, FIRST_WORDS)}`,
    sizeBytes: Buffer.byteLength(text),
    payload,
    payloadHash: hashJson(payload),
  } satisfies Partial<NewEntry>
}
