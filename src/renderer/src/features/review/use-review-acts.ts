import { useMutation } from '@tanstack/react-query'
import type { Anchor } from '../../../../shared/content/anchors/anchor.ts'
import type { Review, ReviewOutcome } from '../../../../shared/domain/review.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { showToast } from '../../ui/toasts.tsx'
import { t } from '../../../../shared/words/t.ts'

export interface ReviewActs {
  /** null: the decision is taken back. */
  decide: (suggestionIds: string[], isTaken: boolean | null) => void
  isDeciding: boolean
  addNote: (anchor: Anchor | null, words: string) => Promise<unknown>
  reply: (noteId: string, words: string) => Promise<unknown>
  setResolved: (noteId: string, isResolved: boolean) => void
  /** What was taken out of the outbox goes after all. */
  send: () => void
  conclude: (decided: { decision: ReviewOutcome; words: string; publish: boolean }) => Promise<unknown>
}

/** What can be done in a review, under the name of who sits here. Each answer is the review as it is then. */
export function useReviewActs(review: Review, name: string): ReviewActs {
  const { core, queryClient } = useCore()
  const reviewId = review.id
  const onSuccess = (now: Review): void => {
    queryClient.setQueryData(core.reviews.get.queryKey({ reviewId }), now)
    void queryClient.invalidateQueries({ queryKey: core.reviews.queue.pathKey() })
  }
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const decide = useMutation(
    core.reviews.decide.mutationOptions({
      onSuccess({ review: now, keptBoth }) {
        onSuccess(now)
        if (keptBoth > 0) showToast({ text: keptBothSentence(keptBoth) })
      },
      onError,
    }),
  )
  const addNote = useMutation(core.reviews.addNote.mutationOptions({ onSuccess, onError }))
  const reply = useMutation(core.reviews.replyToNote.mutationOptions({ onSuccess, onError }))
  const resolve = useMutation(core.reviews.resolveNote.mutationOptions({ onSuccess, onError }))
  const conclude = useMutation(core.reviews.conclude.mutationOptions({ onSuccess, onError }))
  const send = useMutation(core.reviews.send.mutationOptions({ onSuccess, onError }))
  return {
    send: () => send.mutate({ reviewId }),
    decide: (suggestionIds, isTaken) => decide.mutate({ reviewId, suggestionIds, isTaken, name }),
    isDeciding: decide.isPending,
    addNote: (anchor, words) => addNote.mutateAsync({ reviewId, anchor, words, name }),
    reply: (noteId, words) => reply.mutateAsync({ reviewId, noteId, words, name }),
    setResolved: (noteId, isResolved) => resolve.mutate({ reviewId, noteId, isResolved, name }),
    conclude: (decided) => conclude.mutateAsync({ reviewId, ...decided, name }),
  }
}

/** Where the author had written in the same place, nothing of either is lost. */
export const keptBothSentence = (places: number): string =>
  t(
    'In {places, plural, one {one place} other {# places}} you had written where the reviewer did. Both texts stand there now: look at the post.',
    { places },
  )
