import { utcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { SealStatus } from '../../../shared/domain/seal.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import type { PostPayload } from '../outbox/entry-payload.ts'
import type { Clock, Random } from '../ports.ts'
import { isLiveStatus } from '../posts/is-live-status.ts'
import { wordsOfRemote } from '../posts/post-words.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredEntryOf } from '../store/outbox-repository.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { beginRound } from './begin-round.ts'
import { sealOver } from './seal-over.ts'

/** Of what is on the blog; null where nothing was approved. */
export type LiveSeal = Exclude<SealStatus, { state: 'none' }> | null

/** Whether what the blog has now, as it was read back, is what was approved. */
export function sealOverLive(
  desk: Desk,
  post: StoredPost,
  live: RemotePost,
  { words: sent, publishAt }: PostPayload,
): LiveSeal {
  const id = desk.reviews.findIdOfPost(post.id)
  if (!id) return null
  const { language, direction } = sent
  const shareLines = desk.share.listLines(post.id)
  const onBlog: PostWords = { ...wordsOfRemote(desk, post.blogId, live), language, direction, shareLines }
  // The blog puts a post without a category into its own.
  const words = sent.categoryIds.length === 0 ? { ...onBlog, categoryIds: [] } : onBlog
  const { review } = desk.reviews.getReview(id)
  const seal = sealOver(desk, review, words, live.status === 'future' ? live.publishedAt : publishAt)
  return seal.state === 'none' ? null : seal
}

/**
 * A post went out: that is a line of its trail, where it has one. One that went out before anybody approved it is to be reviewed
 * now as it is, and stands in the queue until it is. Call inside a transaction.
 */
export function notePublication(
  ports: { desk: Desk; clock: Clock; random: Random },
  { postId, payload, approvedBy }: StoredEntryOf<'publish-post' | 'update-post'>,
  live: RemotePost,
  seal: LiveSeal,
): void {
  const { desk, clock } = ports
  if (postId === null || payload.putsRight !== undefined) return
  if (payload.words.categoryIds.length === 0) desk.terms.putUnchosen(postId, live.categoryIds)
  if (!isLiveStatus(live.status)) return
  const at = utcIso(clock.now())
  const known = desk.reviews.findIdOfPost(postId)
  if (payload.urgent && seal?.state !== 'whole') {
    const { why, name } = payload.urgent
    const { of, by } = known ? desk.reviews.getReview(known).round.request : { of: '', by: null }
    const id = beginRound(ports, { postId, of, by, lookAt: why, publishAt: null, name })
    desk.reviewTalk.putUrgency(id, { by: name, at, why })
    desk.reviewTalk.addLine(id, { act: 'published-urgently', by: name, at, words: why, hash: null })
    return
  }
  if (!known) return
  const hash = seal?.state === 'whole' ? seal.hash : null
  desk.reviewTalk.addLine(known, { act: 'published', by: approvedBy, at, words: live.link, hash })
  desk.reviews.setChangedAt(known, at)
}
