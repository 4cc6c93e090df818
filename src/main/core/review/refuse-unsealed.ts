import type { PostPayload } from '../outbox/entry-payload.ts'
import type { NewSchedule } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { refuseQuietTime } from '../policy/refuse-by-policy.ts'
import { policyOf } from './review-policy.ts'
import { sealOver } from './seal-over.ts'

type GoingOut = Pick<PostPayload, 'words' | 'as' | 'publishAt' | 'urgent' | 'putsRight'>

/**
 * When somebody asks for a post to go out, and again right before it leaves: throws `unsealed` where the blog's policy asks for an
 * approval, and this text at this time, with the share lines as they stand, has none; `not-allowed-now` for a time that the organisation keeps quiet. Handing in for review needs none, nor does putting back what was out already.
 */
export function refuseUnsealed(
  desk: Desk,
  { id: postId, blogId }: Pick<StoredPost, 'id' | 'blogId'>,
  { words, as, publishAt, urgent, putsRight }: GoingOut,
): void {
  if (as === 'pending' || putsRight !== undefined) return
  refuseQuietTime(desk, publishAt)
  const { publishing, allowsUrgent } = policyOf(desk, blogId)
  if (publishing !== 'required' || (urgent && allowsUrgent)) return
  const id = desk.reviews.findIdOfPost(postId)
  // Share lines go nowhere with the post: what counts is what stands there to be copied once it is out.
  const said = { ...words, shareLines: desk.share.listLines(postId) }
  const seal = id ? sealOver(desk, desk.reviews.getReview(id).review, said, publishAt) : null
  if (seal?.state === 'whole') return
  throw new AppError({
    kind: 'unsealed',
    approvedBy: seal?.state === 'broken' ? seal.approvedBy : null,
    pieces: seal?.state === 'broken' ? seal.pieces : [],
    mayBeUrgent: allowsUrgent,
  })
}

/** Another time for a post whose words are on the blog already: throws `unsealed` where the policy asks for an approval, and it was for a time. */
export function refuseOtherTime(desk: Desk, { id, blogId }: Pick<StoredPost, 'id' | 'blogId'>, to: NewSchedule): void {
  if (to.as === 'future') refuseQuietTime(desk, to.publishAt)
  const { publishing, allowsUrgent } = policyOf(desk, blogId)
  const reviewId = desk.reviews.findIdOfPost(id)
  const seal = publishing === 'required' && reviewId ? desk.seals.findSeal(reviewId) : null
  if (to.as === 'draft' || !seal || seal.publishAt === null) return
  if (to.as === 'future' && to.publishAt === seal.publishAt) return
  const { approvedBy } = seal
  throw new AppError({ kind: 'unsealed', approvedBy, pieces: ['schedule'], mayBeUrgent: allowsUrgent })
}
