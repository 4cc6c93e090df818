import type { PostKind } from '../../../shared/domain/post.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredEntry } from '../store/outbox-repository.ts'

/** Where on the blog the post of an entry is; what belongs to none goes the way of posts. */
export const kindOfEntry = (desk: Desk, { postId }: Pick<StoredEntry, 'postId'>): PostKind =>
  (postId === null ? null : desk.posts.findPost(postId))?.kind ?? 'post'
