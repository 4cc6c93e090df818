import { mayPublish } from '../../../shared/domain/blog.ts'
import type { PostId, ReviewId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import { besideOf, currentWords } from '../posts/post-words.ts'
import { queuePost } from '../posts/queue-post.ts'
import { takeBeside, takeWords } from '../posts/take-words.ts'
import { approvedWords } from '../review/conclude.ts'
import { saysTheSameAs } from '../review/seal-over.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredReview } from '../store/review-repository.ts'
import type { QueueReviewPorts } from './queue-review.ts'

/** The post that the review goes beside, where it is on this desk and the account may publish it; else null. */
export function publishablePost(desk: Desk, reviewId: ReviewId): PostId | null {
  const line = desk.reviewLines.findLine(reviewId)
  return line && mayPublish(desk.blogs.getBlog(line.blogId).rights, desk.posts.getPost(line.postId).kind)
    ? line.postId
    : null
}

/**
 * Whoever approved the text and may publish sends it on its way, at its time: exactly what was approved, and only over the text
 * that was given. Call inside a transaction. Throws `not-allowed-now` (`post-moved-on`) when the post says something else by now,
 * and what queueing a post does; then nothing was decided.
 */
export function publishApproved(ports: QueueReviewPorts, reviewId: ReviewId): void {
  const { desk } = ports
  const postId = publishablePost(desk, reviewId)
  if (postId === null) throw new AppError({ kind: 'not-allowed-now', why: 'no-right-to-publish' })
  const { review, round } = desk.reviews.getReview(reviewId)
  if (review.postId === null) desk.reviews.linkPost(reviewId, postId)
  const post = desk.posts.getPost(postId)
  const here = currentWords(desk, post)
  const { given } = desk.reviews.getTexts(reviewId, review.round)
  // A post that was given without a category is in the blog's own by now: nobody chose that one.
  const isUnchosen = given.categoryIds.length === 0
  if (isUnchosen) desk.terms.putUnchosen(postId, here.categoryIds)
  const unchanged = { ...here, categoryIds: isUnchosen ? [] : here.categoryIds }
  if (!saysWhatWasGiven(desk, { ...review, blogId: post.blogId }, given, unchanged))
    throw new AppError({ kind: 'not-allowed-now', why: 'post-moved-on' })
  const approved = approvedWords(desk, reviewId)
  const words =
    isUnchosen && approved.categoryIds.length === 0 ? { ...approved, categoryIds: here.categoryIds } : approved
  if (saysWhatWasGiven(desk, { ...review, blogId: post.blogId }, words, here)) takeBeside(desk, postId, words)
  else takeWords(ports, post, words)
  queuePost(ports, postId, { as: 'publish', publishAt: round.publishAt })
}

function saysWhatWasGiven(desk: Desk, review: StoredReview, given: PostWords, now: PostWords): boolean {
  // On this desk nobody told the post its language or what is said of it elsewhere: the blog has no place for it.
  return saysTheSameAs(desk, review, given, { ...now, ...besideOf(given) })
}
