import type { BlogId, PostId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

export interface StoredTrash {
  postId: PostId
  trashedAt: UtcIso
  /** When it came here, or when somebody wrote on in it. */
  lastTouchedAt: UtcIso
  /** Something of it was sent, is on its way, or may still arrive. */
  isHeldByOutbox: boolean
}

export interface TrashRepository {
  /** Only posts that the person put there; null takes one out. */
  setTrashedAt(postId: PostId, at: UtcIso | null): void
  /** The longest there first. */
  listTrashed(blogId: BlogId | null): StoredTrash[]
  /**
   * The post with its history and all that is known of it, for good. Does nothing, and says so, unless the person put it into the
   * trash, no blog ever had it, nothing of it is or was in the outbox but what was taken back, and no word of it is only in the journal.
   */
  deletePost(postId: PostId): boolean
}

const HELD = `EXISTS (SELECT 1 FROM outbox_entries WHERE post_id = posts.id AND (state <> 'cancelled' OR next_sweep_at IS NOT NULL))`

export function createTrashRepository({ database }: Store): TrashRepository {
  const upsert = database.prepare<[string, string]>(
    'INSERT INTO trashed_posts (post_id, trashed_at) VALUES (?, ?) ON CONFLICT (post_id) DO NOTHING',
  )
  const remove = database.prepare<[string]>('DELETE FROM trashed_posts WHERE post_id = ?')
  const selectAll = database.prepare<
    { blog_id: string | null },
    { post_id: string; trashed_at: string; last_touched_at: string; is_held: number }
  >(`
    SELECT post_id, trashed_at, max(trashed_at, edited_at) AS last_touched_at, ${HELD} AS is_held
    FROM trashed_posts JOIN posts ON posts.id = trashed_posts.post_id
    WHERE @blog_id IS NULL OR posts.blog_id = @blog_id ORDER BY trashed_at, post_id`)
  const deleteOne = database.prepare<[string]>(`
    DELETE FROM posts WHERE id = ? AND is_trashed = 1 AND remote_id IS NULL AND NOT ${HELD}
      AND EXISTS (SELECT 1 FROM trashed_posts WHERE post_id = posts.id)
      AND NOT EXISTS (SELECT 1 FROM typed_edits WHERE post_id = posts.id)`)

  return {
    setTrashedAt(postId, at) {
      if (at === null) remove.run(postId)
      else upsert.run(postId, at)
    },
    listTrashed: (blogId) =>
      selectAll.all({ blog_id: blogId }).map((row) => ({
        postId: row.post_id as PostId,
        trashedAt: row.trashed_at as UtcIso,
        lastTouchedAt: row.last_touched_at as UtcIso,
        isHeldByOutbox: row.is_held === 1,
      })),
    deletePost: (postId) => deleteOne.run(postId).changes > 0,
  }
}
