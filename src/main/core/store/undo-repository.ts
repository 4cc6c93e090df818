import type { KeptUndo } from '../../../shared/contract/services.ts'
import type { PostId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** Steps of the posts that were written in last. Nothing hangs on them but the undo key. */
export interface UndoRepository {
  find(postId: PostId): KeptUndo | null
  /** In the place of the earlier ones of this post; the oldest of other posts go when there are more than `mostPosts`. */
  put(postId: PostId, undo: KeptUndo, keptAt: UtcIso, mostPosts: number): void
}

export function createUndoRepository({ database, transaction }: Store): UndoRepository {
  const selectOne = database.prepare<[string], KeptUndo>(
    'SELECT document_print AS documentPrint, steps FROM undo_steps WHERE post_id = ?',
  )
  const upsert = database.prepare<[string, string, string, string]>(`
    INSERT INTO undo_steps (post_id, document_print, steps, kept_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (post_id) DO UPDATE
    SET document_print = excluded.document_print, steps = excluded.steps, kept_at = excluded.kept_at`)
  const deleteOld = database.prepare<[number]>(
    'DELETE FROM undo_steps WHERE post_id IN (SELECT post_id FROM undo_steps ORDER BY kept_at DESC LIMIT -1 OFFSET ?)',
  )
  return {
    find: (postId) => selectOne.get(postId) ?? null,
    put(postId, { documentPrint, steps }, keptAt, mostPosts) {
      transaction(() => {
        upsert.run(postId, documentPrint, steps, keptAt)
        deleteOld.run(mostPosts)
      })
    },
  }
}
