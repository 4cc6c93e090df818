import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { PostId } from '../../../../shared/domain/ids.ts'
import type { ReviewSummary } from '../../../../shared/domain/review.ts'
import { useCore } from '../../api/queries.ts'

/** How the review of a post stands; undefined where nobody ever asked. */
export function usePostReview(postId: PostId): ReviewSummary | undefined {
  const { core } = useCore()
  const find = useCallback((queue: ReviewSummary[]) => queue.find((review) => review.postId === postId), [postId])
  return useQuery(core.reviews.queue.queryOptions(undefined, { select: find })).data
}

/** Of every post that is in review or was, how it stands. */
export function usePostReviews(): ReadonlyMap<PostId, ReviewSummary> {
  const { core } = useCore()
  return useQuery(core.reviews.queue.queryOptions(undefined, { select: byPost })).data ?? NONE
}
const NONE: ReadonlyMap<PostId, ReviewSummary> = new Map()

const byPost = (queue: ReviewSummary[]): ReadonlyMap<PostId, ReviewSummary> =>
  new Map(queue.flatMap((review) => (review.postId === null ? [] : [[review.postId, review] as const])))
