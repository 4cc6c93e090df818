import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useCore } from '../../api/queries.ts'
import type { WaitingComment } from '../../../../shared/domain/conversation.ts'
import { shortTime } from '../../ui/times.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { commentFound } from '../search/passage-state.ts'
import { DueBadge } from './due-badge.tsx'
import { t } from '../../../../shared/words/t.ts'
import { Rich } from '../../ui/rich.tsx'
import './comments.css'

const SHOWN = 12

/** Who waits for an answer, the one whose promise ends first at the top; nothing when nobody does. */
export function DueList() {
  const { core } = useCore()
  const blog = useActiveBlog()
  const waiting = useQuery(core.comments.waiting.queryOptions({ blogId: blog.id, limit: SHOWN }))
  const count = useQuery(
    core.comments.inbox.queryOptions(
      { blogId: blog.id },
      { select: (lines) => lines.reduce((sum, { counts }) => sum + counts.unanswered, 0) },
    ),
  )
  if (!waiting.data || waiting.data.length === 0) return null
  const others = (count.data ?? 0) - waiting.data.length
  return (
    <section className="due" aria-label={t('Waits for an answer')}>
      <h2>{t('Waits for an answer')}</h2>
      <ol>
        {waiting.data.map((comment) => (
          <li key={comment.commentId}>
            <DueLine comment={comment} />
          </li>
        ))}
      </ol>
      {others > 0 && (
        <Link href="/conversation">
          {t('{count, plural, one {One more} other {# more}} in the conversation', { count: others })}
        </Link>
      )}
    </section>
  )
}

function DueLine({ comment }: { comment: WaitingComment }) {
  return (
    <Link href={`/conversation/${comment.postId}`} state={commentFound(comment.commentId)} className="post-row">
      <span className="post-row-facts">
        <strong>
          <bdi>{comment.authorName || t('Somebody')}</bdi>
        </strong>
        <span>{shortTime(comment.createdAt)}</span>
        <DueBadge askedAt={comment.createdAt} />
      </span>
      <span className="post-row-excerpt writers-voice due-words" dir="auto">
        {comment.words}
      </span>
      <span className="post-row-facts">
        <span>
          <Rich
            message="on <post>{title}</post>"
            context="a comment on a post"
            values={{ title: comment.postTitle || t('Untitled') }}
            parts={{ post: <bdi /> }}
          />
        </span>
      </span>
    </Link>
  )
}
