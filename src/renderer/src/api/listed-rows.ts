import type { Query } from '@tanstack/react-query'
import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import { MOST_SUMMARIES, type PostSummary } from '../../../shared/domain/post.ts'
import type { CoreAccess } from './queries.ts'

/** What changed in a blog's list since it was last asked about. */
interface Stale {
  postIds: Set<PostId>
  isWhole: boolean
}

/**
 * The list of posts as the window has it, brought up to date row by row: a post that changed is asked for alone and put where the list
 * would have it. What came or went, and what nobody can say one by one, makes the window read the whole list, as `invalidate` does.
 *
 * An answer is put into a list only when nothing else was put into it, or is on its way, since it was asked for: which of the two is
 * older nobody could tell. Then it is asked for again, once that is there.
 */
export function followRows(
  { queryClient, client, core }: Pick<CoreAccess, 'queryClient' | 'client' | 'core'>,
  invalidate: (queryKey: readonly unknown[]) => void,
): {
  note: (change: { blogId: BlogId; postId: PostId | null }) => void
  /** Brings in what was noted; what is noted from now on waits for the next call. */
  read: (blogId: BlogId) => void
  stop: () => void
} {
  const staleLists = new Map<BlogId, Stale>()
  const readings = new Map<BlogId, Promise<void>>()
  let isStopped = false

  const keyOf = (blogId: BlogId) => core.posts.list.queryKey({ blogId })
  const listOf = (blogId: BlogId) => queryClient.getQueryCache().find<PostSummary[]>({ queryKey: keyOf(blogId) })

  /** Until no answer is on its way to the list, or the list is no longer wanted. */
  const quiet = (list: Query<PostSummary[]>): Promise<void> =>
    new Promise((resolve) => {
      const cache = queryClient.getQueryCache()
      const isQuiet = (): boolean => list.state.fetchStatus === 'idle' || cache.get(list.queryHash) !== list
      const stop = cache.subscribe(() => {
        if (!isQuiet()) return
        stop()
        resolve()
      })
    })

  async function readRows(blogId: BlogId, postIds: PostId[]): Promise<void> {
    const list = listOf(blogId)
    if (!list || isStopped) return
    if (list.state.fetchStatus !== 'idle') {
      await quiet(list)
      return readRows(blogId, postIds)
    }
    const { data, dataUpdateCount } = list.state
    if (!isShown(list) || !data || !postIds.every((postId) => data.some(({ id }) => id === postId)))
      return invalidate(keyOf(blogId))
    const rows = await client.posts.summaries.query({ blogId, postIds }).catch(() => [])
    if (isStopped) return
    const isSame = listOf(blogId) === list && list.state.dataUpdateCount === dataUpdateCount
    if (!isSame || list.state.fetchStatus !== 'idle') return readRows(blogId, postIds)
    // Marked meanwhile as no longer right: what is put into it would take the mark away.
    if (!isShown(list) || rows.length < postIds.length) return invalidate(keyOf(blogId))
    queryClient.setQueryData(keyOf(blogId), withRows(data, rows))
  }

  return {
    note({ blogId, postId }) {
      const stale = staleLists.get(blogId) ?? { postIds: new Set(), isWhole: false }
      if (postId === null) stale.isWhole = true
      else stale.postIds.add(postId)
      staleLists.set(blogId, stale)
    },
    read(blogId) {
      const stale = staleLists.get(blogId)
      staleLists.delete(blogId)
      if (!stale) return
      if (stale.isWhole || stale.postIds.size > MOST_SUMMARIES) return invalidate(keyOf(blogId))
      // One after the other: of two answers about one post the later is the newer.
      const before = readings.get(blogId) ?? Promise.resolve()
      readings.set(
        blogId,
        before.then(() => readRows(blogId, [...stale.postIds])),
      )
    },
    stop() {
      isStopped = true
    },
  }
}

/** A list that nobody looks at, or that is to be read anew whenever somebody does, is not kept up to date. */
const isShown = (list: Query<PostSummary[]>): boolean => list.isActive() && !list.state.isInvalidated

/** The latest edit first, as the list itself; a row whose edit is as old as it was keeps its place among those of one moment. */
export function withRows(list: readonly PostSummary[], rows: readonly PostSummary[]): PostSummary[] {
  return rows.reduce<PostSummary[]>(
    (before, row) => {
      const place = before.findIndex(({ id }) => id === row.id)
      if (before[place]?.editedAt === row.editedAt) return before.with(place, row)
      const others = before.toSpliced(place, 1)
      const next = others.findIndex(({ editedAt }) => editedAt <= row.editedAt)
      return others.toSpliced(next === -1 ? others.length : next, 0, row)
    },
    [...list],
  )
}
