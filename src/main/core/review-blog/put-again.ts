import type { EntryId, PostId } from '../../../shared/domain/ids.ts'
import type { RemoteProposal } from '../blog-api/review-calls.ts'
import { newId } from '../new-id.ts'
import { entryFrame } from '../outbox/entry-frame.ts'
import { openSendsOf } from '../posts/queue-post.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredEntryOf } from '../store/outbox-repository.ts'
import type { QueueReviewPorts } from './queue-review.ts'

/** Where something on the blog throws it away again and again, it is put there ever more seldom. */
const REST_MS = 10 * 60_000

/**
 * WordPress throws the newest autosave of a post away, whosever it is, when somebody opens the post in its own editor and the post was
 * saved since (wp-admin/edit-form-blocks.php, 5.0 to 7.1). A letter that went this way before it was answered goes there once more, as
 * it was: those who have read it know it by its token. `proposals` is what stands beside the post now. Returns whether it was put into the
 * outbox. Call inside a transaction.
 */
export function putLetterAgain(
  ports: Omit<QueueReviewPorts, 'holdMs'>,
  blog: StoredBlog,
  postId: PostId,
  proposals: readonly RemoteProposal[],
): boolean {
  const { desk, clock, random } = ports
  const last = desk.outbox.findLastLetter(postId)
  if (last === null || !isUnanswered(desk, blog, last)) return false
  // A later letter of this account, or what it typed in the blog's own editor and did not save.
  if (proposals.some(({ authorId }) => authorId === blog.remoteUserId)) return false
  if (openSendsOf(desk, postId).length > 0) return false
  const times = last.payload.timesPutAgain ?? 0
  if (clock.now().getTime() - Date.parse(last.doneAt ?? last.createdAt) < times * REST_MS) return false
  const { approvedBy, approvedAt, kind, lane, what, sizeBytes, payloadHash, token } = last
  desk.outbox.addEntry({
    ...entryFrame({ clock, holdMs: 0 }, blog),
    approvedBy,
    approvedAt,
    postId,
    kind,
    lane,
    what,
    sizeBytes,
    payloadHash,
    token,
    id: newId<EntryId>(random),
    payload: { ...last.payload, timesPutAgain: times + 1 },
  })
  return true
}

/** The last that this account said, it was there, and nothing came after it. */
function isUnanswered(desk: Desk, { remoteUserId }: StoredBlog, last: StoredEntryOf<'send-review'>): boolean {
  if (last.state !== 'done' || remoteUserId === null) return false
  const { reviewId, post } = last.payload
  const here = desk.reviews.findReview(reviewId)
  if (here?.review.round !== post.round.number) return false
  // Who asked was answered once somebody decided.
  if (post.round.state === 'asked' && here.round.state !== 'asked') return false
  return desk.reviewLines.findLastLetter(reviewId, remoteUserId, post.round.number)?.token === last.token
}
