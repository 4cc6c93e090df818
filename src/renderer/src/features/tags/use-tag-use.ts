import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import { listTagUse, type TagUse } from '../../../../shared/tags/tag-use.ts'
import { useCore } from '../../api/queries.ts'

/** Every tag of the blog, the most used first, from what is on this laptop; null until it was read. */
export function useTagUse(blogId: BlogId): readonly TagUse[] | null {
  const { core } = useCore()
  const posts = useQuery(core.posts.list.queryOptions({ blogId })).data
  const terms = useQuery(core.blogs.terms.queryOptions({ blogId })).data
  return useMemo(() => (posts && terms ? listTagUse(posts, terms) : null), [posts, terms])
}
