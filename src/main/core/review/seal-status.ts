import type { UtcIso } from '../../../shared/domain/ids.ts'
import type { SealStatus } from '../../../shared/domain/seal.ts'
import { currentWords } from '../posts/post-words.ts'
import { openSendsOf } from '../posts/queue-post.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredReview } from '../store/review-repository.ts'
import { sealOver } from './seal-over.ts'
import { isSealGenuine } from './seal-signature.ts'

/** Whether the post is now what was approved: the working copy, and the time it is to go out at. Where the post is on another desk, what was approved is all there is. */
export function sealStatusOf(desk: Desk, review: StoredReview): SealStatus {
  const seal = desk.seals.findSeal(review.id)
  if (!seal || !isSealGenuine(review.id, seal)) return { state: 'none' }
  const { approvedBy, approvedAt, hash, publishAt } = seal
  if (review.postId === null) return { state: 'whole', approvedBy, approvedAt, hash }
  const words = currentWords(desk, desk.posts.getPost(review.postId))
  return sealOver(desk, review, words, plannedTime(desk, review, publishAt))
}

/** As it waits in the outbox, else as the blog has it; a post that nobody scheduled yet is to go out as was approved. */
function plannedTime(desk: Desk, { postId }: StoredReview, approved: UtcIso | null): UtcIso | null {
  if (postId === null) return approved
  const waiting = openSendsOf(desk, postId).at(-1)
  if (waiting && waiting.payload.as === 'publish') return waiting.payload.publishAt
  const remote = desk.posts.findBase(postId, 'agreed')?.remote
  return remote?.status === 'future' ? remote.publishedAt : approved
}
