import { useState } from 'react'
import type { Review } from '../../../../shared/domain/review.ts'
import { sealSentence, trailSentence } from '../../../../shared/review-sentences.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { longTime } from '../../ui/times.ts'

/** Who did what when, the newest first. Nothing in it can be changed. */
export function TrailList({ review }: { review: Review }) {
  return (
    <>
      <p className={review.seal.state === 'whole' ? 'trail-seal tone-sealed' : 'trail-seal tone-plain'}>
        {sealSentence(review.seal)}
      </p>
      <ol className="trail-list" aria-label="Trail">
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
                  <code className="trail-hash" title={`SHA-256 of what was approved: ${line.hash}`}>
                    {line.hash.slice(0, 12)}…
                  </code>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      <CopyTrail review={review} />
    </>
  )
}

/** The whole sheet as text, to be kept elsewhere. */
function CopyTrail({ review }: { review: Review }) {
  const { client } = useCore()
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
      <Button onPress={() => void copy()}>Copy the trail</Button>
      <output className="field-hint">
        {copied === 'yes' && 'The whole trail is on the clipboard, with full hashes.'}
        {copied === 'no' && 'It could not be copied.'}
      </output>
    </div>
  )
}
