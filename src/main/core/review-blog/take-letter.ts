import { utcIso, type PostId, type RemoteUserId, type ReviewId } from '../../../shared/domain/ids.ts'
import type { ReviewedPost } from '../../../shared/domain/review-file.ts'
import { hashJson } from '../content-hash.ts'
import type { Clock } from '../ports.ts'
import { byFile, takeReview } from '../review/take-review.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { goAlong, reviewToGiveWay } from './give-way.ts'
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
  { postId, author, textHash }: { postId: PostId; author: RemoteUserId; textHash: string },
  letter: ReviewLetter,
): ReviewId | null {
  const { token, sentAt } = letter
  const post = withOwnNames(desk, blog, letter)
  const id = post.reviewId as ReviewId
  if (desk.reviewLines.findLetter(id, author, token)) return null
  const before = reviewToGiveWay(desk, blog, { postId, author }, id)
  if (!isOfThisPost(desk, post, postId, before)) return null
  if (before) desk.reviewLines.removeLine(before)
  const authorOfPost = desk.posts.findBase(postId, 'agreed')?.remote.authorId
  const { url, name } = blog
  takeReview(
    desk,
    {
      ...byFile(desk, { blog: { url, name }, sentAt }),
      isOwn: author === blog.remoteUserId,
      // Before they said anything everybody had what the author of the post sent at first.
      findLast(_id, round) {
        const own = desk.reviewLines.findLastLetter(id, author, round)
        const asked = authorOfPost === undefined ? null : desk.reviewLines.findFirstLetter(id, authorOfPost, round)
        return (own ?? asked)?.proposed ?? null
      },
      keepLast: (_id, round, proposed) => desk.reviewLines.addLetter(id, author, { token, round, proposed, textHash }),
      asHere: (words, alike) => asHere(desk, blog.id, words, alike),
    },
    post,
    utcIso(clock.now()),
  )
  desk.reviewLines.addLine({ reviewId: id, blogId: blog.id, postId })
  if (before) goAlong(desk, before, id)
  // The author's own, on another of their laptops.
  if (desk.reviews.findIdOfPost(postId) === null && authorOfPost === blog.remoteUserId)
    desk.reviews.linkPost(id, postId)
  // Of an earlier round nothing was merged; it is known all the same.
  desk.reviewLines.addLetter(id, author, { token, round: post.round.number, proposed: post.after, textHash })
  return id
}

/**
 * Neither is another review known of this post, nor another post of this review: whoever may edit one post writes to no other. A
 * review that came otherwise, such as by file, becomes one of this post only by somebody who knows how it began.
 */
function isOfThisPost(
  desk: Desk,
  { reviewId, trail }: ReviewedPost,
  postId: PostId,
  givesWay: ReviewId | null,
): boolean {
  const id = reviewId as ReviewId
  const here = desk.reviews.findReview(id)?.review
  const reviews = [desk.reviewLines.findLineOfPost(postId)?.reviewId, desk.reviews.findIdOfPost(postId)]
  const posts = [desk.reviewLines.findLine(id)?.postId, here?.postId]
  if (
    reviews.some((each) => (each ?? id) !== id && each !== givesWay) ||
    posts.some((each) => (each ?? postId) !== postId)
  )
    return false
  if (!here || posts.includes(postId)) return true
  const [began] = desk.reviewTalk.listTrail(id)
  return began !== undefined && trail.some((line) => hashJson(line) === hashJson(began))
}

/** A note that this desk knows from the blog already keeps its name here. */
export function withOwnNames(desk: Desk, blog: StoredBlog, { post, numbers }: ReviewLetter): ReviewedPost {
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
