import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'
import { takenBackPath, takenBackWords } from './taken-back.ts'

const say = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })

/**
 * Takes an entry out of the outbox at once: nothing becomes public by it, and its words stay here. Says where they are; a reply
 * is put back by one press, anything else is sent anew from its place.
 */
export function useTakeBack(): (entry: OutboxEntry) => void {
  const { client } = useCore()
  const [, navigate] = useLocation()
  return useCallback(
    (entry) => {
      const { outbox, comments } = client
      const { id: entryId, commentId } = entry
      const path = takenBackPath(entry)
      async function takeBack(): Promise<void> {
        // Read before: what was taken back has no words of its own any more.
        const reply =
          entry.kind === 'send-reply' && commentId !== null
            ? { commentId, text: (await outbox.replyText.query({ entryId })).text }
            : null
        await outbox.cancel.mutate({ entryId })
        showToast({
          text: takenBackWords(entry),
          ...(reply && { action: { label: t('Undo'), run: () => void comments.reply.mutate(reply).catch(say) } }),
          ...(path !== null && { link: { label: t('Open'), follow: () => navigate(path) } }),
        })
      }
      void takeBack().catch(say)
    },
    [client, navigate],
  )
}
