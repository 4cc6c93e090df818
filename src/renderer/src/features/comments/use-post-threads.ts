import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, type RefObject } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { ConversationView } from '../../../../shared/domain/conversation.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import type { CommentListHandle } from './comment-list.tsx'
import { onlyThreadsIn, type PlacedComment, placeComments } from './threads.ts'
import { useNotice, type Notice } from './use-notice.ts'
import { useSelection, type Selection } from './use-selection.ts'
import { useTriage, type Elsewhere, type Triage } from './use-triage.ts'

export interface PostThreads {
  shown: readonly PlacedComment[]
  byId: ReadonlyMap<string, PlacedComment>
  error: AppErrorData | null
  list: RefObject<CommentListHandle | null>
  selection: Selection
  notice: Notice
  triage: Triage
}

interface PostThreadsOptions {
  postId: PostId
  view: ConversationView
  elsewhere: Elsewhere
  /** Where the post is open already, what follows when its correction has begun. */
  onCorrecting?: () => void
}

/** What is said under one post, what is chosen of it and what can be done with it, wherever it is shown. */
export function usePostThreads({ postId, view, elsewhere, onCorrecting }: PostThreadsOptions): PostThreads {
  const { core } = useCore()
  const blog = useActiveBlog()
  const comments = useQuery(core.comments.list.queryOptions({ blogId: blog.id, postId }))
  const placed = useMemo(() => placeComments(comments.data ?? []), [comments.data])
  const shown = useMemo(() => onlyThreadsIn(view, placed), [view, placed])
  const byId = useMemo(() => new Map(placed.map((item) => [item.comment.id as string, item])), [placed])
  const list = useRef<CommentListHandle>(null)
  const selection = useSelection(shown)
  const notice = useNotice()
  const triage = useTriage({ blog, items: shown, list, selection, notice, elsewhere, onCorrecting })
  const error = comments.error ? appErrorOf(comments.error) : null
  return { shown, byId, error, list, selection, notice, triage }
}
