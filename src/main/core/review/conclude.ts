import { overlayPosts, settlePost } from '../../../shared/content/suggestions/overlay-posts.ts'
import type { ReviewsService } from '../../../shared/contract/review-services.ts'
import { utcIso, type ReviewId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { TrailLine } from '../../../shared/domain/review-file.ts'
import type { ReviewOutcome } from '../../../shared/domain/review.ts'
import type { ReviewState } from '../../../shared/domain/review-file.ts'
import type { Seal } from '../../../shared/domain/seal.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedReview } from '../store/review-repository.ts'
import { personKeysOf } from './person-keys.ts'
import { takenIds } from './review-words.ts'
import { signSeal } from './seal-signature.ts'
import { sealedWords, surroundingsOf } from './sealed-words.ts'

const STATES: Record<ReviewOutcome, ReviewState & TrailLine['act']> = {
  approve: 'approved',
  'approve-with-changes': 'approved-with-changes',
  'send-back': 'sent-back',
}

/**
 * Ends a round. `approve` seals the text as it was given, with what the author took since; `approve-with-changes` the proposed one, all
 * of it. Call inside a transaction.
 */
export function conclude(
  { desk, clock, random }: { desk: Desk; clock: Clock; random: Random },
  { reviewId, decision, words, name }: Parameters<ReviewsService['conclude']>[0],
): void {
  const listed = desk.reviews.getReview(reviewId)
  const { review, round } = listed
  const at = utcIso(clock.now())
  noteSuggestions(desk, reviewId, review.round)
  const state = STATES[decision]
  let seal: Seal | null = null
  // A text that is sent back is no longer one that was approved, in whichever round that was.
  if (decision === 'send-back') desk.seals.removeSeal(reviewId)
  else {
    seal = sealed(desk, random, listed, textOf(desk, reviewId, state), { by: name, at })
    desk.seals.putSeal(reviewId, seal)
    desk.reviewTalk.endUrgency(reviewId)
  }
  desk.reviews.updateRound(reviewId, review.round, { ...round, state, concluded: { by: name, at, words } })
  desk.reviewTalk.addLine(reviewId, { act: state, by: name, at, words, hash: seal?.hash ?? null })
}

/** The text that was approved last, in this round. */
export const approvedWords = (desk: Desk, reviewId: ReviewId): PostWords =>
  textOf(desk, reviewId, desk.reviews.getReview(reviewId).round.state)

function textOf(desk: Desk, reviewId: ReviewId, state: ReviewState): PostWords {
  const { round } = desk.reviews.getReview(reviewId).review
  const { given, proposed } = desk.reviews.getTexts(reviewId, round)
  const taken = takenIds(desk.reviews.listDecisions(reviewId, round))
  return state === 'approved-with-changes' ? proposed : settlePost(overlayPosts(given, proposed), taken)
}

function sealed(
  desk: Desk,
  random: Random,
  { review, round }: ListedReview,
  words: PostWords,
  { by, at }: { by: string; at: UtcIso },
): Seal {
  const { publishAt } = round
  const form = sealedWords(desk, words, publishAt, surroundingsOf(desk, review))
  const approved = { approvedBy: by, approvedAt: at, ...form, publishAt }
  return signSeal(review.id, approved, personKeysOf(desk, random).signing)
}

/** Once for each who suggested something in the round: every key press would be no trail. */
function noteSuggestions(desk: Desk, reviewId: ReviewId, round: number): void {
  const byName = Map.groupBy(desk.reviews.listSuggestedBy(reviewId, round), ({ authorName }) => authorName)
  for (const [by, suggestions] of byName) {
    const at = suggestions.at(-1)?.suggestedAt
    if (at)
      desk.reviewTalk.addLine(reviewId, { act: 'suggested', by, at, words: String(suggestions.length), hash: null })
  }
}
