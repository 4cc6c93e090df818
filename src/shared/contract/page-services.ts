import type { PostId, RemotePostId } from '../domain/ids.ts'
import type { PlaceOfPage } from '../domain/post.ts'

/** Where pages stand. Everything else of a page is done as with a post. */
export interface PagesService {
  /** Of a post: at the top, under nothing. */
  place(postId: PostId): PlaceOfPage
  /** Goes with the next sending of the page. `no-such-item` for a page that the blog does not have, or that stands under this one. */
  setParent(options: { postId: PostId; parentId: RemotePostId | null }): void
}
