import { Link } from 'wouter'
import type { ReviewSummary } from '../../../../shared/domain/review.ts'
import { ReviewBadge } from './review-badge.tsx'
import { counted } from './review-words.ts'
import { WhoAsks } from './who-asks.tsx'

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
        {review.title.trim() === '' ? 'Untitled' : review.title.slice(0, 300)}
      </span>
      <span className="post-row-excerpt">
        {/* One run of words; the names in it have directions of their own. */}
        <bdi dir="ltr">
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
        {review.isNews && !isOpen && <span className="badge tone-new">New</span>}
        <span>
          {[
            suggestionCount > 0 &&
              (openCount > 0 && openCount < suggestionCount
                ? `${openCount} of ${counted(suggestionCount, 'suggestion')} open`
                : counted(suggestionCount, 'suggestion')),
            noteCount > 0 && counted(noteCount, 'note'),
            review.round > 1 && `round ${review.round}`,
          ]
            .filter((part) => part !== false)
            .join(' · ')}
        </span>
      </span>
    </Link>
  )
}
