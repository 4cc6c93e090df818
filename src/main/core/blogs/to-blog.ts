import type { Blog } from '../../../shared/domain/blog.ts'
import type { StoredBlog } from '../store/blog-repository.ts'

/** What a window may know of a blog. */
export const toBlog = ({
  restRoot: _restRoot,
  remoteUserId: _remoteUserId,
  gmtOffsetHours: _gmtOffsetHours,
  postsCursor: _postsCursor,
  pagesCursor: _pagesCursor,
  commentsCursor: _commentsCursor,
  termsPulledAt: _termsPulledAt,
  ...blog
}: StoredBlog): Blog => blog
