import type { AwayStatus } from '../../../shared/domain/conversation.ts'
import type { BlogId, CommentId, RemoteCommentId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** When the blog was last asked for its spam or trash, and how far it was read. */
export interface AwayRead {
  readAt: UtcIso
  /** Else there is more, older than what was read. */
  isWhole: boolean
  /** So many stand under posts that are not on this desk. */
  elsewhereCount: number
}

export interface AwayRepository {
  /** Those that the blog itself names as such, the newest first. */
  listIds(blogId: BlogId, status: AwayStatus, limit: number): CommentId[]
  count(blogId: BlogId, status: AwayStatus): number
  /** What the blog had no more when it was read: gone for good. Only what was created at `since` or later was looked for. */
  noteGone(
    blogId: BlogId,
    status: AwayStatus,
    looked: { seen: ReadonlySet<RemoteCommentId>; since: UtcIso | null },
  ): void
  findRead(blogId: BlogId, status: AwayStatus): AwayRead | null
  putRead(blogId: BlogId, status: AwayStatus, read: AwayRead): void
}

/** Says in words what the index `comments_away` holds; else SQLite goes through all comments of the blog. */
const OF = "blog_id = ? AND status = ? AND status IN ('spam', 'trash') AND is_gone = 0"

export function createAwayRepository({ database }: Store): AwayRepository {
  const selectIds = database
    .prepare<[string, string, number], string>(
      `SELECT id FROM comments WHERE ${OF} ORDER BY created_at DESC, remote_id DESC LIMIT ?`,
    )
    .pluck()
  const selectCount = database.prepare<[string, string], number>(`SELECT count(*) FROM comments WHERE ${OF}`).pluck()
  const selectKnown = database.prepare<[string, string, string], { id: string; remote_id: number }>(
    `SELECT id, remote_id FROM comments WHERE ${OF} AND created_at >= ?`,
  )
  const updateGone = database.prepare<[string]>('UPDATE comments SET is_gone = 1 WHERE id = ?')
  const selectRead = database.prepare<[string, string], { read_at: string; is_whole: number; elsewhere_count: number }>(
    'SELECT read_at, is_whole, elsewhere_count FROM away_reads WHERE blog_id = ? AND status = ?',
  )
  const upsertRead = database.prepare<[string, string, string, number, number]>(
    `INSERT INTO away_reads (blog_id, status, read_at, is_whole, elsewhere_count) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET read_at = excluded.read_at, is_whole = excluded.is_whole, elsewhere_count = excluded.elsewhere_count`,
  )

  return {
    listIds: (blogId, status, limit) => selectIds.all(blogId, status, limit).map((id) => id as CommentId),
    count: (blogId, status) => selectCount.get(blogId, status) ?? 0,
    noteGone(blogId, status, { seen, since }) {
      for (const { id, remote_id: remoteId } of selectKnown.all(blogId, status, since ?? ''))
        if (!seen.has(remoteId as RemoteCommentId)) updateGone.run(id)
    },
    findRead(blogId, status) {
      const row = selectRead.get(blogId, status)
      if (!row) return null
      return { readAt: row.read_at as UtcIso, isWhole: row.is_whole === 1, elsewhereCount: row.elsewhere_count }
    },
    putRead: (blogId, status, { readAt, isWhole, elsewhereCount }) =>
      void upsertRead.run(blogId, status, readAt, isWhole ? 1 : 0, elsewhereCount),
  }
}
