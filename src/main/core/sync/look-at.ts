import type { RemotePostId } from '../../../shared/domain/ids.ts'
import type { OffBlog } from '../../../shared/domain/post.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { PostsApi, RemotePost } from '../blog-api/blog-api.ts'

/** The post as the blog has it at this moment, or how it was taken off. Throws what any other question would. */
export async function lookAt(api: PostsApi, remoteId: RemotePostId): Promise<RemotePost | OffBlog['how']> {
  try {
    const post = await api.getPost(remoteId)
    return post.status === 'trash' ? 'trashed' : post
  } catch (error) {
    if (isAppError(error) && (error.data.kind === 'not-found' || error.data.kind === 'gone')) return 'deleted'
    throw error
  }
}
