import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useCore } from '../../api/queries.ts'
import type { Post, PostSummary } from '../../../../shared/domain/post.ts'

/** The post as its list shows it now: state, link and dates move on while the editor keeps the words. */
export function usePostSummary(post: Post): PostSummary {
  const { core } = useCore()
  const find = useCallback((list: PostSummary[]) => list.find(({ id }) => id === post.id), [post.id])
  const summary = useQuery(core.posts.list.queryOptions({ blogId: post.blogId }, { select: find }))
  return summary.data ?? post
}

type GoingOut = Pick<PostSummary, 'template' | 'reviewBy' | 'publishedAt' | 'remoteStatus'>

const goingOut = ({ template, reviewBy, publishedAt, remoteStatus }: PostSummary): GoingOut => ({
  template,
  reviewBy,
  publishedAt,
  remoteStatus,
})

/** When and as what it goes out. Drawn anew only when that is another; the words in a summary are others with each save. */
export function useGoingOut(post: Post): GoingOut {
  const { core } = useCore()
  const find = useCallback(
    (list: PostSummary[]) => {
      const summary = list.find(({ id }) => id === post.id)
      return summary && goingOut(summary)
    },
    [post.id],
  )
  const found = useQuery(core.posts.list.queryOptions({ blogId: post.blogId }, { select: find }))
  return found.data ?? goingOut(post)
}
