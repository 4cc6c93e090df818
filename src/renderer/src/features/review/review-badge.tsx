import type { ReviewSummary } from '../../../../shared/domain/review.ts'
import { dueWords, reviewWords } from './review-words.ts'

/** How the review of a post stands, in its word and colour, and by when it is asked for. */
export function ReviewBadge({ review }: { review: ReviewSummary }) {
  const words = reviewWords(review)
  const due = review.waitsFor === 'reviewer' ? dueWords(review.request.by) : null
  return (
    <>
      <span className={`badge tone-${words.tone}`} title={words.sentence}>
        {words.word}
      </span>
      {due && <span className={due.isLate ? 'review-late' : undefined}>{due.words}</span>}
    </>
  )
}
