import type { BlogApi, RemoteTerm } from '../blog-api.ts'
import { readErrorBody } from './answer-errors.ts'
import { expectJson } from './http.ts'
import { toRemoteTerm } from './mapping.ts'
import { TERM_FIELDS, termSchema } from './schemas.ts'
import type { SignedLine } from './signed-line.ts'

const PATHS: Record<RemoteTerm['taxonomy'], string> = { category: 'wp/v2/categories', tag: 'wp/v2/tags' }

/** Categories and tags over the REST interface. */
export function wordpressTerms(line: SignedLine): Pick<BlogApi, 'listTerms' | 'listTermsById' | 'ensureTerm'> {
  const fields = { _fields: TERM_FIELDS }

  /** Users who may not create a category may still use the one that is there. */
  async function findTerm(taxonomy: RemoteTerm['taxonomy'], name: string): Promise<RemoteTerm | null> {
    const query = { ...fields, search: name }
    const { items } = await line.readPage(termSchema, 1, { path: PATHS[taxonomy], query })
    const terms = items.map((term) => toRemoteTerm(term, taxonomy))
    return terms.find((term) => isSameName(term.name, name)) ?? null
  }

  return {
    async listTerms(taxonomy, { pageNumber }) {
      const query = { ...fields, orderby: 'id', order: 'asc' }
      const { items, isLast } = await line.readPage(termSchema, pageNumber, { path: PATHS[taxonomy], query })
      return { isLast, items: items.map((term) => toRemoteTerm(term, taxonomy)) }
    },

    async listTermsById(taxonomy, ids) {
      const query = { ...fields, include: [...ids] }
      const { items } = await line.readPage(termSchema, 1, { path: PATHS[taxonomy], query })
      return items.map((term) => toRemoteTerm(term, taxonomy))
    },

    async ensureTerm(taxonomy, name) {
      const known = await findTerm(taxonomy, name)
      if (known) return known
      const path = PATHS[taxonomy]
      const answer = await line.ask({ path, query: fields, json: { name } })
      const refusal = readErrorBody(answer)
      if (refusal?.code === 'term_exists' && refusal.termId !== null) {
        return toRemoteTerm(await line.read(termSchema, { path: `${path}/${refusal.termId}`, query: fields }), taxonomy)
      }
      return toRemoteTerm(expectJson(answer, termSchema), taxonomy)
    },
  }
}

/** As MySQL's collation compares names, near enough: the blog's `term_exists` has the last word. */
function isSameName(left: string, right: string): boolean {
  return normalName(left) === normalName(right)
}

function normalName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
