import { brokenPieces } from '../../../shared/content/seal/sealed-post.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { Seal, SealStatus } from '../../../shared/domain/review.ts'
import type { UtcIso } from '../../../shared/domain/ids.ts'
import { currentWords } from '../posts/post-words.ts'
import { openSendsOf } from '../posts/queue-post.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredReview } from '../store/review-repository.ts'
import { isSealGenuine } from './seal-signature.ts'
import { sealedWords, surroundingsOf } from './sealed-words.ts'

/** Whether the post is now what was approved: the working copy, and the time it is to go out at. Where the post is on another desk, what was approved is all there is. */
export function sealStatusOf(desk: Desk, review: StoredReview): SealStatus {
  const seal = desk.seals.findSeal(review.id)
  if (!seal || !isSealGenuine(review.id, seal)) return { state: 'none' }
  if (review.postId === null) return { state: 'whole', ...aboutSeal(seal) }
  const words = currentWords(desk, desk.posts.getPost(review.postId))
  return sealOver(desk, review, seal, words, plannedTime(desk, review, seal))
}

/** The same of any words; `publishAt` does not matter where no time was approved. */
export function sealOver(
  desk: Desk,
  review: StoredReview,
  seal: Seal,
  words: PostWords,
  publishAt: UtcIso | null,
): SealStatus {
  const now = sealedWords(desk, words, seal.publishAt === null ? null : publishAt, surroundingsOf(desk, review))
  const pieces = brokenPieces(seal, now)
  return pieces.length === 0 ? { state: 'whole', ...aboutSeal(seal) } : { state: 'broken', ...aboutSeal(seal), pieces }
}

const aboutSeal = ({ approvedBy, approvedAt, hash }: Seal) => ({ approvedBy, approvedAt, hash })

/** As it waits in the outbox, else as the blog has it; a post that nobody scheduled yet is to go out as was approved. */
function plannedTime(desk: Desk, { postId }: StoredReview, seal: Seal): UtcIso | null {
  if (postId === null) return seal.publishAt
  const waiting = openSendsOf(desk, postId).at(-1)
  if (waiting && waiting.payload.as === 'publish') return waiting.payload.publishAt
  const remote = desk.posts.findBase(postId, 'agreed')?.remote
  return remote?.status === 'future' ? remote.publishedAt : seal.publishAt
}
