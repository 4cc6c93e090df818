import { resolveMerge } from '../../../shared/content/merge/resolve-merge.ts'
import type { BlogId, ReviewId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { mergeOwnWords } from '../posts/merge-own-words.ts'
import { hashWords, isSameWords } from '../posts/post-words.ts'
import { bothEverywhere } from '../posts/replaced-words.ts'
import type { Desk } from '../store/desk.ts'
import { putProposed } from './propose.ts'

/** No text of a blog is merged here, so it does not matter whose pictures it has. */
const NO_BLOG = '' as BlogId

/**
 * What two people propose, from what both began with. Where both wrote in the same place, both texts stand, and in the same order on
 * either desk: else each would take the other's order for a change, and put the two together once more with every letter.
 */
export function mergeProposed(
  desk: Desk,
  { base, mine, theirs }: { base: PostWords; mine: PostWords; theirs: PostWords },
): PostWords {
  if (isSameWords(base, theirs)) return mine
  if (isSameWords(base, mine) || isSameWords(mine, theirs)) return theirs
  const [first, second] = hashWords(mine) < hashWords(theirs) ? [mine, theirs] : [theirs, mine]
  const { merge, wordsOf } = mergeOwnWords(desk, NO_BLOG, { base, mine: first, theirs: second })
  return wordsOf(resolveMerge(merge, bothEverywhere(merge)))
}

/** What is proposed in this round is proposed for another given text from now on. Call inside a transaction. */
export function giveOther(desk: Desk, id: ReviewId, given: PostWords): void {
  const { review, round } = desk.reviews.getReview(id)
  const before = desk.reviews.getTexts(id, review.round)
  if (isSameWords(before.given, given)) return
  const proposed = mergeProposed(desk, { base: before.given, mine: before.proposed, theirs: given })
  const suggestedBy = desk.reviews.listSuggestedBy(id, review.round)
  desk.reviews.putRound(id, review.round, round, { given, proposed })
  const { authorName: name, suggestedAt: at } = suggestedBy.at(-1) ?? { authorName: '', suggestedAt: round.askedAt }
  putProposed(desk, id, proposed, { name, at }, suggestedBy)
}
