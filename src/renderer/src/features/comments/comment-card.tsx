import { useMemo, useState } from 'react'
import type { Comment, CommentStatus } from '../../../../shared/domain/comment.ts'
import { entryStateWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { shortTime } from '../../ui/times.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { cleanComment } from './clean-comment.ts'
import { ReplyBox } from './reply-box.tsx'
import { hasReplyDraft } from './reply-drafts.ts'

interface CommentCardProps {
  comment: Comment
  isNew: boolean
  isReply: boolean
}

export function CommentCard({ comment, isNew, isReply }: CommentCardProps) {
  const [isAnswering, setIsAnswering] = useState(() => hasReplyDraft(comment.id))
  const html = useMemo(() => ({ __html: cleanComment(comment.contentHtml) }), [comment.contentHtml])
  const blog = useActiveBlog()
  const status = statusWord(comment.status)
  return (
    <article
      className={isReply ? 'comment comment-reply' : 'comment'}
      data-comment-id={comment.id}
      tabIndex={-1}
      aria-label={`Comment by ${comment.authorName || 'somebody'}`}
    >
      <header className="comment-head">
        <strong>
          <bdi>{comment.authorName || 'Somebody'}</bdi>
        </strong>
        {comment.isMine && comment.authorName !== 'You' && <span className="field-hint">You</span>}
        <time dateTime={comment.createdAt} className="field-hint">
          {shortTime(comment.createdAt)}
        </time>
        {isNew && !comment.isMine && <span className="badge tone-new">New</span>}
        {comment.isUnanswered && <span className="badge tone-waits">Unanswered</span>}
        {comment.entry !== null && <StateBadge words={entryStateWords(comment.entry)} />}
        {comment.entry === null && status !== null && <span className="badge tone-plain">{status}</span>}
      </header>
      {/* oxlint-disable-next-line react/no-danger -- cleanComment is the one sanitiser */}
      <div className="comment-words writers-voice" dir="auto" dangerouslySetInnerHTML={html} />
      {comment.entry === null &&
        blog.kind !== 'archive' &&
        (isAnswering ? (
          <ReplyBox comment={comment} onClose={() => setIsAnswering(false)} />
        ) : (
          <Button
            look="link"
            aria-label={`Reply to ${comment.authorName || 'this comment'}`}
            onPress={() => setIsAnswering(true)}
          >
            Reply
          </Button>
        ))}
    </article>
  )
}

/** Nothing for an approved comment: readers see it, and that is the rule. */
function statusWord(status: CommentStatus): string | null {
  switch (status) {
    case 'approved':
      return null
    case 'hold':
      return 'Held by the blog'
    case 'spam':
      return 'Spam'
    case 'trash':
      return 'In the trash'
  }
}
