import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useCore } from '../../api/queries.ts'
import { replyWords } from '../../../../shared/conversation/reply-text.ts'
import type { DiscardedReply } from '../../../../shared/domain/outbox-entry.ts'
import { Button } from '../../ui/button.tsx'
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
        Taken back ({discarded.data.length.toLocaleString('en-GB')}): not sent, the words are still here
      </summary>
      <ol aria-label="Taken back">
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
    <article className="outbox-line sent-line" aria-label={`Taken back: ${reply.what}`}>
      <p className="field-hint">{shortTime(reply.createdAt)}</p>
      <div className="outbox-words">
        <p className="field-hint">
          Your reply to <bdi>{author || 'a comment'}</bdi>
        </p>
        <p className="writers-voice discarded-text" dir="auto">
          {replyWords(reply.text)}
        </p>
      </div>
      <div className="outbox-acts">
        <Button
          look="link"
          aria-label={`Use the words again: ${reply.what}`}
          onPress={() => {
            drafts.add(reply.commentId, reply.text)
            navigate(`/conversation/${reply.postId}`)
          }}
        >
          Use again
        </Button>
      </div>
    </article>
  )
}
