import type { CommentsService } from '../../../shared/contract/services.ts'
import type { TextDirection } from '../../../shared/content/document.ts'
import type { Comment } from '../../../shared/domain/comment.ts'
import type { BlogId, CommentId, EntryId } from '../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../shared/domain/outbox-entry.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { hashJson } from '../content-hash.ts'
import { newId, newToken } from '../new-id.ts'
import { entryFrame } from '../outbox/entry-frame.ts'
import { canCancel, isKept } from '../outbox/entry-states.ts'
import { takeBack } from '../outbox/take-back.ts'
import { toOutboxEntry } from '../outbox/to-outbox-entry.ts'
import type { Clock, Random } from '../ports.ts'
import type { CommentInPlace } from '../store/comment-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { NewEntry, StoredEntry, StoredEntryOf } from '../store/outbox-repository.ts'
import { textDirection } from '../../../shared/content/text-direction.ts'
import { htmlFromPlainText } from './plain-text.ts'

type ReplyEntry = StoredEntryOf<'send-reply'>

export function createCommentsService(ports: {
  desk: Desk
  clock: Clock
  random: Random
  feed: ChangeFeed
  holdMs: number
  onQueued: (blogId: BlogId) => void
}): CommentsService {
  const { desk, clock, random, feed, holdMs, onQueued } = ports

  const queued = (entry: StoredEntry): OutboxEntry => {
    feed.emit({ topic: 'comments', blogId: entry.blogId })
    feed.emit({ topic: 'outbox', blogId: entry.blogId })
    onQueued(entry.blogId)
    return toOutboxEntry(desk, entry)
  }

  return {
    list({ blogId, postId }) {
      // Nobody waits for an answer there.
      const isArchive = desk.archives.isArchive(blogId)
      const blog = desk.blogs.getBlog(blogId)
      const onBlog = desk.comments.listComments(blogId, postId)
      const replies = desk.outbox.listOpenReplies(blogId)
      const isMine = (comment: CommentInPlace): boolean => comment.authorId === blog.remoteUserId
      const answered = new Set([
        ...onBlog.filter(isMine).map((comment) => comment.parentRemoteId),
        ...replies.map((entry) => entry.payload.parentRemoteId),
      ])
      const idByRemote = new Map(onBlog.map((comment) => [comment.remoteId, comment.id]))
      const byId = new Map(onBlog.map((comment) => [comment.id, comment]))
      return [
        ...onBlog.map((comment): Comment => ({
          id: comment.id,
          blogId,
          postId: comment.postId,
          postTitle: comment.postTitle,
          parentId: comment.parentRemoteId === null ? null : (idByRemote.get(comment.parentRemoteId) ?? null),
          authorName: comment.authorName,
          isMine: isMine(comment),
          contentHtml: comment.contentHtml,
          direction: comment.direction,
          status: comment.status,
          createdAt: comment.createdAt,
          link: comment.link,
          isRead: comment.isRead || isMine(comment),
          isUnanswered: !isArchive && !isMine(comment) && !answered.has(comment.remoteId),
          entry: null,
        })),
        ...replies.flatMap((entry) => {
          const parent = entry.commentId === null ? undefined : byId.get(entry.commentId)
          return parent ? [asComment(entry, parent, blog.displayName)] : []
        }),
      ]
    },

    reply({ commentId, text }) {
      const entry = desk.transaction(() => {
        const comment = desk.comments.getComment(commentId as CommentId)
        const blog = desk.blogs.getBlog(comment.blogId)
        const { payloadHash } = replyTo(comment, text)
        const same = desk.outbox
          .listOpen(blog.id)
          .find((open) => open.kind === 'send-reply' && open.payloadHash === payloadHash)
        if (same) return desk.outbox.getEntry(same.id)
        const id = newId<EntryId>(random)
        desk.outbox.addEntry({
          ...entryFrame({ clock, holdMs }, blog),
          ...replyTo(comment, text),
          id,
          token: newToken(random),
        })
        desk.comments.markRead([comment.id])
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
        const frame = entryFrame({ clock, holdMs }, desk.blogs.getBlog(old.blogId))
        const id = newId<EntryId>(random)
        desk.outbox.addEntry(
          {
            ...frame,
            ...(isKept(old) ? { state: 'held', heldUntil: null } : {}),
            ...replyTo(desk.comments.getComment(old.commentId), text),
            id,
            token: newToken(random),
          },
          old.position,
        )
        return desk.outbox.getEntry(id)
      })
      return queued(entry)
    },

    markRead({ blogId, commentIds }) {
      desk.transaction(() => desk.comments.markRead(commentIds as CommentId[]))
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
    what: `${comment.authorName}: ${text.slice(0, 80)}`,
    sizeBytes: Buffer.byteLength(text),
    payload,
    payloadHash: hashJson(payload),
  } satisfies Partial<NewEntry>
}

/** A reply that is still in the outbox, shown where it will stand. */
function asComment(entry: ReplyEntry, parent: CommentInPlace, authorName: string): Comment {
  const direction: TextDirection = textDirection(entry.payload.text) ?? 'ltr'
  return {
    id: entry.id as unknown as CommentId,
    blogId: entry.blogId,
    postId: parent.postId,
    postTitle: parent.postTitle,
    parentId: parent.id,
    authorName,
    isMine: true,
    contentHtml: htmlFromPlainText(entry.payload.text),
    direction,
    status: 'approved',
    createdAt: entry.createdAt,
    link: null,
    isRead: true,
    isUnanswered: false,
    entry: { id: entry.id, state: entry.state, heldUntil: entry.heldUntil, isStopping: entry.isStopped },
  }
}
