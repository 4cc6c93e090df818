import { resolveMerge } from '../../../shared/content/merge/resolve-merge.ts'
import { overlayPosts, settlePost } from '../../../shared/content/suggestions/overlay-posts.ts'
import type { PostId, ReviewId } from '../../../shared/domain/ids.ts'
import type { ReviewDecision } from '../../../shared/domain/review-file.ts'
import { mergeOwnWords } from '../posts/merge-own-words.ts'
import { currentWords, isSameWords } from '../posts/post-words.ts'
import { bothEverywhere } from '../posts/replaced-words.ts'
import type { Desk } from '../store/desk.ts'

/**
 * Of what the author decided on another of their laptops, what holds here too: what they left, and what they took and the post of this
 * laptop has by now. The rest is open here until the text came.
 */
export function decisionsThatHold(
  desk: Desk,
  { id, round, postId }: { id: ReviewId; round: number; postId: PostId },
  decisions: readonly ReviewDecision[],
): ReviewDecision[] {
  const { given, proposed } = desk.reviews.getTexts(id, round)
  const overlay = overlayPosts(given, proposed)
  const post = desk.posts.getPost(postId)
  const mine = currentWords(desk, post)
  const isInPost = (suggestionId: string): boolean => {
    const theirs = settlePost(overlay, new Set([suggestionId]))
    const { merge, wordsOf } = mergeOwnWords(desk, post.blogId, { base: given, mine, theirs })
    return isSameWords(wordsOf(resolveMerge(merge, bothEverywhere(merge))), mine)
  }
  return decisions.filter(({ suggestionId, isTaken }) => !isTaken || isInPost(suggestionId))
}
