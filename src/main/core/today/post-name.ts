import type { PostName } from '../../../shared/domain/today.ts'
import type { StoredPost } from '../store/post-repository.ts'

export const nameOf = ({ id, blogId, title, language, direction }: StoredPost): PostName => ({
  postId: id,
  blogId,
  title,
  language,
  direction,
})
