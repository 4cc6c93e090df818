import { makeAnchor } from '../../../shared/content/anchors/make-anchor.ts'
import { placeOfNote } from '../../../shared/content/anchors/note-places.ts'
import type { Anchor } from '../../../shared/content/anchors/anchor.ts'
import { readPost } from '../../../shared/content/checks/readable-post.ts'
import { utcIso, type PostId, type ReviewId } from '../../../shared/domain/ids.ts'
import type { RemoteNote } from '../blog-api/review-calls.ts'
import type { Clock } from '../ports.ts'
import { wordsOfRemote } from '../posts/post-words.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { NoteNumber } from '../store/review-number-repository.ts'
import { noteText, remarkOf, saysSo } from './note-words.ts'

/**
 * What stands in the notes of the blog about a post: those that somebody wrote in its own editor are notes here, on the same
 * passage, and are settled here when they are settled there. What went from here is known by its number. `notes` oldest first. Returns
 * whether anything was new. Call inside a transaction.
 */
export function takeNotes(
  { desk, clock }: { desk: Desk; clock: Clock },
  blog: StoredBlog,
  { reviewId, postId }: { reviewId: ReviewId; postId: PostId },
  notes: readonly RemoteNote[],
): boolean {
  let isNews = false
  for (const note of notes) {
    const known = desk.reviewNumbers.findByNumber(blog.id, note.remoteId)
    if (known) {
      isNews = settleAsThere(desk, known, note, notes) || isNews
      // Its editor makes the note first, and saves where it stands with the post.
      if (known.noteId !== null && note.parentRemoteId === null)
        isNews = desk.reviewTalk.anchorUnplaced(known.noteId, () => anchorOf(desk, blog, postId, note)) || isNews
    } else isNews = takeNote(desk, blog, { reviewId, postId }, note, notes) || isNews
  }
  if (isNews) desk.reviews.setChangedAt(reviewId, utcIso(clock.now()))
  return isNews
}

function settleAsThere(desk: Desk, known: NoteNumber, note: RemoteNote, notes: readonly RemoteNote[]): boolean {
  if (known.isResolved === note.isResolved || note.parentRemoteId !== null) return false
  desk.reviewNumbers.putNumber({ ...known, isResolved: note.isResolved })
  const here = desk.reviewTalk.listNotes(known.reviewId).find(({ id }) => id === known.noteId)
  // Settled here already, by whoever it was: their letter said so.
  if (!here || (here.resolved !== null) === note.isResolved) return false
  desk.reviewTalk.setResolved(here.id, resolvedBy(note, notes))
  return true
}

/** Who settled it last; null for one that is open. */
function resolvedBy(note: RemoteNote, notes: readonly RemoteNote[]) {
  if (!note.isResolved) return null
  const verdict = notes.findLast((each) => each.parentRemoteId === note.remoteId && each.verdict === 'resolved')
  return { by: (verdict ?? note).authorName, at: (verdict ?? note).createdAt }
}

function takeNote(
  desk: Desk,
  blog: StoredBlog,
  { reviewId, postId }: { reviewId: ReviewId; postId: PostId },
  note: RemoteNote,
  notes: readonly RemoteNote[],
): boolean {
  const number = { blogId: blog.id, remoteId: note.remoteId, reviewId, isResolved: note.isResolved }
  const parent = note.parentRemoteId === null ? null : desk.reviewNumbers.findByNumber(blog.id, note.parentRemoteId)
  const own = ownUnnumbered(desk, blog, reviewId, note, parent)
  if (own !== null || note.verdict !== null) {
    // The answer to what was sent from here may have been lost; and a verdict is told by its note.
    desk.reviewNumbers.putNumber({ ...number, noteId: own })
    return false
  }
  const remark = remarkOf(blog, note)
  if (remark.words.trim() === '') return false
  desk.reviewNumbers.putNumber({ ...number, noteId: remark.id })
  if (note.parentRemoteId === null) {
    const anchor = anchorOf(desk, blog, postId, note)
    desk.reviewTalk.addNote(reviewId, { ...remark, anchor, resolved: resolvedBy(note, notes) })
  } else if (parent?.noteId) desk.reviewTalk.addReply(parent.noteId, remark)
  else return false
  desk.reviewTalk.addLine(reviewId, {
    act: 'noted',
    by: remark.authorName,
    at: remark.writtenAt,
    words: remark.words,
    hash: null,
  })
  return true
}

/** A remark of this desk that went without its number coming back. */
function ownUnnumbered(
  desk: Desk,
  blog: StoredBlog,
  reviewId: ReviewId,
  note: RemoteNote,
  parent: NoteNumber | null,
): string | null {
  if (note.authorId !== blog.remoteUserId) return null
  const said = desk.reviewTalk.listNotes(reviewId)
  const remarks =
    note.parentRemoteId === null
      ? said
      : said.filter(({ id }) => id === parent?.noteId).flatMap(({ replies }) => replies)
  return (
    remarks.find(
      (remark) =>
        desk.reviewNumbers.isFromHere(remark.id) &&
        desk.reviewNumbers.findByNote(remark.id) === null &&
        saysSo(blog, note, noteText(remark, blog)),
    )?.id ?? null
  )
}

function anchorOf(desk: Desk, blog: StoredBlog, postId: PostId, { remoteId }: RemoteNote): Anchor | null {
  const remote = desk.posts.findBase(postId, 'agreed')?.remote
  if (!remote) return null
  const { title, excerpt, document } = wordsOfRemote(desk, blog.id, remote)
  const post = readPost({ title, document, excerpt, language: '' })
  const where = placeOfNote(post, remoteId)
  return where && makeAnchor(post, where)
}
