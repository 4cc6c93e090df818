import type { Anchor } from '../content/anchors/anchor.ts'
import type { PostId, ReviewId, UtcIso } from '../domain/ids.ts'
import type { PostWords } from '../domain/post.ts'
import type { Review, ReviewSummary } from '../domain/review.ts'

/**
 * Who acts says so by name: several people may sit at one laptop, and a reviewer needs no account. Every act answers with the
 * review as it is then, and a `reviews` event follows the commit.
 */
export interface ReviewsService {
  /** All of them, of every blog: what waits for somebody first, the most pressing at the beginning. */
  queue(): ReviewSummary[]
  /** Under which name somebody last acted here, else what the account or the profile suggests; '' for neither. */
  lastName(): string
  find(postId: PostId): Review | null
  get(reviewId: ReviewId): Review
  /**
   * Begins a round with the post as it is now; the review stays the same one for the life of the post. Suggestions of the round
   * before that nobody decided about come along. `publishAt`: when it is to be public, if that is to be approved with it.
   */
  ask(options: {
    postId: PostId
    of: string
    by: string | null
    lookAt: string
    publishAt: UtcIso | null
    name: string
  }): Review
  /** `not-allowed-now` unless it waits for a reviewer. */
  withdraw(options: { reviewId: ReviewId; name: string }): Review
  /** What the reviewer makes of the text, whole: where it differs from the given one are suggestions. For an autosave. */
  propose(options: { reviewId: ReviewId; words: PostWords; name: string }): Review
  addNote(options: { reviewId: ReviewId; anchor: Anchor | null; words: string; name: string }): Review
  replyToNote(options: { reviewId: ReviewId; noteId: string; words: string; name: string }): Review
  resolveNote(options: { reviewId: ReviewId; noteId: string; isResolved: boolean; name: string }): Review
  /** This desk has seen what is proposed by now. */
  see(reviewId: ReviewId): Review
}
