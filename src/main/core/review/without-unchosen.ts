import type { PostId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { Desk } from '../store/desk.ts'

/** A post without a category is in the blog's own once it is there: nobody chose that one, so it says nothing. */
export function withoutUnchosen(desk: Desk, postId: PostId | null, words: PostWords): PostWords {
  const unchosen = postId === null ? null : desk.terms.findUnchosen(postId)
  const isUnchosen =
    unchosen?.length === words.categoryIds.length && unchosen.every((id) => words.categoryIds.includes(id))
  return isUnchosen ? { ...words, categoryIds: [] } : words
}
