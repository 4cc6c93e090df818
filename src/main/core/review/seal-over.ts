import { brokenPieces } from '../../../shared/content/seal/sealed-post.ts'
import type { UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { SealStatus } from '../../../shared/domain/seal.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredReview } from '../store/review-repository.ts'
import { isSealGenuine } from './seal-signature.ts'
import { sealedWords, surroundingsOf } from './sealed-words.ts'

type Reviewed = Pick<StoredReview, 'id' | 'blogId' | 'categoryNames'>

/** Whether some words are what was approved. `publishAt` does not matter where no time was approved. */
export function sealOver(desk: Desk, review: Reviewed, words: PostWords, publishAt: UtcIso | null): SealStatus {
  const seal = desk.seals.findSeal(review.id)
  if (!seal || !isSealGenuine(review.id, seal)) return { state: 'none' }
  const { approvedBy, approvedAt, hash } = seal
  const now = sealedWords(
    desk,
    withoutTheBlogs(desk, review, words),
    seal.publishAt === null ? null : publishAt,
    surroundingsOf(desk, review),
  )
  const pieces = brokenPieces(seal, now)
  return pieces.length === 0
    ? { state: 'whole', approvedBy, approvedAt, hash }
    : { state: 'broken', approvedBy, approvedAt, hash, pieces }
}

/** A post that was approved without a category is in the blog's own once it went out: nobody chose that one. */
function withoutTheBlogs(desk: Desk, { id }: Reviewed, words: PostWords): PostWords {
  const ofBlog = desk.seals.findBlogCategories(id)
  const isOfBlog =
    ofBlog?.length === words.categoryIds.length && ofBlog.every((each) => words.categoryIds.includes(each))
  return isOfBlog ? { ...words, categoryIds: [] } : words
}
