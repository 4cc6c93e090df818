import { utcIso, type PostId, type RemoteUserId, type ReviewId } from '../../../shared/domain/ids.ts'
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
  { token, sentAt, post }: ReviewLetter,
): ReviewId | null {
  const id = post.reviewId as ReviewId
  if (desk.reviewLines.hasLetter(id, author, token)) return null
  const line = desk.reviewLines.findLineOfPost(postId)
  const elsewhere = desk.reviewLines.findLine(id)
  const ofPost = desk.reviews.findIdOfPost(postId)
  if ((line ?? elsewhere) && (line?.reviewId !== id || elsewhere?.postId !== postId)) return null
  if (ofPost !== null && ofPost !== id) return null
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
  // The author's own, on another of their laptops.
  if (ofPost === null && desk.posts.findBase(postId, 'agreed')?.remote.authorId === blog.remoteUserId)
    desk.reviews.linkPost(id, postId)
  // Of an earlier round nothing was merged; it is known all the same.
  desk.reviewLines.addLetter(id, author, { token, round: post.round.number, proposed: post.after })
  return id
}
