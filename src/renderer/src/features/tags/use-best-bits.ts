import { useQuery } from '@tanstack/react-query'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import { useCore } from '../../api/queries.ts'

/** The tag by which a post is one of the blog's best bits; null where none was chosen. */
export function useBestBits(blogId: BlogId): string | null {
  const { core } = useCore()
  const tag = useQuery(core.settings.get.queryOptions(undefined, { select: ({ bestBits }) => bestBits[blogId] }))
  return tag.data ?? null
}
