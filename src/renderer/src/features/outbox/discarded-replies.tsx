import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import { replyWords } from '../../../../shared/conversation/reply-text.ts'
import type { DiscardedReply } from '../../../../shared/domain/outbox-entry.ts'
import { Button } from '../../ui/button.tsx'
import { Rich } from '../../ui/rich.tsx'
import { shortTime } from '../../ui/times.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { useReplyDrafts } from '../comments/use-reply-drafts.ts'

/** Replies that were taken back or got other words: nothing of them was sent, and every word is still here. */
export function DiscardedReplies() {
  const { core } = useCore()
  const blog = useActiveBlog()
  const discarded = useQuery(core.outbox.discarded.queryOptions({ blogId: blog.id }))
  if (!discarded.data || discarded.data.length === 0) return null
  return (
    <details className="discarded">
      <summary>
        {t('Taken back ({count, number}): not sent, the words are still here', { count: discarded.data.length })}
      </summary>
      <ol aria-label={t('Taken back')}>
        {discarded.data.map((reply) => (
          <li key={reply.id}>
            <DiscardedLine reply={reply} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function DiscardedLine({ reply }: { reply: DiscardedReply }) {
  const [, navigate] = useLocation()
  const drafts = useReplyDrafts()
  const author = reply.what.split(':', 1)[0] ?? ''
  return (
    <article className="outbox-line sent-line" aria-label={t('Taken back: {what}', { what: reply.what })}>
      <p className="field-hint">{shortTime(reply.createdAt)}</p>
      <div className="outbox-words">
        <p className="field-hint">
          {author === '' ? (
            t('Your reply to a comment')
          ) : (
            <Rich message="Your reply to <name>{author}</name>" values={{ author }} parts={{ name: <bdi /> }} />
          )}
        </p>
        <p className="writers-voice discarded-text" dir="auto">
          {replyWords(reply.text)}
        </p>
      </div>
      <div className="outbox-acts">
        <Button
          look="link"
          aria-label={t('Use again: {what}', { what: reply.what })}
          onPress={() => {
            drafts.add(reply.commentId, reply.text)
            navigate(`/conversation/${reply.postId}`)
          }}
        >
          {t('Use again')}
        </Button>
      </div>
    </article>
  )
}
