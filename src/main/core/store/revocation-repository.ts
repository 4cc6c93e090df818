import type { BlogId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

export interface StoredRevocation {
  blogId: BlogId
  askedAt: UtcIso
  isByHand: boolean
}

/** What is still to be taken back on a blog; at most one password of each. */
export interface RevocationRepository {
  /** The longest waiting first. */
  listAll(): StoredRevocation[]
  find(blogId: BlogId): StoredRevocation | null
  put(revocation: StoredRevocation): void
  remove(blogId: BlogId): void
}

export function createRevocationRepository({ database }: Store): RevocationRepository {
  const selectAll = database.prepare<[], { blog_id: string; asked_at: string; is_by_hand: number }>(
    'SELECT * FROM revocations ORDER BY asked_at, blog_id',
  )
  const upsert = database.prepare<[string, string, number]>(`
    INSERT INTO revocations (blog_id, asked_at, is_by_hand) VALUES (?, ?, ?)
    ON CONFLICT (blog_id) DO UPDATE SET is_by_hand = excluded.is_by_hand`)
  const remove = database.prepare<[string]>('DELETE FROM revocations WHERE blog_id = ?')
  const listAll = (): StoredRevocation[] =>
    selectAll.all().map((row) => ({
      blogId: row.blog_id as BlogId,
      askedAt: row.asked_at as UtcIso,
      isByHand: row.is_by_hand === 1,
    }))
  return {
    listAll,
    find: (id) => listAll().find(({ blogId }) => blogId === id) ?? null,
    put: ({ blogId, askedAt, isByHand }) => void upsert.run(blogId, askedAt, isByHand ? 1 : 0),
    remove: (blogId) => void remove.run(blogId),
  }
}
