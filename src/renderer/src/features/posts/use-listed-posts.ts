import { useQuery } from '@tanstack/react-query'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import type { PostSummary } from '../../../../shared/domain/post.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'

/** More than any screen has room for. */
const FIRST_SCREEN = 60

/** `posts`: the first of them until all are there, which `isWhole` says; undefined before there is anything to show. */
export function useListedPosts(blogId: BlogId): {
  posts: PostSummary[] | undefined
  isWhole: boolean
  problem: AppErrorData | null
} {
  const { core } = useCore()
  const list = useQuery(core.posts.list.queryOptions({ blogId }))
  const newest = useQuery(
    core.posts.newest.queryOptions(
      { blogId, limit: FIRST_SCREEN },
      // Nobody tells it of changes: the next time it is asked for anew.
      { enabled: list.data === undefined, gcTime: 0 },
    ),
  )
  return {
    posts: list.data ?? newest.data,
    isWhole: list.data !== undefined,
    problem: list.error && appErrorOf(list.error),
  }
}
