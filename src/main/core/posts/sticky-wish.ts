import type { PostId } from '../../../shared/domain/ids.ts'
import type { StickyFixed } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { isSticky } from './post-fields.ts'

/** Why the person cannot change whether the blog keeps it at the top; null where they can. Of a post that it never had, their rights tell. */
export function stickyFixed(desk: Desk, { id, blogId }: Pick<StoredPost, 'id' | 'blogId'>): StickyFixed | null {
  const { canPublish, canEditOthersPosts } = desk.blogs.getBlog(blogId).rights
  if (!canPublish || !canEditOthersPosts) return 'no-right'
  return desk.posts.findBase(id, 'agreed')?.remote.stickyFixed ?? null
}

/**
 * It goes with the next sending of the post and with nothing else. What the blog has already is no wish, and takes one back. Throws
 * `not-allowed-now` where the account may not, except for taking a wish back, and of a page. Call inside a transaction.
 */
export function wishSticky(desk: Desk, postId: PostId, wanted: boolean): void {
  const isAsOnBlog = wanted === isSticky(desk.posts.findBase(postId, 'agreed')?.remote)
  const post = desk.posts.getPost(postId)
  if (!isAsOnBlog && (post.kind === 'page' || stickyFixed(desk, post) !== null))
    throw new AppError({ kind: 'not-allowed-now', why: 'no-right-to-stick' })
  desk.sticky.putWish(postId, isAsOnBlog ? null : wanted)
}
