import { utcIso } from '../../../shared/domain/ids.ts'
import type { Clock } from '../ports.ts'
import { saysTheSameAs } from '../review/seal-over.ts'
import { approvedWords } from '../review/conclude.ts'
import { giveOther } from '../review/merge-proposed.ts'
import { withOpenSuggestions } from '../review/begin-round.ts'
import { putProposed } from '../review/propose.ts'
import type { Desk } from '../store/desk.ts'
import type { ReviewLine } from '../store/review-line-repository.ts'
import { handedInOf, textOnBlog } from './handed-in.ts'

/**
 * A post that nobody asked about says something else on the blog by now. While nobody decided, the suggestions are for that text;
 * once somebody did, its author handed it in again, and it is to be looked at once more with what is still open. Returns whether
 * anything changed. Call inside a transaction, after the letters beside the post were taken.
 */
export function followHandedIn({ desk, clock }: { desk: Desk; clock: Clock }, line: ReviewLine): boolean {
  const { reviewId: id, blogId } = line
  const listed = desk.reviews.getReview(id)
  const { review, round } = listed
  // Where the post is, its author decides what becomes of it.
  if (review.postId !== null || handedInOf(desk, listed) === null) return false
  const texts = desk.reviews.getTexts(id, review.round)
  const now = textOnBlog(desk, line, texts.given)
  const isSame = (words: typeof texts.given): boolean => saysTheSameAs(desk, { ...review, blogId }, words, now?.words)
  if (now === null || isSame(texts.given)) return false
  if (round.state === 'asked') giveOther(desk, id, now.words)
  else {
    if (round.state !== 'sent-back' && isSame(approvedWords(desk, id))) return false
    const suggestedBy = desk.reviews.listSuggestedBy(id, review.round)
    const proposed = withOpenSuggestions(desk, blogId, { id, round: review.round, ...texts, suggestedBy }, now.words)
    const { authorName: name, suggestedAt: at } = suggestedBy.at(-1) ?? {
      authorName: '',
      suggestedAt: now.round.askedAt,
    }
    desk.reviews.putReview({ ...review, round: review.round + 1 })
    desk.reviews.putRound(id, review.round + 1, now.round, { given: now.words, proposed: now.words })
    putProposed(desk, id, proposed, { name, at }, suggestedBy)
  }
  desk.reviews.setChangedAt(id, utcIso(clock.now()))
  return true
}
