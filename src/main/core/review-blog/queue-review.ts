import { utcIso, type EntryId, type PostId, type ReviewId } from '../../../shared/domain/ids.ts'
import { hashJson } from '../content-hash.ts'
import { newId, newToken } from '../new-id.ts'
import { entryFrame } from '../outbox/entry-frame.ts'
import type { ReviewPayload } from '../outbox/entry-payload.ts'
import { canCancel, needsPerson } from '../outbox/entry-states.ts'
import { takeBack } from '../outbox/take-back.ts'
import type { Clock, Random } from '../ports.ts'
import { isLiveStatus } from '../posts/is-live-status.ts'
import { openSendsOf, queuePictures, queuePost } from '../posts/queue-post.ts'
import { currentWords } from '../posts/post-words.ts'
import { saysTheSame } from '../posts/post-fields.ts'
import { reviewedPost } from '../review/pack-review.ts'
import type { ReviewedPost } from '../../../shared/domain/review-file.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'

export interface QueueReviewPorts {
  desk: Desk
  clock: Clock
  random: Random
  holdMs: number
}

/** Whoever asks about a post beside which a review stands asks in that one. Call inside a transaction. */
export function joinLine(desk: Desk, postId: PostId): void {
  const line = desk.reviewLines.findLineOfPost(postId)
  if (line && desk.reviews.findIdOfPost(postId) === null) desk.reviews.linkPost(line.reviewId, postId)
}

/**
 * The author asks through the blog: the post is handed in there, unless readers have it already or it stands there so, and the
 * review goes behind it. Call inside a transaction. Throws what handing in a post does; then nothing was queued.
 */
export function askThroughBlog(ports: QueueReviewPorts, reviewId: ReviewId, postId: PostId): void {
  const { desk } = ports
  const post = desk.posts.getPost(postId)
  desk.reviewLines.addLine({ reviewId, blogId: post.blogId, postId })
  const agreed = desk.posts.findBase(postId, 'agreed')?.remote
  // Readers see that one: its new words stay here until they are approved.
  const isLive = agreed !== undefined && isLiveStatus(agreed.status)
  const isThere =
    agreed?.status === 'pending' &&
    saysTheSame(desk, post.blogId, currentWords(desk, post), agreed) &&
    openSendsOf(desk, postId).length === 0
  if (!isThere && !isLive) queuePost(ports, postId, { as: 'pending', publishAt: null })
  queueReview(ports, reviewId)
}

/**
 * The review as it is now, to go beside its post on the blog; one that has not left yet it takes the place of. Of a review that
 * does not go through the blog nothing leaves. Call inside a transaction.
 */
export function queueReview(ports: QueueReviewPorts, reviewId: ReviewId): void {
  const { desk, random } = ports
  const line = desk.reviewLines.findLine(reviewId)
  if (!line) return
  const { blogId, postId } = line
  const blog = desk.blogs.getBlog(blogId)
  const post = reviewedPost(desk, reviewId)
  const last = desk.outbox.findLastLetter(postId)
  // Asked twice for the same, it is said once. What needs somebody has ended, and so has one that was taken back.
  if (last && hashJson(last.payload.post) === hashJson(post) && !needsPerson(last.state) && last.state !== 'cancelled')
    return
  takeBackLetters(desk, postId)
  const frame = entryFrame(ports, blog)
  const payload: ReviewPayload = {
    reviewId,
    sentBy: post.round.concluded?.by ?? post.round.askedBy,
    sentAt: utcIso(ports.clock.now()),
    post,
    upTo: lastOwnLetter(desk, blog, post)?.token ?? null,
  }
  desk.outbox.addEntry({
    ...frame,
    id: newId<EntryId>(random),
    postId,
    kind: 'send-review',
    lane: laneOf(reviewId),
    waitsFor: [
      ...openSendsOf(desk, postId).map(({ id }) => id),
      ...queuePictures(ports, blog, { id: postId }, post.after.document),
    ],
    what: post.after.title,
    sizeBytes: Buffer.byteLength(JSON.stringify(post)),
    payload,
    payloadHash: hashJson(payload),
    token: newToken(random),
  })
}

const lastOwnLetter = (desk: Desk, { remoteUserId }: StoredBlog, { reviewId, round }: ReviewedPost) =>
  remoteUserId === null ? null : desk.reviewLines.findLastLetter(reviewId as ReviewId, remoteUserId, round.number)

/** What was asked or decided was taken out of the outbox: nobody else knows of it. */
export function isUnsent(desk: Desk, reviewId: ReviewId): boolean {
  const line = desk.reviewLines.findLine(reviewId)
  return line !== null && desk.outbox.findLastLetter(line.postId)?.state === 'cancelled'
}

/**
 * The author asks no more. What did not leave yet stays here, the post that was only handed in for it too; what may have left is
 * followed by a letter that says so. Call inside a transaction.
 */
export function withdrawThroughBlog(ports: QueueReviewPorts, reviewId: ReviewId): void {
  const { desk } = ports
  const line = desk.reviewLines.findLine(reviewId)
  if (!line) return
  takeBackLetters(desk, line.postId)
  for (const entry of openSendsOf(desk, line.postId))
    if (entry.payload.as === 'pending' && canCancel(entry.state)) takeBack(desk, entry)
  const me = desk.blogs.getBlog(line.blogId).remoteUserId
  const { round } = desk.reviews.getReview(reviewId).review
  // From this laptop, or from another of this person.
  const last = desk.outbox.findLastLetter(line.postId)
  const hasLeft =
    (last !== null && (last.state !== 'cancelled' || last.attempts > 0)) ||
    (me !== null && desk.reviewLines.findLastLetter(reviewId, me, round) !== null)
  if (hasLeft) queueReview(ports, reviewId)
}

const laneOf = (reviewId: ReviewId): string => `review:${reviewId}`

function takeBackLetters(desk: Desk, postId: PostId): void {
  for (const entry of desk.outbox.listOpenOfPost(postId))
    if (entry.kind === 'send-review' && canCancel(entry.state)) takeBack(desk, entry)
}
