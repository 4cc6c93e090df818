import { useQuery } from '@tanstack/react-query'
import type { PostId } from '../../../../shared/domain/ids.ts'
import type { PostPairs } from '../../../../shared/domain/pair.ts'
import { useCore } from '../../api/queries.ts'

const ALONE: PostPairs = { source: null, translations: [], onBlog: null, saidByBlog: null }

/** What the post says in another language, and what says it; until that is known it stands by itself. */
export function usePairs(postId: PostId): PostPairs {
  const { core } = useCore()
  return useQuery(core.pairs.find.queryOptions({ postId })).data ?? ALONE
}
