import { resolveMerge } from '../../../shared/content/merge/resolve-merge.ts'
import {
  listPostSuggestions,
  overlayPosts,
  settlePost,
  type PostOverlay,
} from '../../../shared/content/suggestions/overlay-posts.ts'
import type { ReviewsService } from '../../../shared/contract/review-services.ts'
import { utcIso, type BlogId, type PostId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Clock, Random } from '../ports.ts'
import { mergeOwnWords } from '../posts/merge-own-words.ts'
import { currentWords, isSameWords } from '../posts/post-words.ts'
import { refuseOnlyToRead } from '../posts/refuse-only-to-read.ts'
import { bothEverywhere } from '../posts/replaced-words.ts'
import { takeWords } from '../posts/take-words.ts'
import type { Desk } from '../store/desk.ts'
import { openIds, suggestionIdsOf, takenIds } from './review-words.ts'

const LONGEST_LINE = 2000

/**
 * Takes suggestions into the post, leaves them, or makes that undone: what the author wrote meanwhile is merged with it, paragraph by
 * paragraph. The order of decisions does not matter. Returns in how many places both texts stand now, because the author wrote
 * where the reviewer did. Call inside a transaction.
 */
export function decide(
  ports: { desk: Desk; clock: Clock; random: Random },
  { reviewId, suggestionIds, isTaken, name }: Parameters<ReviewsService['decide']>[0],
): number {
  const { desk, clock } = ports
  const { review, round } = desk.reviews.getReview(reviewId)
  if (review.postId === null || review.blogId === null)
    throw new AppError({ kind: 'not-allowed-now', why: 'post-on-another-desk' })
  refuseOnlyToRead(desk, review.postId)
  const { given, proposed } = desk.reviews.getTexts(reviewId, review.round)
  const overlay = overlayPosts(given, proposed)
  const known = suggestionIdsOf(overlay)
  const chosen = known.filter((id) => suggestionIds.includes(id))
  if (chosen.length === 0) return 0
  const before = takenIds(desk.reviews.listDecisions(reviewId, review.round))
  const decidedAt = utcIso(clock.now())
  if (isTaken === null) desk.reviews.removeDecisions(reviewId, review.round, chosen)
  else {
    const decisions = chosen.map((suggestionId) => ({ suggestionId, isTaken, decidedBy: name, decidedAt }))
    desk.reviews.putDecisions(reviewId, review.round, decisions)
  }
  const decisions = desk.reviews.listDecisions(reviewId, review.round)
  desk.reviews.updateRound(reviewId, review.round, { ...round, openCount: openIds(overlay, decisions).length })
  desk.reviewTalk.addLine(reviewId, {
    act: isTaken === null ? 'undecided' : isTaken ? 'took' : 'left',
    by: name,
    at: decidedAt,
    words: inWords(overlay, chosen),
    hash: null,
  })
  const of = { postId: review.postId, blogId: review.blogId }
  return take(ports, of, settlePost(overlay, before), settlePost(overlay, takenIds(decisions)))
}

function take(
  ports: { desk: Desk; clock: Clock; random: Random },
  { postId, blogId }: { postId: PostId; blogId: BlogId },
  base: PostWords,
  theirs: PostWords,
): number {
  if (isSameWords(base, theirs)) return 0
  const { desk } = ports
  const post = desk.posts.getPost(postId)
  const mine = currentWords(desk, post)
  // Nothing to merge, and so not one byte is another than was proposed.
  if (isSameWords(mine, base)) {
    takeWords(ports, post, theirs)
    return 0
  }
  const { merge, wordsOf } = mergeOwnWords(desk, blogId, { base, mine, theirs })
  const both = bothEverywhere(merge)
  takeWords(ports, post, wordsOf(resolveMerge(merge, both)))
  return Object.keys(both).length
}

/** What was decided about, for the trail: “six → seven”. */
function inWords(overlay: PostOverlay, ids: readonly string[]): string {
  const { fields, text } = listPostSuggestions(overlay)
  return [...fields, ...text]
    .filter(({ id }) => ids.includes(id))
    .map(({ was, is }) => `${was || '∅'} → ${is || '∅'}`)
    .join('; ')
    .slice(0, LONGEST_LINE)
}
