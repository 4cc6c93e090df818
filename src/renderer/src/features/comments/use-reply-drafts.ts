import { type QueryClient, useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { type CoreAccess, useCore } from '../../api/queries.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'
import { DraftKeeper } from './draft-keeper.ts'

export interface ReplyDrafts {
  /** Until they have been read nobody can tell which answers were begun; the comments are shown also when they cannot be. */
  isRead: boolean
  textOf: (commentId: string) => string
  /** No words are no draft. */
  keep: (commentId: string, text: string) => void
  /** Behind what was begun already: nothing that was written is written over. */
  add: (commentId: string, words: string) => void
  /** Why what was written last is not saved yet; it is tried again by itself. */
  error: AppErrorData | null
}

const keepers = new WeakMap<QueryClient, DraftKeeper>()

/** One for the whole window: what could not be saved is tried again also when its screen is gone. */
function keeperOf({ client, queryClient }: CoreAccess): DraftKeeper {
  const known =
    keepers.get(queryClient) ??
    new DraftKeeper({
      send: (draft) => client.replyDrafts.keep.mutate(draft),
      errorOf: appErrorOf,
      schedule: (callback, delayMs) => void setTimeout(callback, delayMs),
    })
  keepers.set(queryClient, known)
  return known
}

/** Answers that were begun, by comment: they outlast this window and a restart. */
export function useReplyDrafts(): ReplyDrafts {
  const access = useCore()
  const { core, queryClient } = access
  const { isPending } = useQuery(core.replyDrafts.list.queryOptions())
  const keeper = keeperOf(access)
  const error = useSyncExternalStore(keeper.subscribe, () => keeper.error)

  return useMemo(() => {
    const textOf = (commentId: string): string =>
      queryClient.getQueryData(core.replyDrafts.list.queryKey())?.find((draft) => draft.commentId === commentId)
        ?.text ?? ''

    function keep(commentId: string, text: string): void {
      if (text === textOf(commentId)) return
      queryClient.setQueryData(core.replyDrafts.list.queryKey(), (known = []) => [
        ...known.filter((draft) => draft.commentId !== commentId),
        ...(text === '' ? [] : [{ commentId, text }]),
      ])
      keeper.keep(commentId, text)
    }

    return {
      isRead: !isPending,
      textOf,
      keep,
      add: (commentId, words) => keep(commentId, withWords(textOf(commentId), words)),
      error,
    }
  }, [core, queryClient, keeper, isPending, error])
}

export const withWords = (begun: string, words: string): string =>
  begun.includes(words) ? begun : begun === '' ? words : `${begun}\n\n${words}`
