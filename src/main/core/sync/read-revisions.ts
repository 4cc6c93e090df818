import type { RemotePostId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { PostsApi, RemoteRevision } from '../blog-api/blog-api.ts'

/** What was saved since a revision; nothing where the blog keeps or shows none, or has no such post any more. */
export async function readRevisions(
  api: PostsApi,
  { remoteId, since }: { remoteId: RemotePostId; since: string },
): Promise<RemoteRevision[]> {
  try {
    return await api.listRevisionsSince(remoteId, since)
  } catch (error) {
    if (isAppError(error) && ['forbidden', 'not-found', 'gone', 'rejected'].includes(error.data.kind)) return []
    throw error
  }
}
