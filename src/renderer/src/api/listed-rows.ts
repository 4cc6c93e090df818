import type { ChangeEvent } from '../../../shared/contract/wire.ts'
import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import { MOST_SUMMARIES } from '../../../shared/domain/post.ts'
import type { CoreAccess } from './queries.ts'
import { readRows } from './read-rows.ts'
import { shareRows } from './share-rows.ts'

export type PostsChange = Extract<ChangeEvent, { topic: 'posts' }>

/** What changed in a blog's list since it was last asked about; `null`: nobody can say it post by post. */
type Stale = Set<PostId | null>

/**
 * The lists of posts as the window has them, brought up to date row by row, `atTimes` as everything that changes with each pause of typing.
 * Returns what is to be told of each change. Comes with the first of them (see follow-changes.ts).
 */
export function followRows(
  access: Pick<CoreAccess, 'queryClient' | 'client' | 'core'>,
  invalidate: (queryKey: readonly unknown[]) => void,
  atTimes: (queryKey: readonly unknown[], read: () => void) => void,
): (change: PostsChange) => void {
  const { queryClient, core } = access
  // A row that moves leaves all others the same objects, also when the whole list is read.
  queryClient.setQueryDefaults(core.posts.list.pathKey(), { structuralSharing: shareRows })
  const keyOf = (blogId: BlogId) => core.posts.list.queryKey({ blogId })
  const staleLists = new Map<BlogId, Stale>()
  const readings = new Map<BlogId, Promise<void>>()

  function read(blogId: BlogId): void {
    const postIds = [...(staleLists.get(blogId) ?? [])]
    staleLists.delete(blogId)
    const named = postIds.filter((postId) => postId !== null)
    if (named.length < postIds.length || named.length > MOST_SUMMARIES) return invalidate(keyOf(blogId))
    // One after the other: of two answers about one post the later is the newer.
    const before = readings.get(blogId) ?? Promise.resolve()
    const reading = before.then(() => readRows(access, { blogId, postIds: named }, invalidate))
    // What goes wrong with one does not keep the next from being read.
    readings.set(
      blogId,
      reading.catch(() => invalidate(keyOf(blogId))),
    )
  }

  return ({ blogId, postId }) => {
    staleLists.set(blogId, (staleLists.get(blogId) ?? new Set()).add(postId))
    atTimes(keyOf(blogId), () => read(blogId))
  }
}
