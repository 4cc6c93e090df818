import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import type { PostSummary } from '../../../../shared/domain/post.ts'
import { listTagUse, type TagUse } from '../../../../shared/tags/tag-use.ts'
import { useCore } from '../../api/queries.ts'

/** Of a post its words change with each save, its tags seldom: who asks for the tags is not drawn anew for the words. */
const taggedOf = (posts: PostSummary[]): Pick<PostSummary, 'state' | 'tags'>[] =>
  posts.map(({ state, tags }) => ({ state, tags }))

/** Every tag of the blog, the most used first, from what is on this laptop; null until it was read. */
export function useTagUse(blogId: BlogId): readonly TagUse[] | null {
  const { core } = useCore()
  const posts = useQuery(core.posts.list.queryOptions({ blogId }, { select: taggedOf })).data
  const terms = useQuery(core.blogs.terms.queryOptions({ blogId })).data
  return useMemo(() => (posts && terms ? listTagUse(posts, terms) : null), [posts, terms])
}
