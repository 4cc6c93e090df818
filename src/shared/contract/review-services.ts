import type { Anchor } from '../content/anchors/anchor.ts'
import type { PostId, ReviewId, UtcIso } from '../domain/ids.ts'
import type { PreparedFile } from '../domain/interchange.ts'
import type { PostWords } from '../domain/post.ts'
import type {
  GivenReviewFile,
  Review,
  ReviewFromWord,
  ReviewOutcome,
  ReviewSummary,
  TakenReviews,
  TrailSheet,
} from '../domain/review.ts'
import type { SealStatus } from '../domain/seal.ts'

/**
 * Who acts says so by name: several people may sit at one laptop, and a reviewer needs no account. Every act answers with the
 * review as it is then, and a `reviews` event follows the commit.
 */
export interface ReviewsService {
  /** All of them, of every blog: what waits for somebody first, the most pressing at the beginning. */
  queue(): ReviewSummary[]
  /** Asks the blogs for reviews where nothing else tells of them: beside posts that readers see. What is found is told like any other. */
  look(): void
  /** Under which name somebody last acted here, else what the account or the profile suggests; '' for neither. */
  lastName(): string
  find(postId: PostId): Review | null
  get(reviewId: ReviewId): Review
  /**
   * Begins a round with the post as it is now; the review stays the same one for the life of the post. Suggestions of the round
   * before that nobody decided about come along. `publishAt`: when it is to be public, if that is to be approved with it.
   * `through` the blog: the post is handed in there, and the review goes beside it as soon as there is a line; what comes of it goes
   * and comes the same way. Throws what handing in a post does; then nothing was asked.
   */
  ask(options: {
    postId: PostId
    of: string
    by: string | null
    lookAt: string
    publishAt: UtcIso | null
    through: 'desk' | 'blog'
    name: string
  }): Review
  /** `not-allowed-now` unless it waits for a reviewer. */
  withdraw(options: { reviewId: ReviewId; name: string }): Review
  /**
   * What the reviewer makes of the text, whole: where it differs from the given one are suggestions. For an autosave. `over`: what was
   * proposed when the window read or sent it last; what came in since is joined with it, and without it replaced.
   */
  propose(options: { reviewId: ReviewId; words: PostWords; over: PostWords | null; name: string }): Review
  addNote(options: { reviewId: ReviewId; anchor: Anchor | null; words: string; name: string }): Review
  replyToNote(options: { reviewId: ReviewId; noteId: string; words: string; name: string }): Review
  resolveNote(options: { reviewId: ReviewId; noteId: string; isResolved: boolean; name: string }): Review
  /** All of it for somebody who has only Word: suggestions as tracked changes, notes as comments. Ready to be saved as a file. */
  writeWord(options: { reviewId: ReviewId; name: string }): Promise<PreparedFile>
  /**
   * What came back from there. What the file says in tracked changes, or in none, is what is proposed now; remarks in its margin are
   * notes, and no note goes. Reading it twice is reading it once. Throws `unreadable-file`; then nothing of it was taken over.
   */
  readWord(options: { reviewId: ReviewId; fileName: string; bytes: Uint8Array; name: string }): Promise<ReviewFromWord>
  /** To the blog beside its post, as it is now: what was taken out of the outbox goes after all. Nothing where it does not go through one. */
  send(reviewId: ReviewId): Review
  /** This desk has seen what is proposed by now. */
  see(reviewId: ReviewId): Review
  /**
   * Takes suggestions into the post (true), leaves them (false), or takes the decision back (null), in any order with the same
   * outcome. What the author wrote meanwhile stays; `keptBoth` counts the places where both texts stand now. The words of before
   * are in the post's history. `not-allowed-now` where the post is on another desk.
   */
  decide(options: { reviewId: ReviewId; suggestionIds: string[]; isTaken: boolean | null; name: string }): {
    review: Review
    keptBoth: number
  }
  /**
   * Ends the round; an approval seals. `not-allowed-now` unless it waits for a reviewer. `publish`: what was approved is put into the
   * outbox, to go out at its time; only where `mayPublish`, and only with an approval.
   */
  conclude(options: {
    reviewId: ReviewId
    decision: ReviewOutcome
    words: string
    publish: boolean
    name: string
  }): Review
  /** Whether the post is now what was approved. */
  sealOf(postId: PostId): SealStatus
  trailSheet(reviewId: ReviewId): TrailSheet
  /** The same as a page of its own, to be saved and printed. */
  writeTrail(reviewId: ReviewId): PreparedFile
  /** What others lock files with for this desk, and know its signature by. */
  keys(): { receivingKey: string; signingKey: string }
  /** Reviews with all that was said and their pictures, as a file for whoever has the passphrase or the key. `review-file`. */
  writeFile(options: {
    reviewIds: ReviewId[]
    lock: { passphrase: string } | { receivingKey: string }
    name: string
  }): Promise<PreparedFile>
  /**
   * Takes in what another desk wrote; the same file again changes nothing. Notes and trails are united, no post is changed. Throws
   * `review-file`; then nothing of it was taken.
   */
  readFile(options: { bytes: Uint8Array; passphrase: string | null }): Promise<TakenReviews>
  /** By the host: a file that the system had the program open. A `review-files` event tells the window. */
  give(file: { fileName: string; bytes: Uint8Array }): void
  /** Those nobody has looked at yet, the oldest first. */
  given(): GivenReviewFile[]
  /** As `readFile`; the file stays until it is set aside. */
  readGiven(options: { id: string; passphrase: string | null }): Promise<TakenReviews>
  setAside(id: string): void
}
