import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { Link } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { ConversationView } from '../../../../shared/domain/conversation.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { CommentCard } from './comment-card.tsx'
import { CommentList, type CommentListHandle } from './comment-list.tsx'
import { useAnswering } from './use-answering.ts'
import { useMarkRead } from './use-mark-read.ts'
import { useShowComment } from './use-show-comment.ts'
import { onlyThreadsIn, type PlacedComment, placeComments } from './threads.ts'
import { useReplyDrafts } from './use-reply-drafts.ts'
import { ConversationFoot } from './conversation-foot.tsx'
import { useNotice } from './use-notice.ts'
import { useSelection } from './use-selection.ts'
import { useTriage } from './use-triage.ts'

const NOTHING: readonly PlacedComment[] = []

interface PostThreadsProps {
  postId: PostId
  title: string
  view: ConversationView
  showsBack: boolean
}

/** What was new when it was shown stays marked while the threads are open; the core hears of it after a moment. */
export function PostThreads({ postId, title, view, showsBack }: PostThreadsProps) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const comments = useQuery(core.comments.list.queryOptions({ blogId: blog.id, postId }))
  const placed = useMemo(() => placeComments(comments.data ?? []), [comments.data])
  const shown = useMemo(() => onlyThreadsIn(view, placed), [view, placed])
  const byId = useMemo(() => new Map(placed.map((item) => [item.comment.id as string, item])), [placed])
  const list = useRef<CommentListHandle>(null)
  const drafts = useReplyDrafts()
  const selection = useSelection(shown)
  const notice = useNotice()
  const triage = useTriage({ blog, items: shown, list, selection, notice })
  const { newIds, onSeen } = useMarkRead(blog.id, triage.keptNew)
  const answering = useAnswering(drafts)
  const showComment = useCallback((commentId: string) => list.current?.show(commentId), [])
  useShowComment(shown, list)
  const { toggle, extendTo } = selection
  const choose = useCallback(
    (commentId: string, how: 'toggle' | 'extend') => (how === 'extend' ? extendTo(commentId) : toggle(commentId)),
    [toggle, extendTo],
  )

  return (
    <section className="paper" aria-label={`Comments on ${title || 'Untitled'}`}>
      <header className="threads-head">
        {showsBack && (
          <Link href="/conversation" className="button button-link">
            <Icon name="back" /> All conversations
          </Link>
        )}
        <h2 className="writers-voice" dir="auto">
          {title || 'Untitled'}
        </h2>
        {shown.length > 1 && blog.kind !== 'archive' && (
          <Button look="link" onPress={selection.chooseAll}>
            Choose all
          </Button>
        )}
        <Link href={`/writing/${postId}`}>Open the post</Link>
      </header>
      {!triage.mayModerate && blog.kind !== 'archive' && (
        <p className="away-known">
          Your account reads and answers here. Approving, holding and removing is for those who may change the post on
          the blog.
        </p>
      )}
      {comments.error && <Problem error={appErrorOf(comments.error)} />}
      <CommentList
        ref={list}
        items={drafts.isRead ? shown : NOTHING}
        onKeyDown={triage.onKeyDown}
        onChoose={choose}
        onSeen={onSeen}
        renderItem={({ comment, depth }, { before, isCurrent }) => (
          <CommentCard
            comment={comment}
            isNew={!comment.isRead || newIds.has(comment.id)}
            isReply={depth > 0}
            answers={
              comment.parentId === before?.comment.id ? null : (byId.get(comment.parentId ?? '')?.comment ?? null)
            }
            isCurrent={isCurrent}
            isAnswering={answering.isOpen(comment.id)}
            isChosen={selection.ids.has(comment.id)}
            triage={triage}
            notice={notice}
            drafts={drafts}
            onChoose={choose}
            onAnswering={answering.setOpen}
            onShow={showComment}
          />
        )}
      />
      <ConversationFoot selection={selection} triage={triage} notice={notice} list={list} />
    </section>
  )
}
