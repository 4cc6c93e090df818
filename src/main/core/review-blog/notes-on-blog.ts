import type { RemoteCommentId, RemotePostId, ReviewId } from '../../../shared/domain/ids.ts'
import type { ReviewedPost, ReviewNote } from '../../../shared/domain/review-file.ts'
import { siteLanguage } from '../blogs/blog-language.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import type { RemoteNote } from '../blog-api/review-calls.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { decisionText, hasText, noteText, saysSo, tokenOf } from './note-words.ts'

const MOST_PAGES = 20

export interface NoteTools {
  api: BlogApi
  desk: Desk
  blog: StoredBlog
  /** As in an act: what ends unclear is looked up before it is repeated. */
  write: <Answer>(request: () => Promise<Answer>) => Promise<Answer>
}

/** Of these posts, the oldest first. */
export async function readNotes(api: BlogApi, postIds: readonly RemotePostId[]): Promise<RemoteNote[]> {
  const notes: RemoteNote[] = []
  for (let pageNumber = 1; pageNumber <= MOST_PAGES; pageNumber += 1) {
    const { items, isLast } = await api.listNotes({ postIds, pageNumber })
    notes.push(...items)
    if (isLast) break
  }
  return notes.toSorted((one, other) => one.remoteId - other.remoteId)
}

/**
 * What was said at this desk, and what was asked or decided, as notes of the blog: for those who use its own editor. Each is looked
 * for before it is made, because the blog keeps two of the same; what it has is known by its number from then on.
 */
export async function putNotes(
  { post, token }: { post: ReviewedPost; token: string },
  postRemoteId: RemotePostId,
  tools: NoteTools,
): Promise<void> {
  const { api, desk } = tools
  if (!(await api.hasNotes())) return
  const there = await readNotes(api, [postRemoteId])
  const say = sayer({ post, token }, postRemoteId, there, tools)
  // What is no note of this post by the blog's own word is left alone, whoever said that it is one.
  const isThere = (number: RemoteCommentId): boolean => there.some(({ remoteId }) => remoteId === number)
  for (const note of post.notes) {
    const known = numberOf(tools, note.id)
    const number = known ?? (isFromHere(desk, note) ? await say(note, null) : null)
    if (number === null || (known !== null && !isThere(known))) continue
    for (const reply of note.replies)
      if (numberOf(tools, reply.id) === null && isFromHere(desk, reply)) await say(reply, number)
    await settle(note, number, { postRemoteId, token, there }, tools)
  }
  await tell({ post, token }, postRemoteId, there, tools)
}

const isFromHere = (desk: Desk, { id }: { id: string }): boolean => desk.reviewNumbers.isFromHere(id)

const numberOf = ({ desk, blog }: NoteTools, noteId: string): RemoteCommentId | null => {
  const number = desk.reviewNumbers.findByNote(noteId)
  return number?.blogId === blog.id ? number.remoteId : null
}

type Letter = { post: ReviewedPost; token: string }

function sayer({ post, token }: Letter, postRemoteId: RemotePostId, there: readonly RemoteNote[], tools: NoteTools) {
  const { api, desk, blog, write } = tools
  return async (
    remark: { id: string; authorName: string; words: string },
    parentRemoteId: RemoteCommentId | null,
  ): Promise<RemoteCommentId> => {
    const text = noteText(remark, blog)
    const landed = there.find(
      (note) =>
        note.parentRemoteId === parentRemoteId &&
        saysSo(blog, note, text) &&
        desk.reviewNumbers.findByNumber(blog.id, note.remoteId) === null,
    )
    const remoteId =
      landed?.remoteId ??
      (await write(() => api.createNote({ postRemoteId, parentRemoteId, text, verdict: null, token })))
    const number = {
      blogId: blog.id,
      remoteId,
      reviewId: post.reviewId as ReviewId,
      noteId: remark.id,
      isResolved: false,
    }
    desk.transaction(() => desk.reviewNumbers.putNumber(number))
    return remoteId
  }
}

