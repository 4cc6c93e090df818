import { useMutation } from '@tanstack/react-query'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'

export interface EntryActs {
  isBusy: boolean
  cancel(entry: OutboxEntry): void
  hold(entry: OutboxEntry): void
  release(entry: OutboxEntry): void
  stop(entry: OutboxEntry): void
  tryNow(entry: OutboxEntry): void
}

/** What one press does with an entry. A refusal is said in the corner; the list tells the rest by itself. */
export function useEntryActs(): EntryActs {
  const { core } = useCore()
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const cancel = useMutation(core.outbox.cancel.mutationOptions({ onError }))
  const hold = useMutation(core.outbox.hold.mutationOptions({ onError }))
  const release = useMutation(core.outbox.release.mutationOptions({ onError }))
  const stop = useMutation(core.outbox.stop.mutationOptions({ onError }))
  const tryNow = useMutation(core.outbox.tryNow.mutationOptions({ onError }))
  return {
    isBusy: [cancel, hold, release, stop, tryNow].some(({ isPending }) => isPending),
    cancel: ({ id }) => cancel.mutate({ entryId: id }),
    hold: ({ id }) => hold.mutate({ entryId: id }),
    release: ({ id }) => release.mutate({ entryId: id }),
    stop: ({ id }) => stop.mutate({ entryId: id }),
    tryNow: ({ id }) => tryNow.mutate({ entryId: id }),
  }
}
