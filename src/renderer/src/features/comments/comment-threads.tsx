import { useCallback } from 'react'
import { Problem } from '../../ui/problem.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { CommentCard } from './comment-card.tsx'
import { CommentList } from './comment-list.tsx'
import { ConversationFoot } from './conversation-foot.tsx'
import type { PlacedComment } from './threads.ts'
import { useAnswering } from './use-answering.ts'
import { useMarkRead } from './use-mark-read.ts'
import type { PostThreads } from './use-post-threads.ts'
import { useReplyDrafts } from './use-reply-drafts.ts'
import { useShowComment } from './use-show-comment.ts'
import { t } from '../../../../shared/words/t.ts'

const NOTHING: readonly PlacedComment[] = []

/** What was new when it was shown stays marked while the threads are open; the core hears of it after a moment. */
export function CommentThreads({ threads }: { threads: PostThreads }) {
  const { shown, byId, error, list, selection, notice, triage } = threads
  const blog = useActiveBlog()
  const drafts = useReplyDrafts()
  const { newIds, onSeen } = useMarkRead(blog.id, triage.keptNew)
  const answering = useAnswering(drafts)
  const showComment = useCallback((commentId: string) => list.current?.show(commentId), [list])
  useShowComment(shown, list)
  const { toggle, extendTo } = selection
  const choose = useCallback(
    (commentId: string, how: 'toggle' | 'extend') => (how === 'extend' ? extendTo(commentId) : toggle(commentId)),
    [toggle, extendTo],
  )

  return (
    <>
      {!triage.mayModerate && blog.kind !== 'archive' && (
        <p className="away-known">
          {t(
            'Your account reads and answers here. Approving, holding and removing is for those who may change the post on the blog.',
          )}
        </p>
      )}
      {error && <Problem error={error} />}
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
    </>
  )
}
