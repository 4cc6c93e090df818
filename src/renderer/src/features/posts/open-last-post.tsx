import { useQuery } from '@tanstack/react-query'
import { Redirect } from 'wouter'
import { useCore } from '../../api/queries.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'

/** The window opens at the last sentence: the post that was open last, or the list when there is none in this blog. */
export function OpenLastPost() {
  const { core } = useCore()
  const blog = useActiveBlog()
  const last = useQuery(core.posts.lastOpened.queryOptions(undefined, { gcTime: 0 }))
  if (last.isPending) return null
  return <Redirect to={last.data?.blogId === blog.id ? `/writing/${last.data.postId}` : '/writing'} replace />
}
