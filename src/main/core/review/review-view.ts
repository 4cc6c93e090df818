import type { Review, ReviewOutcome, ReviewSummary } from '../../../shared/domain/review.ts'
import type { ReviewState } from '../../../shared/domain/review-file.ts'
import type { SealStatus } from '../../../shared/domain/seal.ts'
import type { ReviewId } from '../../../shared/domain/ids.ts'
import type { Desk } from '../store/desk.ts'
import { findWaiting, handedInOf, listWaiting, type WaitingPost } from '../review-blog/handed-in.ts'
import { isUnsent } from '../review-blog/queue-review.ts'
import { publishablePost } from '../review-blog/publish-approved.ts'
import type { ListedReview, StoredRound } from '../store/review-repository.ts'
import { sealStatusOf } from './seal-status.ts'

function summaryOf(desk: Desk, listed: ListedReview): ReviewSummary {
  const seal = sealStatusOf(desk, listed.review)
  const { review, round, title, language, direction, noteCount, seenAt } = listed
  const { concluded } = round
  const decision = OUTCOMES[round.state]
  const handedIn = handedInOf(desk, listed)
  const urgent = desk.reviewTalk.findUrgent(review.id)
  return {
    id: review.id,
    postId: review.postId,
    blogId: review.blogId,
    blogName: review.blog.name,
    title,
    language,
    direction,
    state: round.state,
    waitsFor: urgent ? 'reviewer' : handedIn?.left ? null : waitsFor(round, seal),
    round: review.round,
    request: round.request,
    askedBy: round.askedBy,
    askedAt: round.askedAt,
    handedIn,
    publishAt: round.publishAt,
    conclusion: concluded && decision ? { ...concluded, decision } : null,
    suggestionCount: round.suggestionCount,
    openCount: round.openCount,
    noteCount,
    changedAt: review.changedAt,
    isNews: seenAt === null || seenAt < review.changedAt,
    urgent,
    seal,
    isThroughBlog: desk.reviewLines.findLine(review.id) !== null,
  }
}

/** Those of this desk, and posts that wait on a blog without one. */
export const listSummaries = (desk: Desk): ReviewSummary[] => [
  ...desk.reviews.listReviews().map((listed) => summaryOf(desk, listed)),
  ...listWaiting(desk).map((waiting) => summaryOfWaiting(desk, waiting)),
]

const summaryOfWaiting = (desk: Desk, { listed }: WaitingPost): ReviewSummary => ({
  ...summaryOf(desk, listed),
  isThroughBlog: true,
})

export function reviewOf(desk: Desk, id: ReviewId): Review {
  const waiting = desk.reviews.findReview(id) ? null : findWaiting(desk, id)
  if (waiting) return reviewOfWaiting(desk, waiting)
  const listed = desk.reviews.getReview(id)
  const { round, categoryNames } = listed.review
  return {
    ...summaryOf(desk, listed),
    ...desk.reviews.getTexts(id, round),
    suggestedBy: desk.reviews.listSuggestedBy(id, round),
    decisions: desk.reviews.listDecisions(id, round),
    notes: desk.reviewTalk.listNotes(id),
    trail: desk.reviewTalk.listTrail(id),
    seen: desk.reviews.findSeen(id),
    isUnsent: isUnsent(desk, id),
    picturesOf: listed.review.postId ?? desk.reviewLines.findLine(id)?.postId ?? null,
    mayPublish: publishablePost(desk, id) !== null,
    categoryNames,
  }
}

const reviewOfWaiting = (desk: Desk, waiting: WaitingPost): Review => ({
  ...summaryOfWaiting(desk, waiting),
  ...waiting.texts,
  suggestedBy: [],
  decisions: [],
  notes: [],
  trail: [],
  seen: null,
  isUnsent: false,
  picturesOf: waiting.postId,
  mayPublish: waiting.mayPublish,
  categoryNames: waiting.listed.review.categoryNames,
})

/** What waits for somebody first: the one that is due first at the beginning, then those without a day, the longest waiting first. */
export function inOrderOfNeed(one: ReviewSummary, other: ReviewSummary): number {
  const [first, second] = [orderOf(one), orderOf(other)]
  if (first === second) return 0
  return first < second ? -1 : 1
}

const orderOf = ({ waitsFor: who, urgent, request, askedAt, changedAt }: ReviewSummary): string =>
  who === null
    ? `2 ${String(Number.MAX_SAFE_INTEGER - Date.parse(changedAt)).padStart(17, '0')}`
    : `1 ${urgent ? '0' : '1'} ${request.by ?? '9999-12-31'} ${askedAt}`

const OUTCOMES: Record<ReviewState, ReviewOutcome | null> = {
  asked: null,
  'sent-back': 'send-back',
  approved: 'approve',
  'approved-with-changes': 'approve-with-changes',
  withdrawn: null,
}

function waitsFor({ state }: StoredRound, seal: SealStatus): ReviewSummary['waitsFor'] {
  switch (state) {
    case 'asked':
      return 'reviewer'
    case 'sent-back':
      return 'author'
    case 'approved-with-changes':
      return seal.state === 'broken' ? 'author' : null
    case 'approved':
    case 'withdrawn':
      return null
  }
}
