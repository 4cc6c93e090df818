import { useMemo } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useTakeBack } from './use-take-back.ts'

export interface EntryActs {
  cancel(entry: OutboxEntry): void
  /** The same, and says where its words are now; a reply can be put back at once. */
  takeBack(entry: OutboxEntry): void
  hold(entry: OutboxEntry): void
  release(entry: OutboxEntry): void
  stop(entry: OutboxEntry): void
  tryNow(entry: OutboxEntry): void
  /** On a quiet date, where the policy allows it. */
  sendUrgent(entry: OutboxEntry): void
}

/**
 * What one press does with an entry; plain calls, because a list has hundreds of lines. A refusal is said in the corner, and
 * the list tells the rest by itself.
 */
export function useEntryActs(): EntryActs {
  const { client } = useCore()
  const takeBack = useTakeBack()
  return useMemo(() => {
    const { outbox } = client
    const say = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
    return {
      takeBack,
      cancel: ({ id: entryId }) => void outbox.cancel.mutate({ entryId }).catch(say),
      hold: ({ id: entryId }) => void outbox.hold.mutate({ entryId }).catch(say),
      release: ({ id: entryId }) => void outbox.release.mutate({ entryId }).catch(say),
      stop: ({ id: entryId }) => void outbox.stop.mutate({ entryId }).catch(say),
      sendUrgent: ({ id: entryId }) => void outbox.sendUrgent.mutate({ entryId }).catch(say),
      tryNow: ({ id: entryId }) => void outbox.tryNow.mutate({ entryId }).catch(say),
    }
  }, [client, takeBack])
}
