import { findAnchor } from '../../../shared/content/anchors/find-anchor.ts'
import { withNoteNumber } from '../../../shared/content/anchors/note-places.ts'
import { readPost } from '../../../shared/content/checks/readable-post.ts'
import { formOf } from '../../../shared/content/classic/post-form.ts'
import type { PostId } from '../../../shared/domain/ids.ts'
import { isLiveStatus } from '../posts/is-live-status.ts'
import { currentWords } from '../posts/post-words.ts'
import { takeWords } from '../posts/take-words.ts'
import type { QueueReviewPorts } from './queue-review.ts'

/**
 * Writes the numbers of open notes onto the blocks they are about, so that the blog's own editor shows them there. Only the
 * author's desk does, as they hand the post in again: nobody else changes the post. No reader meets it, and no seal is broken by it.
 * Before the text is given to a reviewer, so that the two are the same. Call inside a transaction.
 */
export function placeNumbers(ports: QueueReviewPorts, postId: PostId): void {
  const { desk } = ports
  const reviewId = desk.reviews.findIdOfPost(postId)
  const status = desk.posts.findBase(postId, 'agreed')?.remote.status
  // A post that readers see is not handed in again.
  if (!reviewId || (status !== undefined && isLiveStatus(status))) return
  const post = desk.posts.getPost(postId)
  const words = currentWords(desk, post)
  if (formOf(words.document) === 'classic') return
  const readable = readPost(words)
  let { document } = words
  for (const note of desk.reviewTalk.listNotes(reviewId)) {
    const number = note.resolved === null ? desk.reviewNumbers.findByNote(note.id) : null
    const where = number && note.anchor ? findAnchor(readable, note.anchor)?.where : undefined
    if (number && where && 'path' in where) document = withNoteNumber(document, where.path, number.remoteId)
  }
  if (document !== words.document) takeWords(ports, post, { ...words, document })
}
