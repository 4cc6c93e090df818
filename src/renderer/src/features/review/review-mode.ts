import type { Review } from '../../../../shared/domain/review.ts'

/** What the one who sits here can do with a review now: propose changes, take or leave them, or only read. */
export type ReviewMode = 'suggesting' | 'deciding' | 'reading'

/** By whose turn it is and how they call themselves: who asked does not review their own text. */
export function reviewMode(
  review: Pick<Review, 'waitsFor' | 'state' | 'askedBy' | 'postId' | 'openCount'>,
  name: string,
): ReviewMode {
  const isAuthor = name === review.askedBy
  if (review.waitsFor === 'reviewer') return isAuthor || name === '' ? 'reading' : 'suggesting'
  const isToDecide =
    review.postId !== null && (review.state === 'sent-back' || review.state === 'approved-with-changes')
  return isToDecide && isAuthor ? 'deciding' : 'reading'
}
