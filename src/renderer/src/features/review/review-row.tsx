import { Link } from 'wouter'
import type { ReviewSummary } from '../../../../shared/domain/review.ts'
import { ReviewBadge } from './review-badge.tsx'
import { isSpokenRightToLeft } from '../../../../shared/words/spoken.ts'
import { WhoAsks } from './who-asks.tsx'
import { t } from '../../../../shared/words/t.ts'

interface ReviewRowProps {
  review: ReviewSummary
  isOpen: boolean
  showsBlog: boolean
  onChosen: () => void
}

/** One review in the queue: what it is, how it stands, who asked whom, by when, and how much there is in it. */
export function ReviewRow({ review, isOpen, showsBlog, onChosen }: ReviewRowProps) {
  const { suggestionCount, openCount, noteCount } = review
  return (
    <Link
      href={`/review/${review.id}`}
      className="post-row"
      aria-current={isOpen ? 'true' : undefined}
      onClick={onChosen}
    >
      <span
        className="post-row-title writers-voice"
        dir={review.title === '' ? undefined : 'auto'}
        lang={review.language || undefined}
      >
        {review.title.trim() === '' ? t('Untitled') : review.title.slice(0, 300)}
      </span>
      <span className="post-row-excerpt">
        {/* One run of words; the names in it have directions of their own. */}
        <bdi dir={isSpokenRightToLeft() ? 'rtl' : 'ltr'}>
          <WhoAsks review={review} />
          {showsBlog && (
            <>
              {' · '}
              <bdi>{review.blogName}</bdi>
            </>
          )}
        </bdi>
      </span>
      <span className="post-row-facts">
        <ReviewBadge review={review} />
        {review.isNews && !isOpen && <span className="badge tone-new">{t('New', {}, 'a review')}</span>}
        <span>
          {[
            suggestionCount > 0 &&
              (openCount > 0 && openCount < suggestionCount
                ? t('{open, number} of {count, plural, one {# suggestion} other {# suggestions}} open', {
                    open: openCount,
                    count: suggestionCount,
                  })
                : t('{count, plural, one {# suggestion} other {# suggestions}}', { count: suggestionCount })),
            noteCount > 0 && t('{count, plural, one {# note} other {# notes}}', { count: noteCount }),
            review.round > 1 && t('round {round, number}', { round: review.round }),
          ]
            .filter((part) => part !== false)
            .join(' · ')}
        </span>
      </span>
    </Link>
  )
}
