import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import type { PostSummary } from '../../../../shared/domain/post.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { type CoreQueries, useCore } from '../../api/queries.ts'
import { newestAsked } from './newest-asked.ts'

/** Nobody tells these of changes: they stand for the moment until the whole list is there, and are not kept for another one. */
const newest = (core: CoreQueries, blogId: BlogId) =>
  core.posts.newest.queryOptions(newestAsked(blogId), { gcTime: 10_000 })

/**
 * Before the parts of the frame ask for what they show: the core answers one after the other, and the whole list of a large desk takes seconds.
 * Layout effects come before the effects in which queries are asked.
 */
export function useNewestFirst(blogId: BlogId): void {
  const { core, queryClient } = useCore()
  useLayoutEffect(() => {
    const hasList = queryClient.getQueryData(core.posts.list.queryKey({ blogId })) !== undefined
    if (!hasList) void queryClient.prefetchQuery(newest(core, blogId))
  }, [blogId, core, queryClient])
}

/** `posts`: the first of them until all are there, which `isWhole` says; undefined before there is anything to show. */
export function useListedPosts(blogId: BlogId): {
  posts: PostSummary[] | undefined
  isWhole: boolean
  problem: AppErrorData | null
} {
  const { core } = useCore()
  const list = useQuery(core.posts.list.queryOptions({ blogId }))
  const first = useQuery({ ...newest(core, blogId), enabled: list.data === undefined })
  return {
    posts: list.data ?? first.data,
    isWhole: list.data !== undefined,
    problem: list.error && appErrorOf(list.error),
  }
}
