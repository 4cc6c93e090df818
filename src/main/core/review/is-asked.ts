import type { ReviewId } from '../../../shared/domain/ids.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredRound } from '../store/review-repository.ts'

/** Whether somebody asked for this round: who asks is in the trail. Else the post was only handed in on the blog. */
export const isAsked = (desk: Desk, id: ReviewId, { askedAt }: Pick<StoredRound, 'askedAt'>): boolean =>
  desk.reviewTalk.listTrail(id).some(({ act, at }) => act === 'asked' && at === askedAt)
