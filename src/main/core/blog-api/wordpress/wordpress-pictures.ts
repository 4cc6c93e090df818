import { AppError } from '../../../../shared/errors.ts'
import type { BlogApi } from '../blog-api.ts'
import { answerError } from './answer-errors.ts'
import { isSafe, notTheBlog } from './blog-address.ts'
import { download } from './http.ts'
import { toRemoteMediaSizes } from './mapping.ts'
import { MEDIA_SIZES_FIELDS, mediaSizesSchema } from './schemas.ts'
import type { LineOptions, SignedLine } from './signed-line.ts'

/** The pictures that posts of the blog show, for reading. */
export function wordpressPictures(
  line: SignedLine,
  { connection, fetch, ...limits }: LineOptions,
): Pick<BlogApi, 'listMediaSizes' | 'readPicture'> {
  const ownHosts = new Set([connection.url, connection.restRoot].map((address) => URL.parse(address)?.host))
  return {
    async listMediaSizes(ids) {
      if (ids.length === 0) return []
      const query = { include: ids.join(','), _fields: MEDIA_SIZES_FIELDS }
      const { items } = await line.readPage(mediaSizesSchema, 1, { path: 'wp/v2/media', query })
      return items.map(toRemoteMediaSizes)
    },

    async readPicture(url, { maxBytes }) {
      const at = URL.parse(url)
      if (!at || !isSafe(at)) throw notTheBlog('insecure-address', at?.host ?? null)
      if (!ownHosts.has(at.host)) throw notTheBlog('other-blog', at.host)
      const answer = await download(at.href, { ...limits, fetch, maxBytes, accept: 'image/*' })
      if (answer.bytes !== null) return answer.bytes
      // The web server speaks here, not WordPress: its page says as much as its number.
      if (answer.status === 404 || answer.status === 410) throw new AppError({ kind: 'not-found' })
      throw new AppError(answerError(answer) ?? { kind: 'answer-lost' })
    },
  }
}
