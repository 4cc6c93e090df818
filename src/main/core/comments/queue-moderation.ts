import { mayModerate } from '../../../shared/domain/blog.ts'
import type { CommentStatus } from '../../../shared/domain/comment.ts'
import type { CommentId, EntryId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { hashJson, sha256 } from '../content-hash.ts'
import { newId, newToken } from '../new-id.ts'
import { entryFrame } from '../outbox/entry-frame.ts'
import type { ModerationPayload } from '../outbox/entry-payload.ts'
import { canCancel, needsPerson } from '../outbox/entry-states.ts'
import { takeBack } from '../outbox/take-back.ts'
import type { Clock, Random } from '../ports.ts'
import type { CommentInPlace } from '../store/comment-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredEntry } from '../store/outbox-repository.ts'

const FIRST_WORDS = 80

/**
 * Puts the person's decision on a comment into the outbox, in a lane of its own. The same decision twice is one act; a newer
 * one replaces what has not left, queues behind what may have, and is nothing at all when the comment is so already: then null.
 * Call inside a transaction. Throws `not-allowed-now` where the account may not moderate.
 */
export function queueModeration(
  ports: { desk: Desk; clock: Clock; random: Random; holdMs: number },
  commentId: CommentId,
  to: CommentStatus,
): StoredEntry | null {
  const { desk, random } = ports
  const comment = desk.comments.getComment(commentId)
  const blog = desk.blogs.getBlog(comment.blogId)
  if (!mayModerate(blog)) throw new AppError({ kind: 'not-allowed-now', why: 'no-right-to-moderate' })
  const earlier = desk.outbox.listOpenModerations(blog.id).filter((each) => each.commentId === commentId)
  const last = earlier.at(-1)
  // Only the last counts: the same decision before another one is not what the person wants now.
  if (last?.payload.to === to && !needsPerson(last.state)) return last
  for (const entry of earlier) if (canCancel(entry.state)) takeBack(desk, entry)
  const status = earlier.findLast(({ state }) => !canCancel(state))?.payload.to ?? comment.status
  if (status === to) return null
  const id = newId<EntryId>(random)
  desk.outbox.addEntry({
    ...entryFrame(ports, blog),
    ...decisionOn(comment, { status, to }),
    id,
    token: newToken(random),
  })
  return desk.outbox.getEntry(id)
}

function decisionOn(comment: CommentInPlace, { status, to }: { status: CommentStatus; to: CommentStatus }) {
  const payload: ModerationPayload = {
    remoteId: comment.remoteId,
    saw: { status, contentHash: sha256(comment.contentHtml) },
    to,
  }
  const words = comment.contentHtml.replaceAll(/<[^<>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  return {
    kind: 'moderate-comment' as const,
    lane: `comment:${comment.id}`,
    postId: comment.postId,
    commentId: comment.id,
    what: `${comment.authorName}: ${words.trim().slice(0, FIRST_WORDS)}`,
    sizeBytes: Buffer.byteLength(JSON.stringify(payload)),
    payload,
    payloadHash: hashJson(payload),
  }
}
