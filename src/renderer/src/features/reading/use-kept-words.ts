import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { type CoreAccess, useCore } from '../../api/queries.ts'
import type { FeedItem } from '../../../../shared/domain/reading.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'
import { DraftKeeper } from '../comments/draft-keeper.ts'

type WordsField = 'note' | 'reply'

const SAVED_AFTER_MS = 300

const keepers = new WeakMap<QueryClient, Record<WordsField, DraftKeeper>>()

/** One of each for the whole window: what could not be saved is tried again also when its item is gone from sight. */
function keepersOf({ client, queryClient }: CoreAccess): Record<WordsField, DraftKeeper> {
  const ports = {
    errorOf: appErrorOf,
    schedule: (callback: () => void, delayMs: number) => void setTimeout(callback, delayMs),
  }
  const known = keepers.get(queryClient) ?? {
    note: new DraftKeeper({
      ...ports,
      send: ({ commentId: itemId, text: note }) => client.reading.keepNote.mutate({ itemId, note }),
    }),
    reply: new DraftKeeper({
      ...ports,
      send: ({ commentId: itemId, text: reply }) => client.reading.keepReply.mutate({ itemId, reply }),
    }),
  }
  keepers.set(queryClient, known)
  return known
}

/** What a person writes beside an item: saved while they type, and when they leave it. */
export function useKeptWords(
  item: FeedItem,
  field: WordsField,
): { words: string; write: (words: string) => void; error: AppErrorData | null } {
  const access = useCore()
  const { core, queryClient } = access
  const [words, write] = useState(item[field])
  const keeper = keepersOf(access)[field]
  const error = useSyncExternalStore(keeper.subscribe, () => keeper.error)

  const save = useEffectEvent((latest: string) => {
    const key = core.reading.item.queryKey({ itemId: item.id })
    if (latest === queryClient.getQueryData(key)?.[field]) return
    queryClient.setQueryData(key, (known) => known && { ...known, [field]: latest })
    keeper.keep(item.id, latest)
  })
  const saveLast = useEffectEvent(() => save(words))
  useEffect(() => {
    const timer = setTimeout(() => save(words), SAVED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [words])
  useEffect(() => () => saveLast(), [])
  return { words, write, error }
}
