import {
  utcIso,
  type PostId,
  type RemoteCommentId,
  type RemoteUserId,
  type ReviewId,
} from '../../../shared/domain/ids.ts'
import type { ReviewedPost } from '../../../shared/domain/review-file.ts'
import type { Clock } from '../ports.ts'
import { byFile, takeReview } from '../review/take-review.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { asHere } from './pictures-on-line.ts'
import type { ReviewLetter } from './review-letter.ts'

/**
 * Takes in what somebody put beside a post, united with what is here as a review file would be. The review belongs to this post
 * from then on; a letter of another review of the same post says nothing here. Returns the review when there was anything to
 * take, else null. Call inside a transaction.
 */
export function takeLetter(
  { desk, clock }: { desk: Desk; clock: Clock },
  blog: StoredBlog,
  { postId, author }: { postId: PostId; author: RemoteUserId },
  letter: ReviewLetter,
): ReviewId | null {
  const { token, sentAt } = letter
  const post = withOwnNames(desk, blog, letter)
  const id = post.reviewId as ReviewId
  if (desk.reviewLines.hasLetter(id, author, token)) return null
  if (!isOfThisPost(desk, id, postId)) return null
  const { url, name } = blog
  takeReview(
    desk,
    {
      ...byFile(desk, { blog: { url, name }, sentAt }),
      findLast: (_id, round) => desk.reviewLines.findLastLetter(id, author, round)?.proposed ?? null,
      keepLast: (_id, round, proposed) => desk.reviewLines.addLetter(id, author, { token, round, proposed }),
      asHere: (words, alike) => asHere(desk, blog.id, words, alike),
    },
    post,
    utcIso(clock.now()),
  )
  desk.reviewLines.addLine({ reviewId: id, blogId: blog.id, postId })
  keepNumbers(desk, blog, post, letter)
  // The author's own, on another of their laptops.
  if (
    desk.reviews.findIdOfPost(postId) === null &&
    desk.posts.findBase(postId, 'agreed')?.remote.authorId === blog.remoteUserId
  )
    desk.reviews.linkPost(id, postId)
  // Of an earlier round nothing was merged; it is known all the same.
  desk.reviewLines.addLetter(id, author, { token, round: post.round.number, proposed: post.after })
  return id
}

/** Neither is another review known of this post, nor another post of this review: whoever may edit one post writes to no other. */
function isOfThisPost(desk: Desk, id: ReviewId, postId: PostId): boolean {
  const reviews = [desk.reviewLines.findLineOfPost(postId)?.reviewId, desk.reviews.findIdOfPost(postId)]
  const posts = [desk.reviewLines.findLine(id)?.postId, desk.reviews.findReview(id)?.review.postId]
  return reviews.every((each) => (each ?? id) === id) && posts.every((each) => (each ?? postId) === postId)
}

/** A note that this desk knows from the blog already keeps its name here. */
function withOwnNames(desk: Desk, blog: StoredBlog, { post, numbers }: ReviewLetter): ReviewedPost {
  const names = new Map(
    numbers.flatMap(({ noteId, remoteId }) => {
      const here = desk.reviewNumbers.findByNumber(blog.id, remoteId)?.noteId
      return here ? [[noteId, here] as const] : []
    }),
  )
  const named = <Remark extends { id: string }>(remark: Remark): Remark => ({
    ...remark,
    id: names.get(remark.id) ?? remark.id,
  })
  return { ...post, notes: post.notes.map((note) => ({ ...named(note), replies: note.replies.map(named) })) }
}

function keepNumbers(desk: Desk, blog: StoredBlog, post: ReviewedPost, { numbers, toldIn }: ReviewLetter): void {
  const reviewId = post.reviewId as ReviewId
  const settled = new Set(post.notes.flatMap(({ id, resolved }) => (resolved === null ? [] : [id])))
  const keep = (remoteId: RemoteCommentId, noteId: string | null): void => {
    if (desk.reviewNumbers.findByNumber(blog.id, remoteId)) return
    const isResolved = noteId !== null && settled.has(noteId)
    desk.reviewNumbers.putNumber({ blogId: blog.id, remoteId, reviewId, noteId, isResolved })
  }
  for (const { noteId, remoteId } of numbers) keep(remoteId, noteId)
  for (const remoteId of toldIn) keep(remoteId, null)
}