/** A note that was settled here, or opened again, since the blog last said how it stands. */
async function settle(
  { resolved }: ReviewNote,
  remoteId: RemoteCommentId,
  { postRemoteId, token, there }: { postRemoteId: RemotePostId; token: string; there: readonly RemoteNote[] },
  { api, desk, blog, write }: NoteTools,
): Promise<void> {
  const known = desk.reviewNumbers.findByNumber(blog.id, remoteId)
  const isResolved = resolved !== null
  if (!known || known.isResolved === isResolved) return
  const verdict = isResolved ? 'resolved' : 'reopen'
  await write(() => api.setNoteResolved(remoteId, isResolved))
  const last = there.findLast((note) => note.parentRemoteId === remoteId && note.verdict !== null)
  // It landed, and its answer was lost.
  if (last?.verdict !== verdict || last.authorId !== blog.remoteUserId)
    await write(() => api.createNote({ postRemoteId, parentRemoteId: remoteId, text: '', verdict, token }))
  desk.transaction(() => desk.reviewNumbers.putNumber({ ...known, isResolved }))
}

/**
 * What was asked or decided, once, whoever's desk told it; what was told before it is settled. The same words of another round are told
 * again, and of this round not even when somebody settled them since, or wrote other words into what went from here.
 */
async function tell(
  { post, token }: Letter,
  postRemoteId: RemotePostId,
  there: readonly RemoteNote[],
  { api, desk, blog, write }: NoteTools,
): Promise<void> {
  const language = siteLanguage(desk, blog.id)
  const text = decisionText(post, language)
  if (text === null) return
  const reviewId = post.reviewId as ReviewId
  /** What went from this desk, also where the answer was lost and the letter waits behind it. */
  const ownLetterOf = (note: RemoteNote): ReviewedPost | null => {
    const of = note.authorId === blog.remoteUserId ? tokenOf(note) : null
    const said = of === null ? undefined : desk.outbox.findLetterOf(of)?.payload.post
    return said?.reviewId === reviewId && said.round.number === post.round.number ? said : null
  }
  const isOfRound = (note: RemoteNote): boolean => {
    const of = tokenOf(note)
    const round = of === null ? null : desk.reviewLines.findLetter(reviewId, note.authorId, of)?.round
    return round === post.round.number || ownLetterOf(note) !== null
  }
  const told = there.find(
    (note) => note.parentRemoteId === null && hasText(note, text) && (!note.isResolved || isOfRound(note)),
  )
  const known = desk.reviewNumbers.listNumbers(reviewId).filter(({ noteId }) => noteId === null)
  const isKnown = ({ remoteId }: RemoteNote): boolean => known.some((number) => number.remoteId === remoteId)
  if (told?.isResolved && !isKnown(told) && ownLetterOf(told))
    desk.transaction(() => {
      const { remoteId } = told
      desk.reviewNumbers.putNumber({ blogId: blog.id, remoteId, reviewId, noteId: null, isResolved: true })
    })
  if (told && (told.isResolved || isKnown(told))) return
  const wentWithTheSame = (note: RemoteNote): boolean => {
    const said = ownLetterOf(note)
    return said !== null && decisionText(said, language) === text && isKnown(note)
  }
  if (there.some((note) => note.parentRemoteId === null && wentWithTheSame(note))) return
  const isOpenThere = (number: RemoteCommentId): boolean =>
    there.some(({ remoteId, verdict }) => remoteId === number && verdict === null)
  for (const earlier of known.filter(({ remoteId, isResolved }) => !isResolved && isOpenThere(remoteId))) {
    await write(() => api.setNoteResolved(earlier.remoteId, true))
    desk.transaction(() => desk.reviewNumbers.putNumber({ ...earlier, isResolved: true }))
  }
  const remoteId =
    told?.remoteId ??
    (await write(() => api.createNote({ postRemoteId, parentRemoteId: null, text, verdict: null, token })))
  const number = { blogId: blog.id, remoteId, reviewId, noteId: null, isResolved: false }
  desk.transaction(() => desk.reviewNumbers.putNumber(number))
}
