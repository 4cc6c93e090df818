import type { RemoteUserId } from '../../../../shared/domain/ids.ts'
import type { BlogApi } from '../blog-api.ts'
import { writerSchema } from './schemas.ts'
import type { SignedLine } from './signed-line.ts'

const MOST_PAGES = 20

/** `who=authors` is open to everybody with a draft, as the block editor's list of authors is; a filter by right is not (WordPress 6.1 to 7.1). */
export function wordpressWriters(line: SignedLine): Pick<BlogApi, 'listWriterIds'> {
  return {
    async listWriterIds() {
      const ids = new Set<RemoteUserId>()
      const query = { who: 'authors', _fields: 'id' }
      for (let pageNumber = 1; pageNumber <= MOST_PAGES; pageNumber += 1) {
        const { items, isLast } = await line.readPage(writerSchema, pageNumber, { path: 'wp/v2/users', query })
        for (const { id } of items) ids.add(id as RemoteUserId)
        if (isLast) break
      }
      return [...ids]
    },
  }
}
