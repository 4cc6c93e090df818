import { overlayPosts } from '../../../shared/content/suggestions/overlay-posts.ts'
import type { ReviewId, UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { SuggestedBy } from '../../../shared/domain/review-file.ts'
import type { Desk } from '../store/desk.ts'
import { openIds, suggestionIdsOf } from './review-words.ts'

/**
 * The text that is proposed in this round, whole. What was suggested before and is not in it any more was taken back; who
 * suggested what is noted as it comes. Call inside a transaction.
 */
export function putProposed(
  desk: Desk,
  id: ReviewId,
  proposed: PostWords,
  by: { name: string; at: UtcIso },
  /** Where others suggested it, who. */
  authors: readonly SuggestedBy[] = [],
): void {
  const { review, round } = desk.reviews.getReview(id)
  const { given } = desk.reviews.getTexts(id, review.round)
  const overlay = overlayPosts(given, proposed)
  const ids = suggestionIdsOf(overlay)
  const known = new Map(
    [...authors, ...desk.reviews.listSuggestedBy(id, review.round)].map((each) => [each.suggestionId, each]),
  )
  const open = openIds(overlay, desk.reviews.listDecisions(id, review.round))
  const counts = { suggestionCount: ids.length, openCount: open.length }
  desk.reviews.putRound(id, review.round, { ...round, ...counts }, { given, proposed })
  desk.reviews.putSuggestedBy(
    id,
    review.round,
    ids.map(
      (suggestionId): SuggestedBy =>
        known.get(suggestionId) ?? { suggestionId, authorName: by.name, suggestedAt: by.at },
    ),
  )
}
