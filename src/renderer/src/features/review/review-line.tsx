import type { ReactNode } from 'react'
import type { Review } from '../../../../shared/domain/review.ts'
import { Button } from '../../ui/button.tsx'
import { ActingAs } from './my-name-field.tsx'
import type { ReviewMode } from './review-mode.ts'
import { dueWords, reviewWords } from './review-words.ts'
import { WhoAsks } from './who-asks.tsx'
import { t } from '../../../../shared/words/t.ts'
import { Rich } from '../../ui/rich.tsx'

interface ReviewLineProps {
  review: Review
  name: string
  mode: ReviewMode
  /** How the text is shown. */
  view: ReactNode
  onSend: () => void
}

/** Whose turn it is, what they were asked or told, and as whom one acts here. */
export function ReviewLine({ review, name, mode, view, onSend }: ReviewLineProps) {
  const words = reviewWords(review)
  const { request, conclusion, askedBy, waitsFor } = review
  const due = waitsFor === 'reviewer' ? dueWords(request.by) : null
  return (
    <div className="review-line">
      <div className="review-line-words">
        <span className={`badge tone-${words.tone}`}>{words.word}</span>{' '}
        {waitsFor === 'reviewer' ? (
          <span>
            <WhoAsks review={review} />
            {due && <span className={due.isLate ? 'review-late' : undefined}> {due.words}</span>}
            {request.lookAt !== '' && (
              <>
                {t(':', {}, 'between who asks for a review and what is to be looked at')}{' '}
                <Said words={request.lookAt} />
              </>
            )}
            {review.handedIn && '.'}
          </span>
        ) : (
          <span>
            {words.sentence}
            {conclusion && conclusion.words !== '' && (
              <>
                {' '}
                <Said words={conclusion.words} />
              </>
            )}
          </span>
        )}
        {review.isThroughBlog && !review.isUnsent && <Way review={review} />}
        {review.isUnsent && (
          <span className="review-way">
            {' '}
            {t('It was taken out of the outbox: nobody else knows of it.')}{' '}
            <Button look="link" onPress={onSend}>
              {t('Send it after all')}
            </Button>
          </span>
        )}
      </div>
      <div className="review-line-acts">
        {view}
        <ActingAs
          doing={doing(mode)}
          name={name}
          others={[waitsFor === 'reviewer' ? request.of : '', askedBy, conclusion?.by ?? '']
            .filter((other, at, all) => all.indexOf(other) === at)
            .slice(0, 3)}
        />
      </div>
    </div>
  )
}

/** Where what is decided goes. */
const Way = ({ review: { blogName } }: { review: Review }) => (
  <span className="review-way">
    {' '}
    <Rich message="Through the blog <blog>{name}</blog>." values={{ name: blogName }} parts={{ blog: <bdi /> }} />
  </span>
)

function doing(mode: ReviewMode): string {
  switch (mode) {
    case 'suggesting':
      return t('Reviewing as', {}, 'before a name')
    case 'deciding':
      return t('Deciding as', {}, 'before a name')
    case 'reading':
      return t('Reading as', {}, 'before a name')
  }
}

const Said = ({ words }: { words: string }) => (
  <q className="review-said" dir="auto">
    {words}
  </q>
)
