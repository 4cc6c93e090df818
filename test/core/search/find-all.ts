import type { inferRouterInputs } from '@trpc/server'
import type { AppRouter } from '../../../src/shared/contract/router.ts'
import type { SearchAnswer, SearchGroup, SearchKind } from '../../../src/shared/domain/search.ts'
import type { TestDesk } from '../../support/open-desk.ts'

type Filters = inferRouterInputs<AppRouter>['search']['find']['filters']

/** Asks until the index is whole: each question fills a slice of it. */
export async function findAll(desk: TestDesk, text: string, filters: Filters = {}, limit = 200): Promise<SearchAnswer> {
  for (;;) {
    const answer = await desk.query('search', 'find', { text, filters, limit })
    if (answer.pendingCount === 0) return answer
  }
}

export const groupOf = (answer: SearchAnswer, kind: SearchKind): SearchGroup =>
  answer.groups.find((group) => group.kind === kind) ?? { kind, hits: [], count: 0 }

/** The titles of the posts found, in order. */
export async function titlesFound(desk: TestDesk, text: string, filters: Filters = {}): Promise<string[]> {
  return groupOf(await findAll(desk, text, filters), 'post').hits.map(({ postTitle }) => postTitle.text)
}

/** What the passages mark, in order. */
export async function wordsMarked(desk: TestDesk, text: string): Promise<string[]> {
  const { groups } = await findAll(desk, text)
  return groups.flatMap(({ hits }) =>
    hits.flatMap(({ passage }) => (passage ? passage.ranges.map(([from, to]) => passage.text.slice(from, to)) : [])),
  )
}
