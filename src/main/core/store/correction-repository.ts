import type { CommentId, PostId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

export interface StoredCorrection {
  commentId: CommentId
  /** Of the post's words when the correction was begun. */
  wordsHash: string
  /** So many update notes stood in the post then. */
  noteCount: number
  begunAt: UtcIso
}

/** Which comments a post is being corrected for; each until its answer is on the blog. */
export interface CorrectionRepository {
  find(commentId: CommentId): StoredCorrection | null
  /** The one begun first at the beginning. */
  listOfPost(postId: PostId): StoredCorrection[]
  /** One that was begun before stays as it was begun. */
  begin(correction: StoredCorrection): void
  end(commentId: CommentId): void
}

interface CorrectionRow {
  comment_id: string
  words_hash: string
  note_count: number
  begun_at: string
}

export function createCorrectionRepository({ database }: Store): CorrectionRepository {
  const select = database.prepare<[string], CorrectionRow>('SELECT * FROM corrections WHERE comment_id = ?')
  const selectOfPost = database.prepare<[string], CorrectionRow>(`
    SELECT corrections.* FROM corrections JOIN comments ON comments.id = comment_id
    WHERE comments.post_id = ? ORDER BY begun_at, comment_id`)
  const insert = database.prepare<[string, string, number, string]>(
    'INSERT INTO corrections (comment_id, words_hash, note_count, begun_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const remove = database.prepare<[string]>('DELETE FROM corrections WHERE comment_id = ?')
  return {
    find(commentId) {
      const row = select.get(commentId)
      return row ? toCorrection(row) : null
    },
    listOfPost: (postId) => selectOfPost.all(postId).map(toCorrection),
    begin: ({ commentId, wordsHash, noteCount, begunAt }) => void insert.run(commentId, wordsHash, noteCount, begunAt),
    end: (commentId) => void remove.run(commentId),
  }
}

const toCorrection = (row: CorrectionRow): StoredCorrection => ({
  commentId: row.comment_id as CommentId,
  wordsHash: row.words_hash,
  noteCount: row.note_count,
  begunAt: row.begun_at as UtcIso,
})
