import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Post } from '../../../../shared/domain/post.ts'
import type { ReviewSummary } from '../../../../shared/domain/review.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useCommand } from '../commands/registered-commands.ts'
import { usePostSummary } from '../editor/use-post-summary.ts'
import { useMyName } from './my-name.ts'
import { dueSentence, reviewWords } from './review-words.ts'
import { keptBothSentence } from './use-review-acts.ts'
import { usePostReview } from './use-post-review.ts'
import { t } from '../../../../shared/words/t.ts'

const AskDialog = laterDialog(async () => (await import('./ask-dialog.tsx')).AskDialog)
const SendFileDialog = laterDialog(async () => (await import('./travel/send-file-dialog.tsx')).SendFileDialog)

interface ReviewBannerProps {
  post: Post
  /** Everything typed is kept when this resolves; rejects when it could not be. */
  keep: () => Promise<void>
}

/** Above a post that is in review, came back, or was approved: how it stands, and what its author can do about it. */
export function ReviewBanner({ post, keep }: ReviewBannerProps) {
  const review = usePostReview(post.id)
  const { publishedAt, remoteStatus } = usePostSummary(post)
  const [isAsking, setIsAsking] = useState(false)
  const [isSending, setIsSending] = useState(false)
  useCommand(
    'ask-for-review',
    () => setIsAsking(true),
    review?.waitsFor !== 'reviewer' && review?.seal.state !== 'whole',
  )
  const dialog = (
    <AskDialog
      isOpen={isAsking}
      onClose={() => setIsAsking(false)}
      postId={post.id}
      publishAt={review ? review.publishAt : remoteStatus === 'future' ? publishedAt : null}
      before={review}
      onBefore={keep}
    />
  )
  if (!review || (review.state === 'withdrawn' && !review.urgent)) return dialog
  const words = reviewWords(review)
  const { state, conclusion, openCount, noteCount, waitsFor } = review
  const due = waitsFor === 'reviewer' ? dueSentence(review.request.by) : null
  const told = openWords(waitsFor === 'reviewer' ? 0 : openCount, noteCount)
  return (
    <output className={`state-banner tone-${words.tone}`}>
      <span>
        <strong>{words.word}.</strong> {words.sentence}
        {due !== null && ` ${due}`}
        {(state === 'sent-back' || openCount > 0) && waitsFor === 'author' && conclusion && conclusion.words !== '' && (
          <>
            {' '}
            <q dir="auto">{conclusion.words}</q>
          </>
        )}
        {told !== '' && ` ${told}`}
      </span>
      <span className="state-banner-acts">
        <Link href={`/review/${review.id}`} className="button">
          {waitsFor === 'author' && openCount > 0 ? t('See the suggestions') : t('See the review')}
        </Link>
        {state === 'approved-with-changes' && openCount > 0 && <TakeAll review={review} keep={keep} />}
        {waitsFor === 'reviewer' ? (
          <>
            <Button onPress={() => setIsSending(true)}>{t('Send as a file…')}</Button>
            <Withdraw review={review} />
          </>
        ) : (
          review.seal.state !== 'whole' && (
            <Button onPress={() => setIsAsking(true)}>{t('Ask again…', {}, 'for a review')}</Button>
          )
        )}
      </span>
      {dialog}
      <SendFileDialog reviews={[review]} isOpen={isSending} onClose={() => setIsSending(false)} />
    </output>
  )
}

/** How much there is to look at, in a sentence; '' when there is nothing. */
function openWords(suggestions: number, notes: number): string {
  if (suggestions > 0 && notes > 0)
    return t(
      '{suggestions, plural, one {# open suggestion} other {# open suggestions}}, {notes, plural, one {# open note} other {# open notes}}.',
      { suggestions, notes },
    )
  if (suggestions > 0)
    return t('{count, plural, one {# open suggestion} other {# open suggestions}}.', { count: suggestions })
  return notes > 0 ? t('{count, plural, one {# open note} other {# open notes}}.', { count: notes }) : ''
}

/** All changes of an approval at once: what is then here is what was sealed. */
function TakeAll({ review, keep }: { review: ReviewSummary; keep: () => Promise<void> }) {
  const { core, client, queryClient } = useCore()
  const name = useMyName()
  const take = useMutation({
    async mutationFn() {
      await keep()
      const { decisions, given, proposed } = await client.reviews.get.query({ reviewId: review.id })
      const { listPostSuggestions, overlayPosts } =
        await import('../../../../shared/content/suggestions/overlay-posts.ts')
      const { fields, text } = listPostSuggestions(overlayPosts(given, proposed))
      const done = new Set(decisions.map(({ suggestionId }) => suggestionId))
      const suggestionIds = [...fields, ...text].map(({ id }) => id).filter((id) => !done.has(id))
      return await client.reviews.decide.mutate({ reviewId: review.id, suggestionIds, isTaken: true, name })
    },
    onSuccess({ keptBoth }) {
      if (keptBoth > 0) showToast({ text: keptBothSentence(keptBoth) })
      return queryClient.invalidateQueries({ queryKey: core.reviews.pathKey() })
    },
    onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
  })
  return (
    <Button look="primary" isPending={take.isPending} isDisabled={name === ''} onPress={() => take.mutate()}>
      {t('Take all {count, number}', { count: review.openCount }, 'suggestions')}
    </Button>
  )
}

function Withdraw({ review }: { review: ReviewSummary }) {
  const { core, queryClient } = useCore()
  const name = useMyName()
  const withdraw = useMutation(
    core.reviews.withdraw.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: core.reviews.pathKey() }),
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
  return (
    <Button
      isPending={withdraw.isPending}
      onPress={() => withdraw.mutate({ reviewId: review.id, name: name || review.askedBy })}
    >
      {t('Withdraw', {}, 'a request for a review')}
    </Button>
  )
}
