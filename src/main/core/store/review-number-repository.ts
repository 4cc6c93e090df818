import type { BlogId, RemoteCommentId, ReviewId } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** A note of the blog, and what it is here. */
export interface NoteNumber {
  blogId: BlogId
  remoteId: RemoteCommentId
  reviewId: ReviewId
  /** Of a note or an answer; null for one that only tells in the blog's editor what stands here otherwise. */
  noteId: string | null
  /** As the blog had it last. */
  isResolved: boolean
}

/** Which note has which number on the blog: each desk has names of its own for them. */
export interface ReviewNumberRepository {
  findByNote(noteId: string): NoteNumber | null
  findByNumber(blogId: BlogId, remoteId: RemoteCommentId): NoteNumber | null
  listNumbers(reviewId: ReviewId): NoteNumber[]
  /** In the place of what was known of this number. */
  putNumber(number: NoteNumber): void
  noteFromHere(noteId: string): void
  isFromHere(noteId: string): boolean
}

interface NumberRow {
  blog_id: string
  remote_id: number
  review_id: string
  note_id: string | null
  is_resolved: number
}

export function createReviewNumberRepository({ database }: Store): ReviewNumberRepository {
  const selectByNote = database.prepare<[string], NumberRow>('SELECT * FROM review_numbers WHERE note_id = ?')
  const selectByNumber = database.prepare<[string, number], NumberRow>(
    'SELECT * FROM review_numbers WHERE blog_id = ? AND remote_id = ?',
  )
  const selectAll = database.prepare<[string], NumberRow>(
    'SELECT * FROM review_numbers WHERE review_id = ? ORDER BY remote_id',
  )
  const upsert = database.prepare<[NumberRow]>(`
    INSERT INTO review_numbers (blog_id, remote_id, review_id, note_id, is_resolved)
    VALUES (@blog_id, @remote_id, @review_id, @note_id, @is_resolved)
    ON CONFLICT (blog_id, remote_id) DO UPDATE SET review_id = @review_id, note_id = @note_id, is_resolved = @is_resolved`)
  const insertHere = database.prepare<[string]>(
    'INSERT INTO review_notes_from_here (note_id) VALUES (?) ON CONFLICT DO NOTHING',
  )
  const selectHere = database
    .prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM review_notes_from_here WHERE note_id = ?)')
    .pluck()
  return {
    findByNote: (noteId) => toNumber(selectByNote.get(noteId)),
    findByNumber: (blogId, remoteId) => toNumber(selectByNumber.get(blogId, remoteId)),
    listNumbers: (reviewId) => selectAll.all(reviewId).flatMap((row) => toNumber(row) ?? []),
    putNumber: ({ blogId, remoteId, reviewId, noteId, isResolved }) =>
      void upsert.run({
        blog_id: blogId,
        remote_id: remoteId,
        review_id: reviewId,
        note_id: noteId,
        is_resolved: isResolved ? 1 : 0,
      }),
    noteFromHere: (noteId) => void insertHere.run(noteId),
    isFromHere: (noteId) => selectHere.get(noteId) === 1,
  }
}

const toNumber = (row: NumberRow | undefined): NoteNumber | null =>
  row
    ? {
        blogId: row.blog_id as BlogId,
        remoteId: row.remote_id as RemoteCommentId,
        reviewId: row.review_id as ReviewId,
        noteId: row.note_id,
        isResolved: row.is_resolved === 1,
      }
    : null
