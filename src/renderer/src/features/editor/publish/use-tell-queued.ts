import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
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
      onSuccess: () => showToast({ text: 'Taken back. Nothing was sent.' }, 5000),
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
  return (entry) => {
    const holdMs = entry.heldUntil === null ? 0 : new Date(entry.heldUntil).getTime() - Date.now()
    showToast(
      {
        text: `“${entry.what}” is in the outbox and leaves in ${Math.max(1, Math.round(holdMs / 1000))} seconds at the earliest.`,
        action: { label: 'Undo', run: () => cancel.mutate({ entryId: entry.id }) },
        link: { label: 'Outbox', follow: () => navigate('/outbox') },
      },
      holdMs,
    )
  }
}
