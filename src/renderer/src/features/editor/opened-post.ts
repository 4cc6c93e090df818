import { usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { useCore, type CoreQueries } from '../../api/queries.ts'

/** Read once for each opening, and forgotten with it: from then on the working copy in the window is the truth. */
const ONCE = { staleTime: 0, gcTime: 0, refetchOnMount: false } as const

export const openedPost = (core: CoreQueries, postId: string) => core.posts.get.queryOptions({ postId }, ONCE)

/** What an earlier opening of the post could undo. */
export const keptUndo = (core: CoreQueries, postId: string) => core.undo.find.queryOptions({ postId }, ONCE)

/**
 * Asks for the post before anything that stands around it is asked for, and while the code of the editor is still on its way: the
 * core answers one after the other.
 */
export function usePostAhead(postId: string): void {
  const { core } = useCore()
  usePrefetchQuery(openedPost(core, postId))
  usePrefetchQuery(keptUndo(core, postId))
  // Nobody else holds them until the editor is there.
  useQuery(openedPost(core, postId))
  useQuery(keptUndo(core, postId))
}
