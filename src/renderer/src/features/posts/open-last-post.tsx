import { useQuery } from '@tanstack/react-query'
import { Redirect } from 'wouter'
import { useCore } from '../../api/queries.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { lastOpened } from './last-opened.ts'

/**
 * The window opens at the last sentence: the post that was open last. With none to go on with, because it is of another blog or
 * gone, it opens at the start screen; a desk on which nothing was ever written has nothing to look back on, and begins at the list.
 */
export function OpenLastPost() {
  const { core } = useCore()
  const blog = useActiveBlog()
  const last = useQuery(lastOpened(core))
  const isElsewhere = !last.isPending && last.data?.blogId !== blog.id
  const today = useQuery(core.today.look.queryOptions(undefined, { enabled: isElsewhere }))
  if (last.isPending) return null
  if (!isElsewhere) return <Redirect to={`/writing/${last.data?.postId}`} replace />
  if (today.isPending) return null
  return <Redirect to={today.data && today.data.lastPosts.length > 0 ? '/today' : '/writing'} replace />
}
