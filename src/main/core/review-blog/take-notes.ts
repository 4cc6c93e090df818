import { makeAnchor } from '../../../shared/content/anchors/make-anchor.ts'
import { placeOfNote } from '../../../shared/content/anchors/note-places.ts'
import type { Anchor } from '../../../shared/content/anchors/anchor.ts'
import { readPost } from '../../../shared/content/checks/readable-post.ts'
import {
  utcIso,
  type PostId,
  type RemoteCommentId,
  type RemoteUserId,
  type ReviewId,
} from '../../../shared/domain/ids.ts'
import type { ReviewNote } from '../../../shared/domain/review-file.ts'
import type { RemoteNote } from '../blog-api/review-calls.ts'
import type { Clock } from '../ports.ts'
import { wordsOfRemote } from '../posts/post-words.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { NoteNumber } from '../store/review-number-repository.ts'
import { noteText, remarkOf, saysSo, tokenOf } from './note-words.ts'

/** What a letter says of a note of the blog: it counts for notes of whoever wrote the letter, and for no other. */
export interface NumberClaim {
  author: RemoteUserId
  remoteId: RemoteCommentId
  /** null: it tells what stands here otherwise. */
  noteId: string | null
}

/**
 * What stands in the notes of the blog about a post: those that somebody wrote in its own editor are notes here, on the same
 * passage, and are settled here when they are settled there. What went from here is known by its number. `notes` oldest first. Returns
 * whether anything was new. Call inside a transaction.
 */
export function takeNotes(
  { desk, clock }: { desk: Desk; clock: Clock },
  blog: StoredBlog,
  of: { reviewId: ReviewId; postId: PostId },
  notes: readonly RemoteNote[],
  claims: readonly NumberClaim[],
): boolean {
  const { reviewId, postId } = of
  let isNews = false
  for (const note of notes) {
    const known = desk.reviewNumbers.findByNumber(blog.id, note.remoteId)
    if (known) {
      isNews = settleAsThere(desk, known, note, notes) || isNews
      // Its editor makes the note first, and saves where it stands with the post.
      if (known.noteId !== null && note.parentRemoteId === null)
        isNews = desk.reviewTalk.anchorUnplaced(known.noteId, () => anchorOf(desk, blog, postId, note)) || isNews
    } else isNews = takeNote({ desk, clock }, blog, of, note, { notes, claims }) || isNews
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
  { desk, clock }: { desk: Desk; clock: Clock },
  blog: StoredBlog,
  { reviewId, postId }: { reviewId: ReviewId; postId: PostId },
  note: RemoteNote,
  { notes, claims }: { notes: readonly RemoteNote[]; claims: readonly NumberClaim[] },
): boolean {
  const number = { blogId: blog.id, remoteId: note.remoteId, reviewId, isResolved: note.isResolved }
  const said = desk.reviewTalk.listNotes(reviewId)
  const root = rootOf(note, notes)
  const thread = root === note ? null : desk.reviewNumbers.findByNumber(blog.id, root.remoteId)
  // Its thread is not read yet: it has its turn with a later round.
  if (root !== note && thread === null) return false
  const known = new Set(said.flatMap((each) => [each.id, ...each.replies.map(({ id }) => id)]))
  const claim = claims.find(({ remoteId, author }) => remoteId === note.remoteId && author === note.authorId)
  const claimed = claim && (claim.noteId === null || known.has(claim.noteId)) ? claim : null
  const own = ownUnnumbered(desk, blog, said, note, thread)
  const isOfKnownLetter = wasSaidIn(desk, reviewId, note)
  if (own !== null || claimed !== null || note.verdict !== null || isOfKnownLetter) {
    // Said at this desk, or in a letter, already; and a verdict is told by its note.
    desk.reviewNumbers.putNumber({ ...number, noteId: own ?? claimed?.noteId ?? null })
    return false
  }
  if (isOfLetterToCome(clock, note)) return false
  const remark = remarkOf(blog, note)
  if (remark.words.trim() === '') return false
  desk.reviewNumbers.putNumber({ ...number, noteId: remark.id })
  const answered = said.find(({ id }) => id === thread?.noteId)
  if (answered) desk.reviewTalk.addReply(answered.id, remark)
  else {
    // What answers a decision is about the whole post.
    const anchor = root === note ? anchorOf(desk, blog, postId, note) : null
    desk.reviewTalk.addNote(reviewId, { ...remark, anchor, resolved: resolvedBy(note, notes) })
  }
  desk.reviewTalk.addLine(reviewId, {
    act: 'noted',
    by: remark.authorName,
    at: remark.writtenAt,
    words: remark.words,
    hash: null,
  })
  return true
}

/** The note that begins the thread: an answer to an answer stands in it like any other. */
function rootOf(note: RemoteNote, notes: readonly RemoteNote[]): RemoteNote {
  let root = note
  for (let step = 0; step < notes.length && root.parentRemoteId !== null; step += 1) {
    const parent = notes.find(({ remoteId }) => remoteId === root.parentRemoteId)
    if (!parent) break
    root = parent
  }
  return root
}

/** Whatever a desk says is in its letter: what came with one that is known, and is none of its notes, something on the way delivered twice. */
function wasSaidIn(desk: Desk, reviewId: ReviewId, note: RemoteNote): boolean {
  const token = tokenOf(note)
  return token !== null && desk.reviewLines.findLetter(reviewId, note.authorId, token) !== null
}

const LONGEST_DELIVERY_MS = 24 * 3_600_000

/**
 * A desk puts its notes first and its letter behind them, which says what they are; this desk too, when an answer was lost, and another
 * of this person's. One that does not come in a day is not waited for.
 */
const isOfLetterToCome = (clock: Clock, note: RemoteNote): boolean =>
  tokenOf(note) !== null && clock.now().getTime() - Date.parse(note.createdAt) < LONGEST_DELIVERY_MS

/** A remark of this desk that went without its number coming back. */
function ownUnnumbered(
  desk: Desk,
  blog: StoredBlog,
  said: readonly ReviewNote[],
  note: RemoteNote,
  thread: NoteNumber | null,
): string | null {
  if (note.authorId !== blog.remoteUserId) return null
  const answered = said.filter(({ id }) => id === thread?.noteId)
  const remarks = note.parentRemoteId === null ? said : answered.flatMap(({ replies }) => replies)
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
