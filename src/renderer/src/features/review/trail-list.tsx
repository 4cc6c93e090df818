import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Review } from '../../../../shared/domain/review.ts'
import { sealSentence, trailSentence } from '../../../../shared/review-sentences.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { longTime } from '../../ui/times.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useHandOut } from '../interchange/use-hand-out.ts'
import { t } from '../../../../shared/words/t.ts'

/** Who did what when, the newest first. Nothing in it can be changed. */
export function TrailList({ review }: { review: Review }) {
  return (
    <>
      <p className={review.seal.state === 'whole' ? 'trail-seal tone-sealed' : 'trail-seal tone-plain'}>
        {sealSentence(review.seal)}
      </p>
      <ol className="trail-list" aria-label={t('Trail', {}, 'of a review')}>
        {review.trail.toReversed().map((line, index) => (
          <li key={review.trail.length - index} className={`trail-line trail-${line.act}`}>
            <p className="trail-act" dir="auto">
              {trailSentence(line)}
            </p>
            {line.words !== '' && line.act !== 'suggested' && (
              <p className="note-words" dir="auto">
                {line.words}
              </p>
            )}
            <p className="field-hint">
              {longTime(line.at)}
              {line.hash !== null && (
                <>
                  {' · '}
                  <code className="trail-hash" title={t('SHA-256 of what was approved: {hash}', { hash: line.hash })}>
                    {line.hash.slice(0, 12)}…
                  </code>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      <TakeTrail review={review} />
    </>
  )
}

/** The whole sheet, to be kept elsewhere: as text, or as a page that prints well. */
function TakeTrail({ review }: { review: Review }) {
  const { client, core } = useCore()
  const { saveFile } = useHandOut()
  const save = useMutation(
    core.reviews.writeTrail.mutationOptions({
      onSuccess: (file) => saveFile(file, t('Any browser opens and prints it.')),
      onError: (error) => showToast({ text: errorLine(appErrorOf(error), 'asking') }),
    }),
  )
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  async function copy(): Promise<void> {
    try {
      const { text } = await client.reviews.trailSheet.query({ reviewId: review.id })
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <div className="new-note-acts">
      <Button onPress={() => void copy()}>{t('Copy the trail')}</Button>
      <Button isPending={save.isPending} onPress={() => save.mutate({ reviewId: review.id })}>
        {t('Save the trail…')}
      </Button>
      <output className="field-hint">
        {copied === 'yes' && t('The whole trail is on the clipboard, with full hashes.')}
        {copied === 'no' && t('It could not be copied.')}
      </output>
    </div>
  )
}
