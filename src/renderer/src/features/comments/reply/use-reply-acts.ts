import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import type { CommentId } from '../../../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../../shared/domain/outbox-entry.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import type { Notice } from '../use-notice.ts'
import type { ReplyDrafts } from '../use-reply-drafts.ts'
import { t } from '../../../../../shared/words/t.ts'

interface ReplyActs {
  tryNow: () => void
  release: () => void
  stop: () => void
  /** Nothing is sent; the words are begun again under the comment. */
  keepAsDraft: () => void
}

/** What one press does with a reply that is in the outbox, from under its comment. A refusal is said below the conversation. */
export function useReplyActs(
  entry: OutboxEntry,
  { notice, drafts, onDraft }: { notice: Notice; drafts: ReplyDrafts; onDraft: (commentId: CommentId) => void },
): ReplyActs {
  const { client } = useCore()
  const entryId = entry.id
  const say = (error: unknown): void => notice.say(errorLine(appErrorOf(error)))

  async function keepAsDraft(): Promise<void> {
    const { commentId } = entry
    if (commentId === null) return
    const { text } = await client.outbox.replyText.query({ entryId })
    if (entry.state !== 'done') await client.outbox.cancel.mutate({ entryId })
    drafts.add(commentId, text)
    onDraft(commentId)
    notice.say(t('Nothing waits to be sent there. Your words are a draft under the comment.'))
  }

  return {
    tryNow: () => void client.outbox.tryNow.mutate({ entryId }).catch(say),
    release: () => void client.outbox.release.mutate({ entryId }).catch(say),
    stop: () => void client.outbox.stop.mutate({ entryId }).catch(say),
    keepAsDraft: () => void keepAsDraft().catch(say),
  }
}
