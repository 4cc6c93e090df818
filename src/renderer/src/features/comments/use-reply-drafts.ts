import { useMutation, useQuery } from '@tanstack/react-query'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'

export interface ReplyDrafts {
  /** Until they have been read nobody can tell which answers were begun; the comments are shown also when they cannot be. */
  isRead: boolean
  textOf: (commentId: string) => string
  /** No words are no draft. */
  keep: (commentId: string, text: string) => void
  /** Behind what was begun already: nothing that was written is written over. */
  add: (commentId: string, words: string) => void
}

/** Answers that were begun, by comment: they outlast this window and a restart. */
export function useReplyDrafts(): ReplyDrafts {
  const { core, queryClient } = useCore()
  const drafts = useQuery(core.replyDrafts.list.queryOptions())
  const save = useMutation(
    core.replyDrafts.keep.mutationOptions({
      onError: (error) => showToast({ text: `Your answer is not saved. ${errorLine(appErrorOf(error))}` }),
    }),
  )
  const textOf = (commentId: string): string =>
    queryClient.getQueryData(core.replyDrafts.list.queryKey())?.find((draft) => draft.commentId === commentId)?.text ??
    ''

  function keep(commentId: string, text: string): void {
    if (text === textOf(commentId)) return
    queryClient.setQueryData(core.replyDrafts.list.queryKey(), (known = []) => [
      ...known.filter((draft) => draft.commentId !== commentId),
      ...(text === '' ? [] : [{ commentId, text }]),
    ])
    save.mutate({ commentId, text })
  }

  return {
    isRead: !drafts.isPending,
    textOf,
    keep,
    add(commentId, words) {
      keep(commentId, withWords(textOf(commentId), words))
    },
  }
}

export const withWords = (begun: string, words: string): string =>
  begun.includes(words) ? begun : begun === '' ? words : `${begun}\n\n${words}`
