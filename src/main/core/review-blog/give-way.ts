import type { PostId, RemoteUserId, ReviewId } from '../../../shared/domain/ids.ts'
import type { ReviewNote } from '../../../shared/domain/review-file.ts'
import { idFor } from '../new-id.ts'
import { mergeProposed } from '../review/merge-proposed.ts'
import { putProposed } from '../review/propose.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { handedInOf } from './handed-in.ts'

/**
 * The review that somebody here began of a post that was only handed in, where its author asks in one of their own by now: they had
 * asked before the post had a number on the blog. Else null.
 */
export function reviewToGiveWay(
  desk: Desk,
  blog: StoredBlog,
  { postId, author }: { postId: PostId; author: RemoteUserId },
  asked: ReviewId,
): ReviewId | null {
  const authorOfPost = desk.posts.findBase(postId, 'agreed')?.remote.authorId
  const line = desk.reviewLines.findLineOfPost(postId)
  if (!line || line.reviewId === asked || author !== authorOfPost || author === blog.remoteUserId) return null
  const began = desk.reviews.getReview(line.reviewId)
  return began.review.postId === null && handedInOf(desk, began) !== null ? line.reviewId : null
}

/** What was suggested and noted in the one stands in the other, unsent; the one asks no more. Call inside a transaction. */
export function goAlong(desk: Desk, from: ReviewId, to: ReviewId): void {
  const { review, round } = desk.reviews.getReview(from)
  const { given, proposed } = desk.reviews.getTexts(from, review.round)
  const suggestedBy = desk.reviews.listSuggestedBy(from, review.round)
  const number = desk.reviews.getReview(to).review.round
  const merged = mergeProposed(desk, {
    base: given,
    mine: desk.reviews.getTexts(to, number).proposed,
    theirs: proposed,
  })
  const last = suggestedBy.at(-1)
  if (last) putProposed(desk, to, merged, { name: last.authorName, at: last.suggestedAt }, suggestedBy)
  for (const note of desk.reviewTalk.listNotes(from)) noteAlong(desk, note, to)
  if (round.state === 'asked') desk.reviews.updateRound(from, review.round, { ...round, state: 'withdrawn' })
}

function noteAlong(desk: Desk, { replies, ...note }: ReviewNote, to: ReviewId): void {
  const named = <Remark extends { id: string }>(remark: Remark): Remark => {
    const id = idFor<string>(`attache note\n${to}\n${remark.id}`)
    if (desk.reviewNumbers.isFromHere(remark.id)) desk.reviewNumbers.noteFromHere(id)
    return { ...remark, id }
  }
  const along = named(note)
  desk.reviewTalk.addNote(to, along)
  for (const reply of replies) desk.reviewTalk.addReply(along.id, named(reply))
}
