import type Database from 'better-sqlite3'
import type { ReviewState } from '../../src/shared/domain/review-file.ts'

/** A note or an answer, as one desk has it. */
export interface RemarkRecord {
  id: string
  reviewId: string
  words: string
  isResolved: boolean
  isFromHere: boolean
  /** The note it answers; null for a note. */
  noteId: string | null
}

/** A review that goes through the blog. */
export interface ReviewRecord {
  id: string
  /** The post here beside which it stands. */
  postId: string
  round: number
  state: ReviewState
  /** What was said as it was asked, and as it was decided. */
  lookAt: string
  concludedWords: string | null
}

/** What is committed on one desk of reviews, read straight from its tables. */
export interface ReviewRecords {
  /** In the order in which they came to this desk. */
  reviews(): ReviewRecord[]
  /** Of a review, or of them all. */
  remarks(reviewId?: string): RemarkRecord[]
  /** Every line of every trail, after its review. */
  trail(): string[]
  /** Of this post, through the blog or not. */
  idOfPost(postId: string): string | null
  wasUrgent(postId: string, why: string): boolean
  /** Which comments of the blog are notes of which remark. */
  numbers(): { remoteId: number; noteId: string | null }[]
}

export function readReviews(database: Database.Database): ReviewRecords {
  const selectReviews = database.prepare<
    [],
    { id: string; post_id: string; round: number; state: string; look_at: string; concluded_words: string | null }
  >(`SELECT reviews.id, review_lines.post_id, reviews.round, state, look_at, concluded_words
    FROM reviews JOIN review_rounds ON review_rounds.review_id = reviews.id AND review_rounds.round = reviews.round
      JOIN review_lines ON review_lines.review_id = reviews.id ORDER BY review_lines.rowid`)
  const selectRemarks = database.prepare<
    [],
    { id: string; words: string; resolved: number; here: number; note_id: string | null; review_id: string }
  >(`SELECT id, words, resolved_at IS NOT NULL AS resolved, id IN (SELECT note_id FROM review_notes_from_here) AS here,
      NULL AS note_id, review_id FROM review_notes
    UNION ALL SELECT review_remarks.id, review_remarks.words, 0,
      review_remarks.id IN (SELECT note_id FROM review_notes_from_here), note_id, review_id
      FROM review_remarks JOIN review_notes ON review_notes.id = note_id`)
  const selectTrail = database
    .prepare<[], string>("SELECT review_id || ' ' || at || act || by_name || words || hash FROM review_trail")
    .pluck()
  const selectOfPost = database
    .prepare<[string], string>('SELECT review_id FROM post_reviews WHERE post_id = ?')
    .pluck()
  const selectUrgent = database
    .prepare<[string, string], number>(
      `SELECT EXISTS (SELECT 1 FROM review_trail JOIN post_reviews USING (review_id)
        WHERE post_id = ? AND act = 'published-urgently' AND words = ?)`,
    )
    .pluck()
  const selectNumbers = database.prepare<[], { remote_id: number; note_id: string | null }>(
    'SELECT remote_id, note_id FROM review_numbers',
  )
  return {
    reviews: () =>
      selectReviews.all().map((row) => ({
        id: row.id,
        postId: row.post_id,
        round: row.round,
        state: row.state as ReviewState,
        lookAt: row.look_at,
        concludedWords: row.concluded_words,
      })),
    remarks: (reviewId) =>
      selectRemarks
        .all()
        .filter((row) => reviewId === undefined || row.review_id === reviewId)
        .map((row) => ({
          id: row.id,
          reviewId: row.review_id,
          words: row.words,
          isResolved: row.resolved === 1,
          isFromHere: row.here === 1,
          noteId: row.note_id,
        })),
    trail: () => selectTrail.all(),
    idOfPost: (postId) => selectOfPost.get(postId) ?? null,
    wasUrgent: (postId, why) => selectUrgent.get(postId, why) === 1,
    numbers: () => selectNumbers.all().map((row) => ({ remoteId: row.remote_id, noteId: row.note_id })),
  }
}
