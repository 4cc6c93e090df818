import type { CommentsService } from '../../../shared/contract/services.ts'
import type { TextDirection } from '../../../shared/content/document.ts'
import type { Comment } from '../../../shared/domain/comment.ts'
import type { BlogId, CommentId, EntryId } from '../../../shared/domain/ids.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { hashJson } from '../content-hash.ts'
import { newId, newToken } from '../new-id.ts'
import { entryFrame } from '../outbox/entry-frame.ts'
import { toOutboxEntry } from '../outbox/to-outbox-entry.ts'
import type { Clock, Random } from '../ports.ts'
import type { CommentInPlace } from '../store/comment-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredEntry, StoredEntryOf } from '../store/outbox-repository.ts'
import { textDirection } from '../../../shared/content/text-direction.ts'
import { htmlFromPlainText } from './plain-text.ts'

type ReplyEntry = StoredEntryOf<'send-reply'>
const isReply = (entry: StoredEntry): entry is ReplyEntry => entry.kind === 'send-reply'

export function createCommentsService(ports: {
  desk: Desk
  clock: Clock
  random: Random
  feed: ChangeFeed
  holdMs: number
  onQueued: (blogId: BlogId) => void
}): CommentsService {
  const { desk, clock, random, feed, holdMs, onQueued } = ports

  return {
    list({ blogId, postId }) {
      const blog = desk.blogs.getBlog(blogId)
      const onBlog = desk.comments.listComments(blogId, postId)
      const queued = desk.outbox.listOpen(blogId).filter(isReply)
      const isMine = (comment: CommentInPlace): boolean => comment.authorId === blog.remoteUserId
      const answered = new Set([
        ...onBlog.filter(isMine).map((comment) => comment.parentRemoteId),
        ...queued.map((entry) => entry.payload.parentRemoteId),
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
          isUnanswered: !isMine(comment) && !answered.has(comment.remoteId),
          entry: null,
        })),
        ...queued.flatMap((entry) => {
          const parent = entry.commentId === null ? undefined : byId.get(entry.commentId)
          return parent ? [asComment(entry, parent, blog.displayName)] : []
        }),
      ]
    },

    reply({ commentId, text }) {
      const entry = desk.transaction(() => {
        const comment = desk.comments.getComment(commentId as CommentId)
        const blog = desk.blogs.getBlog(comment.blogId)
        const payload = { postRemoteId: comment.postRemoteId, parentRemoteId: comment.remoteId, text }
        const payloadHash = hashJson(payload)
        const same = desk.outbox
          .listOpen(blog.id)
          .find((open) => open.kind === 'send-reply' && open.payloadHash === payloadHash)
        if (same) return same
        const id = newId<EntryId>(random)
        desk.outbox.addEntry({
          ...entryFrame({ clock, holdMs }, blog),
          id,
          kind: 'send-reply',
          lane: `thread:${comment.postRemoteId}`,
          postId: comment.postId,
          commentId: comment.id,
          what: `${comment.authorName}: ${text.slice(0, 80)}`,
          sizeBytes: Buffer.byteLength(text),
          payload,
          payloadHash,
          token: newToken(random),
        })
        desk.comments.markRead([comment.id])
        return desk.outbox.getEntry(id)
      })
      feed.emit({ topic: 'comments', blogId: entry.blogId })
      feed.emit({ topic: 'outbox', blogId: entry.blogId })
      onQueued(entry.blogId)
      return toOutboxEntry(entry)
    },

    markRead({ blogId, commentIds }) {
      desk.transaction(() => desk.comments.markRead(commentIds as CommentId[]))
      feed.emit({ topic: 'comments', blogId })
    },
  }
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
    entry: { id: entry.id, state: entry.state },
  }
}
