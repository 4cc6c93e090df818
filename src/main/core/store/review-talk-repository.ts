import type { Anchor } from '../../../shared/content/anchors/anchor.ts'
import type { ReviewId, UtcIso } from '../../../shared/domain/ids.ts'
import type { ReviewNote, ReviewRemark, TrailLine } from '../../../shared/domain/review-file.ts'
import type { UrgentPublication } from '../../../shared/domain/review.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Store } from './open-store.ts'

type Resolved = ReviewNote['resolved']

/** What is said beside a text under review, and the trail of what was done. */
export interface ReviewTalkRepository {
  /** With their replies; oldest first. */
  listNotes(reviewId: ReviewId): ReviewNote[]
  /** Throws `no-such-item` unless the note is one of this review. */
  assertNote(reviewId: ReviewId, noteId: string): void
  /** One that is there already stays as it is. */
  addNote(reviewId: ReviewId, note: Omit<ReviewNote, 'replies'>): void
  /** One that is there already stays as it is. */
  addReply(noteId: string, reply: ReviewRemark): void
  setResolved(noteId: string, resolved: Resolved): void
  /** A note about the whole post gets its place, if one is found. Returns whether it did. */
  anchorUnplaced(noteId: string, find: () => Anchor | null): boolean
  /** Oldest first. */
  listTrail(reviewId: ReviewId): TrailLine[]
  /** For good: nothing changes it or takes it out. The same line again is one line. */
  addLine(reviewId: ReviewId, line: TrailLine): void
  findUrgent(reviewId: ReviewId): UrgentPublication | null
  /** In the place of an earlier one. */
  putUrgency(reviewId: ReviewId, urgent: UrgentPublication): void
  endUrgency(reviewId: ReviewId): void
}

interface RemarkRow {
  id: string
  author_name: string
  written_at: string
  words: string
}
interface NoteRow extends RemarkRow {
  anchor: string | null
  resolved_by: string | null
  resolved_at: string | null
}

export function createReviewTalkRepository({ database }: Store): ReviewTalkRepository {
  const selectNotes = database.prepare<[string], NoteRow>(
    'SELECT * FROM review_notes WHERE review_id = ? ORDER BY written_at, id',
  )
  const selectReplies = database.prepare<[string], RemarkRow & { note_id: string }>(`
    SELECT review_remarks.* FROM review_remarks JOIN review_notes ON review_notes.id = note_id
    WHERE review_id = ? ORDER BY review_remarks.written_at, review_remarks.id`)
  const selectNote = database.prepare<[string, string]>('SELECT 1 FROM review_notes WHERE id = ? AND review_id = ?')
  const insertNote = database.prepare<[NoteRow & { review_id: string }]>(`
    INSERT INTO review_notes (id, review_id, author_name, written_at, words, anchor, resolved_by, resolved_at)
    VALUES (@id, @review_id, @author_name, @written_at, @words, @anchor, @resolved_by, @resolved_at) ON CONFLICT DO NOTHING`)
  const insertReply = database.prepare<[string, string, string, string, string]>(`
    INSERT INTO review_remarks (id, note_id, author_name, written_at, words) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`)
  const updateResolved = database.prepare<[string | null, string | null, string]>(
    'UPDATE review_notes SET resolved_by = ?, resolved_at = ? WHERE id = ?',
  )
  const selectUnplaced = database.prepare<[string]>('SELECT 1 FROM review_notes WHERE id = ? AND anchor IS NULL')
  const updateAnchor = database.prepare<[string, string]>('UPDATE review_notes SET anchor = ? WHERE id = ?')
  const selectTrail = database.prepare<
    [string],
    { act: string; by_name: string; at: string; words: string; hash: string }
  >('SELECT act, by_name, at, words, hash FROM review_trail WHERE review_id = ? ORDER BY at, line')
  const insertLine = database.prepare<[string, string, string, string, string, string]>(`
    INSERT INTO review_trail (review_id, act, by_name, at, words, hash) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`)
  const selectUrgent = database.prepare<[string], { by_name: string; at: string; why: string }>(
    'SELECT * FROM review_urgencies WHERE review_id = ?',
  )

  const upsertUrgent = database.prepare<[string, string, string, string]>(`
    INSERT INTO review_urgencies (review_id, by_name, at, why) VALUES (?, ?, ?, ?)
    ON CONFLICT (review_id) DO UPDATE SET by_name = excluded.by_name, at = excluded.at, why = excluded.why`)
  const deleteUrgent = database.prepare<[string]>('DELETE FROM review_urgencies WHERE review_id = ?')

  return {
    listNotes(reviewId) {
      const replies = Map.groupBy(selectReplies.all(reviewId), ({ note_id }) => note_id)
      return selectNotes.all(reviewId).map((row) => ({
        ...toRemark(row),
        anchor: row.anchor === null ? null : (JSON.parse(row.anchor) as Anchor),
        resolved: row.resolved_by === null ? null : { by: row.resolved_by, at: row.resolved_at as UtcIso },
        replies: (replies.get(row.id) ?? []).map(toRemark),
      }))
    },
    assertNote(reviewId, noteId) {
      if (!selectNote.get(noteId, reviewId)) throw new AppError({ kind: 'no-such-item', what: 'note' })
    },
    addNote: (reviewId, { id, authorName, writtenAt, words, anchor, resolved }) =>
      void insertNote.run({
        id,
        review_id: reviewId,
        author_name: authorName,
        written_at: writtenAt,
        words,
        anchor: anchor === null ? null : JSON.stringify(anchor),
        resolved_by: resolved?.by ?? null,
        resolved_at: resolved?.at ?? null,
      }),
    addReply: (noteId, { id, authorName, writtenAt, words }) =>
      void insertReply.run(id, noteId, authorName, writtenAt, words),
    setResolved: (noteId, resolved) => void updateResolved.run(resolved?.by ?? null, resolved?.at ?? null, noteId),
    anchorUnplaced(noteId, find) {
      const anchor = selectUnplaced.get(noteId) ? find() : null
      if (anchor === null) return false
      updateAnchor.run(JSON.stringify(anchor), noteId)
      return true
    },
    listTrail: (reviewId) =>
      selectTrail.all(reviewId).map(({ act, by_name, at, words, hash }) => ({
        act: act as TrailLine['act'],
        by: by_name,
        at: at as UtcIso,
        words,
        hash: hash === '' ? null : hash,
      })),
    addLine: (reviewId, { act, by, at, words, hash }) => void insertLine.run(reviewId, act, by, at, words, hash ?? ''),
    findUrgent(reviewId) {
      const row = selectUrgent.get(reviewId)
      return row ? { by: row.by_name, at: row.at as UtcIso, why: row.why } : null
    },
    putUrgency: (reviewId, { by, at, why }) => void upsertUrgent.run(reviewId, by, at, why),
    endUrgency: (reviewId) => void deleteUrgent.run(reviewId),
  }
}

const toRemark = ({ id, author_name, written_at, words }: RemarkRow): ReviewRemark => ({
  id,
  authorName: author_name,
  writtenAt: written_at as UtcIso,
  words,
})
