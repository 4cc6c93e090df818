import type { BlogId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { BlogApi, RemoteMedia } from '../blog-api/blog-api.ts'
import { breathe, type PullPorts } from './pull-ports.ts'

/**
 * Learns the names of featured pictures of posts about which somebody has to decide, so that the question can be read
 * without a line. A picture that is gone, or that this account may not see, stays without.
 */
export async function pullPictureNames({ desk, mayGoOn }: PullPorts, api: BlogApi, blogId: BlogId): Promise<void> {
  for (const remoteId of desk.posts.listFeaturedInQuestion(blogId)) {
    if (!mayGoOn()) return
    if (desk.media.findName(blogId, remoteId) !== null) continue
    try {
      const name = nameOf(await api.getMedia(remoteId))
      desk.transaction(() => desk.media.putName(blogId, remoteId, name))
    } catch (error) {
      if (!isAppError(error) || !['not-found', 'gone', 'forbidden'].includes(error.data.kind)) throw error
    }
    await breathe()
  }
}

/** Its description, else the name of its file. */
function nameOf({ alt, url, slug }: RemoteMedia): string {
  const file = decodeURIComponent(URL.parse(url)?.pathname.split('/').at(-1) ?? '')
  return alt.trim() || file || slug
}
