import type { SealedPiece } from '../../../shared/content/seal/sealed-pieces.ts'
import { brokenPieces } from '../../../shared/content/seal/sealed-post.ts'
import type { UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { SealStatus } from '../../../shared/domain/seal.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredReview } from '../store/review-repository.ts'
import { isSealGenuine } from './seal-signature.ts'
import { sealedWords, surroundingsOf } from './sealed-words.ts'
import { withoutUnchosen } from './without-unchosen.ts'

type Reviewed = Pick<StoredReview, 'id' | 'postId' | 'blogId' | 'categoryNames'>

/** Whether some words are what was approved. `publishAt` does not matter where no time was approved. */
export function sealOver(desk: Desk, review: Reviewed, words: PostWords, publishAt: UtcIso | null): SealStatus {
  const seal = desk.seals.findSeal(review.id)
  if (!seal || !isSealGenuine(review.id, seal)) return { state: 'none' }
  const { approvedBy, approvedAt, hash } = seal
  const brokenIn = (said: PostWords): SealedPiece[] =>
    brokenPieces(
      seal,
      sealedWords(desk, said, seal.publishAt === null ? null : publishAt, surroundingsOf(desk, review)),
    )
  const asSaid = brokenIn(words)
  const pieces = asSaid.includes('terms') ? brokenIn(withoutUnchosen(desk, review.postId, words)) : asSaid
  return pieces.length === 0
    ? { state: 'whole', approvedBy, approvedAt, hash }
    : { state: 'broken', approvedBy, approvedAt, hash, pieces }
}
