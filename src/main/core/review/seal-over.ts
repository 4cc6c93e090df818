import type { SealedPiece } from '../../../shared/content/seal/sealed-pieces.ts'
import { brokenPieces } from '../../../shared/content/seal/sealed-post.ts'
import type { ReviewId, UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { SealStatus } from '../../../shared/domain/seal.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredReview } from '../store/review-repository.ts'
import { isAsked } from './is-asked.ts'
import { isSealGenuine } from './seal-signature.ts'
import { sealedWords, surroundingsOf } from './sealed-words.ts'
import { withoutUnchosen } from './without-unchosen.ts'

/** In the form that a seal covers: what no reader meets does not matter. */
export function saysTheSameAs(
  desk: Desk,
  of: Pick<StoredReview, 'blogId' | 'categoryNames'>,
  one: PostWords,
  other: PostWords | undefined,
): boolean {
  const form = (words: PostWords) => sealedWords(desk, words, null, surroundingsOf(desk, of))
  return other !== undefined && brokenPieces(form(one), form(other)).length === 0
}

type Reviewed = Pick<StoredReview, 'id' | 'postId' | 'blogId' | 'categoryNames'>

/** Whether some words are what was approved. `publishAt` does not matter where no time was approved. */
export function sealOver(desk: Desk, review: Reviewed, now: PostWords, publishAt: UtcIso | null): SealStatus {
  const seal = desk.seals.findSeal(review.id)
  if (!seal || !isSealGenuine(review.id, seal)) return { state: 'none' }
  const { approvedBy, approvedAt, hash } = seal
  const words = inLanguageGiven(desk, review.id, now)
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

/** Whoever reviewed a post that was only handed in on the blog could not know its language, which the blog has no place for. */
function inLanguageGiven(desk: Desk, id: ReviewId, words: PostWords): PostWords {
  const { review, round } = desk.reviews.getReview(id)
  if (isAsked(desk, id, round)) return words
  const { language, direction } = desk.reviews.getTexts(id, review.round).given
  return { ...words, language, direction }
}
