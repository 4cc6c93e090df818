import type { SeenComment } from '../../../shared/contract/inputs.ts'
import type { UndoneDecisions } from '../../../shared/contract/conversation-services.ts'
import { mayModerate } from '../../../shared/domain/blog.ts'
import type { CommentStatus } from '../../../shared/domain/comment.ts'
import type { BlogId, CommentId, EntryId } from '../../../shared/domain/ids.ts'
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
import type { StoredEntry, StoredEntryOf } from '../store/outbox-repository.ts'

const FIRST_WORDS = 80

type DecisionEntry = StoredEntryOf<'moderate-comment'>

export interface QueuedModeration {
  blogId: BlogId
  entries: StoredEntry[]
  changed: CommentId[]
}

/**
 * Puts the person's decision on comments of one blog into the outbox, each in a lane of its own. The same decision twice is one
 * act; a newer one replaces what has not left, queues behind what may have, and is nothing at all when the comment is so already.
 * What is another comment by now than the person saw is left alone and told. Call inside a transaction. Throws `not-allowed-now`
 * where the account may not moderate.
 */
export function queueModeration(
  ports: { desk: Desk; clock: Clock; random: Random; holdMs: number },
  seen: readonly SeenComment[],
  to: CommentStatus,
): QueuedModeration {
  const { desk, random } = ports
  const comments = seen.map((saw) => ({ saw, comment: desk.comments.getComment(saw.commentId) }))
  const blog = desk.blogs.getBlog((comments[0]?.comment ?? noComment()).blogId)
  if (!mayModerate(blog)) throw new AppError({ kind: 'not-allowed-now', why: 'no-right-to-moderate' })
  const open = Map.groupBy(desk.outbox.listOpenModerations(blog.id), ({ commentId }) => commentId)
  const queued: QueuedModeration = { blogId: blog.id, entries: [], changed: [] }
  let position: number | undefined

  for (const { saw, comment } of comments) {
    if (comment.blogId !== blog.id) throw new AppError({ kind: 'no-such-item', what: 'comment' })
    if (!isWhatWasSeen(saw, comment)) {
      queued.changed.push(comment.id)
      continue
    }
    const { last, status } = replaceEarlier(desk, open.get(comment.id) ?? [], comment, to)
    if (last) queued.entries.push(last)
    if (last || status === to) continue
    const id = newId<EntryId>(random)
    const frame = entryFrame(ports, blog)
    desk.outbox.addEntry({ ...frame, ...decisionOn(comment, { status, to }), id, token: newToken(random) }, position)
    const entry = desk.outbox.getEntry(id)
    // Decided together, they stand together; in that place their own order decides.
    position ??= entry.position
    queued.entries.push(entry)
  }
  return queued
}

const noComment = (): never => {
  throw new AppError({ kind: 'no-such-item', what: 'comment' })
}

/** A state that the person had decided on before is no surprise to them; what was put away is not told apart while it is away. */
function isWhatWasSeen({ print, status, decided }: SeenComment, comment: CommentInPlace): boolean {
  const isAsDecided = decided === comment.status || (isAway(decided) && isAway(comment.status))
  return print === printOf(comment) && (comment.status === status || isAsDecided)
}

const isAway = (status: CommentStatus | null): boolean => status === 'spam' || status === 'trash'

/** Of a comment as it is read. The same for the same words. */
export const printOf = ({ contentHtml }: Pick<CommentInPlace, 'contentHtml'>): string => sha256(contentHtml)

/** `last` is the decision that says the same already; else what the comment will be once everything on its way has arrived. */
function replaceEarlier(
  desk: Desk,
  earlier: readonly DecisionEntry[],
  comment: CommentInPlace,
  to: CommentStatus,
): { last: DecisionEntry | null; status: CommentStatus } {
  const last = earlier.at(-1)
  // Only the last counts: the same decision before another one is not what the person wants now.
  if (last?.payload.to === to && !needsPerson(last.state)) return { last, status: to }
  for (const entry of earlier) if (canCancel(entry.state)) takeBack(desk, entry)
  const status = earlier.findLast(({ state }) => !canCancel(state))?.payload.to ?? comment.status
  return { last: null, status }
}

/** Takes decisions back; each may be one that a newer decision took the place of, or that left meanwhile. Call inside a transaction. */
export function takeBackDecisions(desk: Desk, blogId: BlogId, entryIds: readonly EntryId[]): UndoneDecisions {
  const undone: UndoneDecisions = { takenBack: 0, replaced: 0, left: 0 }
  for (const id of entryIds) {
    const entry = desk.outbox.getEntry(id)
    if (entry.blogId !== blogId || entry.kind !== 'moderate-comment')
      throw new AppError({ kind: 'no-such-item', what: 'entry' })
    if (entry.state === 'cancelled') undone.replaced += 1
    else if (!canCancel(entry.state)) undone.left += 1
    else {
      takeBack(desk, entry)
      undone.takenBack += 1
    }
  }
  return undone
}

function decisionOn(comment: CommentInPlace, { status, to }: { status: CommentStatus; to: CommentStatus }) {
  const payload: ModerationPayload = {
    remoteId: comment.remoteId,
    saw: { status, contentHash: printOf(comment) },
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
