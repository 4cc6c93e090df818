import type { Query, QueryClient } from '@tanstack/react-query'
import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import type { PostSummary } from '../../../shared/domain/post.ts'
import type { CoreAccess } from './queries.ts'
import { shareRows } from './share-rows.ts'

/**
 * Asks for so many rows of a blog's list and puts each where the list has it. What came or went makes the window read the whole list, as
 * `invalidate` does.
 *
 * An answer is put into a list only when nothing else was put into it, or is on its way, since it was asked for: which of the two is
 * older nobody could tell. Then it is asked for again, once that is there.
 */
export async function readRows(
  access: Pick<CoreAccess, 'queryClient' | 'client' | 'core'>,
  asked: { blogId: BlogId; postIds: PostId[] },
  invalidate: (queryKey: readonly unknown[]) => void,
): Promise<void> {
  const { queryClient, client, core } = access
  const queryKey = core.posts.list.queryKey({ blogId: asked.blogId })
  const find = () => queryClient.getQueryCache().find<PostSummary[]>({ queryKey })
  const list = find()
  if (!list) return
  if (list.state.fetchStatus !== 'idle') {
    await quiet(queryClient, list)
    return readRows(access, asked, invalidate)
  }
  const { data, dataUpdateCount } = list.state
  if (!isShown(list) || !data || !asked.postIds.every((postId) => data.some(({ id }) => id === postId)))
    return invalidate(queryKey)
  const rows = await client.posts.summaries.query(asked).catch(() => [])
  const isSame = find() === list && list.state.dataUpdateCount === dataUpdateCount
  if (!isSame || list.state.fetchStatus !== 'idle') return readRows(access, asked, invalidate)
  // Marked meanwhile as no longer right: what is put into it would take the mark away.
  if (!isShown(list) || rows.length < asked.postIds.length) return invalidate(queryKey)
  list.setOptions({ ...list.options, structuralSharing: shareRows })
  queryClient.setQueryData(queryKey, withRows(data, rows))
}

/** Until no answer is on its way to the list, or the list is no longer wanted. */
const quiet = (queryClient: QueryClient, list: Query<PostSummary[]>): Promise<void> =>
  new Promise((resolve) => {
    const cache = queryClient.getQueryCache()
    const stop = cache.subscribe(() => {
      if (list.state.fetchStatus !== 'idle' && cache.get(list.queryHash) === list) return
      stop()
      resolve()
    })
  })

/** A list that nobody looks at, or that is to be read anew whenever somebody does, is not kept up to date. */
const isShown = (list: Query<PostSummary[]>): boolean => list.isActive() && !list.state.isInvalidated

/** The latest edit first, as the list itself; a row whose edit is as old as it was keeps its place among those of one moment. */
const withRows = (list: readonly PostSummary[], rows: readonly PostSummary[]): PostSummary[] =>
  rows.reduce<PostSummary[]>(
    (before, row) => {
      const place = before.findIndex(({ id }) => id === row.id)
      if (before[place]?.editedAt === row.editedAt) return before.with(place, row)
      const others = before.toSpliced(place, 1)
      const next = others.findIndex(({ editedAt }) => editedAt <= row.editedAt)
      return others.toSpliced(next === -1 ? others.length : next, 0, row)
    },
    [...list],
  )
