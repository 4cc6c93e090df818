import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { t } from '../../../../../shared/words/t.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import type { OutboxEntry } from '../../../../../shared/domain/outbox-entry.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { showToast } from '../../../ui/toasts.tsx'

/** Says that an act is in the outbox, with the way to take it back for as long as nothing of it leaves. */
export function useTellQueued(): (entry: OutboxEntry) => void {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const cancel = useMutation(
    core.outbox.cancel.mutationOptions({
      onSuccess: () => showToast({ text: t('Taken back. Nothing was sent.') }, 5000),
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
  return (entry) => {
    const holdMs = entry.heldUntil === null ? 0 : new Date(entry.heldUntil).getTime() - Date.now()
    showToast(
      {
        text: t('“{what}” is in the outbox and leaves in {seconds, number} seconds at the earliest.', {
          what: entry.what,
          seconds: Math.max(1, Math.round(holdMs / 1000)),
        }),
        action: { label: t('Undo', {}, 'that something is sent'), run: () => cancel.mutate({ entryId: entry.id }) },
        link: { label: t('Outbox'), follow: () => navigate('/outbox') },
      },
      holdMs,
    )
  }
}
