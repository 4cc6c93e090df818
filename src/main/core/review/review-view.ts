import type { Review, ReviewOutcome, ReviewSummary } from '../../../shared/domain/review.ts'
import type { ReviewState } from '../../../shared/domain/review-file.ts'
import type { SealStatus } from '../../../shared/domain/seal.ts'
import type { ReviewId } from '../../../shared/domain/ids.ts'
import type { Desk } from '../store/desk.ts'
import { isUnsent } from '../review-blog/queue-review.ts'
import { publishablePost } from '../review-blog/publish-approved.ts'
import type { ListedReview, StoredRound } from '../store/review-repository.ts'
import { sealStatusOf } from './seal-status.ts'

export function summaryOf(desk: Desk, listed: ListedReview): ReviewSummary {
  const seal = sealStatusOf(desk, listed.review)
  const { review, round, title, language, direction, noteCount, seenAt } = listed
  const { concluded } = round
  const decision = OUTCOMES[round.state]
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
    waitsFor: urgent ? 'reviewer' : waitsFor(round, seal),
    round: review.round,
    request: round.request,
    askedBy: round.askedBy,
    askedAt: round.askedAt,
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

export function reviewOf(desk: Desk, id: ReviewId): Review {
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
