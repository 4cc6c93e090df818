import type { Review } from '../../../../shared/domain/review.ts'
import type { TrailLine } from '../../../../shared/domain/review-file.ts'
import { longTime } from '../../ui/times.ts'

const ACTS: Record<TrailLine['act'], string> = {
  asked: 'asked for review',
  suggested: 'suggested changes',
  noted: 'wrote a note',
  decided: 'took or left suggestions',
  approved: 'approved it',
  'approved-with-changes': 'approved it with changes',
  'sent-back': 'sent it back',
  withdrawn: 'withdrew it from review',
  published: 'published it',
  'published-urgently': 'published it before it was approved',
}

/** Who did what when, the newest first. Nothing in it can be changed. */
export function TrailList({ review }: { review: Pick<Review, 'trail'> }) {
  return (
    <ol className="trail-list" aria-label="Trail">
      {review.trail.toReversed().map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines are only ever added
        <li key={review.trail.length - index} className={`trail-line trail-${line.act}`}>
          <p>
            <strong>
              <bdi>{line.by}</bdi>
            </strong>{' '}
            {ACTS[line.act]}
          </p>
          {line.words !== '' && (
            <p className="note-words" dir="auto">
              {line.words}
            </p>
          )}
          <p className="field-hint">
            {longTime(line.at)}
            {line.hash !== null && (
              <>
                {' · '}
                <code className="trail-hash" title={`SHA-256 of the text: ${line.hash}`}>
                  {line.hash.slice(0, 12)}…
                </code>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}
