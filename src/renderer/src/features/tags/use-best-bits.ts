import { useQuery } from '@tanstack/react-query'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import type { BestBits } from '../../../../shared/tags/best-bits.ts'
import { useCore } from '../../api/queries.ts'

/** What the blog's best bits are; null where nobody chose. */
export function useBestBits(blogId: BlogId): BestBits | null {
  const { core } = useCore()
  const best = useQuery(core.settings.get.queryOptions(undefined, { select: ({ bestBits }) => bestBits[blogId] }))
  return best.data ?? null
}
