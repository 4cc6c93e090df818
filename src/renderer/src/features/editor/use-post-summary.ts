import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useCore } from '../../api/queries.ts'
import type { Post, PostSummary } from '../../../../shared/domain/post.ts'

/** All that does not come of the text: that is another with each save, and nothing is to be drawn anew for it. */
type Standing = Omit<PostSummary, 'excerptLine' | 'wordCount' | 'editedAt'>

const standing = ({ excerptLine: _line, wordCount: _count, editedAt: _at, ...rest }: PostSummary): Standing => rest

/** The post as its list shows it now: state, link and dates move on while the editor keeps the words. */
export function usePostSummary(post: Post): Standing {
  const { core } = useCore()
  const find = useCallback(
    (list: PostSummary[]) => {
      const summary = list.find(({ id }) => id === post.id)
      return summary && standing(summary)
    },
    [post.id],
  )
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

/** When and as what it goes out. Drawn anew only when that is another. */
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
