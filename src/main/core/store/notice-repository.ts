import type { BlogId, CommentId } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

export interface UntoldComment {
  authorName: string
  contentHtml: string
}

export interface NoticeRepository {
  /** For a comment that is new on this desk: nothing for an id under which none was stored, nor for spam. */
  noteArrived(id: CommentId): void
  /** Those of them that are unread and in sight: how many, and the newest. */
  untold(blogId: BlogId, limit: number): { count: number; newest: UntoldComment[] }
  /** The person was told, or is not to be. */
  forget(blogId: BlogId): void
}

// CROSS JOIN: of these there are a few, and of the comments, from which SQLite would begin, tens of thousands.
const UNTOLD = `
  FROM untold_comments CROSS JOIN comments ON comments.id = comment_id
  WHERE blog_id = ? AND is_read = 0 AND status IN ('approved', 'hold')`

export function createNoticeRepository({ database }: Store): NoticeRepository {
  const insert = database.prepare<[string]>(
    "INSERT INTO untold_comments (comment_id) SELECT id FROM comments WHERE id = ? AND is_read = 0 AND status IN ('approved', 'hold')",
  )
  const selectCount = database.prepare<[string], number>(`SELECT count(*) ${UNTOLD}`).pluck()
  const selectNewest = database.prepare<[string, number], { author_name: string; content_html: string }>(
    `SELECT author_name, content_html ${UNTOLD} ORDER BY created_at DESC, remote_id DESC LIMIT ?`,
  )
  const removeAll = database.prepare<[string]>(
    'DELETE FROM untold_comments WHERE EXISTS (SELECT 1 FROM comments WHERE id = comment_id AND blog_id = ?)',
  )
  return {
    noteArrived: (id) => void insert.run(id),
    untold: (blogId, limit) => ({
      count: selectCount.get(blogId) ?? 0,
      newest: selectNewest
        .all(blogId, limit)
        .map((row) => ({ authorName: row.author_name, contentHtml: row.content_html })),
    }),
    forget: (blogId) => void removeAll.run(blogId),
  }
}
