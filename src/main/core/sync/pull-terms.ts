import { utcIso, type BlogId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { BlogApi, RemoteTerm } from '../blog-api/blog-api.ts'
import type { PullPorts } from './pull-ports.ts'

const TERMS_AGE_MS = 10 * 60_000
const MOST_PAGES = 1_000

/** Categories and tags, whole, at most every ten minutes. Throws `answer-lost` when the pages repeat or never end. */
export async function pullTerms({ desk, clock, onProgress }: PullPorts, api: BlogApi, blogId: BlogId): Promise<void> {
  const { termsPulledAt } = desk.blogs.getBlog(blogId)
  const now = clock.now()
  if (termsPulledAt !== null && Math.abs(now.getTime() - Date.parse(termsPulledAt)) < TERMS_AGE_MS) return
  let doneCount = 0
  const pullAll = async (taxonomy: RemoteTerm['taxonomy']): Promise<void> => {
    for await (const terms of termPages(api, taxonomy)) {
      desk.transaction(() => desk.terms.putTerms(blogId, terms))
      doneCount += terms.length
      onProgress({ what: 'terms', doneCount, totalCount: null })
    }
  }
  const both = await Promise.allSettled([pullAll('category'), pullAll('tag')])
  for (const each of both) if (each.status === 'rejected') throw each.reason
  desk.blogs.setCursors(blogId, { termsPulledAt: utcIso(now) })
}

async function* termPages(api: BlogApi, taxonomy: RemoteTerm['taxonomy']): AsyncGenerator<RemoteTerm[]> {
  const seen = new Set<number>()
  for (let pageNumber = 1; pageNumber <= MOST_PAGES; pageNumber += 1) {
    const { items, isLast } = await api.listTerms(taxonomy, { pageNumber })
    const isRepeated = items.length > 0 && items.every(({ remoteId }) => seen.has(remoteId))
    if (isRepeated && !isLast) break
    for (const { remoteId } of items) seen.add(remoteId)
    yield items
    if (isLast) return
  }
  throw new AppError({ kind: 'answer-lost' })
}
