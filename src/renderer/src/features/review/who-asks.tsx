import type { ReviewSummary } from '../../../../shared/domain/review.ts'
import { reviewerName } from './review-words.ts'

/** Who wants it looked at, and by whom; of a post that was only handed in on the blog nobody said. */
export function WhoAsks({ review }: { review: Pick<ReviewSummary, 'askedBy' | 'request' | 'handedIn'> }) {
  const { askedBy, handedIn } = review
  if (handedIn)
    return (
      <>
        <bdi>{askedBy}</bdi> handed it in; nobody wrote what to look at
      </>
    )
  return (
    <>
      <bdi>{askedBy}</bdi> asks <bdi>{reviewerName(review)}</bdi>
    </>
  )
}
