import type { CommentId, PostId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

export interface StoredCorrection {
  commentId: CommentId
  /** Of the post's text when the correction was begun, with what others changed in it before the person did. */
  textHash: string
  /** So many update notes stood in the post then. */
  noteCount: number
  begunAt: UtcIso
}

/** Which comments a post is being corrected for; each until its answer is on the blog or the person puts it away. */
export interface CorrectionRepository {
  find(commentId: CommentId): StoredCorrection | null
  /** The one begun first at the beginning. */
  listOfPost(postId: PostId): StoredCorrection[]
  /** One that is under way stays as it was begun; one that was put away begins anew. */
  begin(correction: StoredCorrection): void
  putAway(commentId: CommentId, at: UtcIso): void
  takeUp(commentId: CommentId): void
  /** The post's text became another, not by the person: a correction measured from the one is measured from the other. */
  moveAlong(postId: PostId, text: { from: string; to: string; notesAdded: number }): void
  end(commentId: CommentId): void
}

interface CorrectionRow {
  comment_id: string
  text_hash: string
  note_count: number
  begun_at: string
}

export function createCorrectionRepository({ database }: Store): CorrectionRepository {
  const select = database.prepare<[string], CorrectionRow>(
    'SELECT * FROM corrections WHERE comment_id = ? AND put_away_at IS NULL',
  )
  const selectOfPost = database.prepare<[string], CorrectionRow>(`
    SELECT corrections.* FROM corrections JOIN comments ON comments.id = comment_id
    WHERE comments.post_id = ? AND put_away_at IS NULL ORDER BY begun_at, comment_id`)
  const insert = database.prepare<[string, string, number, string]>(`
    INSERT INTO corrections (comment_id, text_hash, note_count, begun_at) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET text_hash = excluded.text_hash, note_count = excluded.note_count, begun_at = excluded.begun_at,
      put_away_at = NULL WHERE put_away_at IS NOT NULL`)
  const setPutAway = database.prepare<[string | null, string]>(
    'UPDATE corrections SET put_away_at = ? WHERE comment_id = ?',
  )
  const move = database.prepare<{ postId: string; from: string; to: string; notesAdded: number }>(`
    UPDATE corrections SET text_hash = CASE WHEN text_hash = @from THEN @to ELSE text_hash END, note_count = note_count + @notesAdded
    WHERE comment_id IN (SELECT id FROM comments WHERE post_id = @postId)`)
  const remove = database.prepare<[string]>('DELETE FROM corrections WHERE comment_id = ?')
  return {
    find(commentId) {
      const row = select.get(commentId)
      return row ? toCorrection(row) : null
    },
    listOfPost: (postId) => selectOfPost.all(postId).map(toCorrection),
    begin: ({ commentId, textHash, noteCount, begunAt }) => void insert.run(commentId, textHash, noteCount, begunAt),
    putAway: (commentId, at) => void setPutAway.run(at, commentId),
    takeUp: (commentId) => void setPutAway.run(null, commentId),
    moveAlong: (postId, text) => void move.run({ postId, ...text }),
    end: (commentId) => void remove.run(commentId),
  }
}

const toCorrection = (row: CorrectionRow): StoredCorrection => ({
  commentId: row.comment_id as CommentId,
  textHash: row.text_hash,
  noteCount: row.note_count,
  begunAt: row.begun_at as UtcIso,
})
