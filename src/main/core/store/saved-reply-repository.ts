import type { BlogId, SavedReplyId, UtcIso } from '../../../shared/domain/ids.ts'
import type { SavedReply } from '../../../shared/domain/saved-reply.ts'
import type { Store } from './open-store.ts'

interface SavedReplyRow {
  id: string
  blog_id: string | null
  name: string
  language: string
  text: string
}

export interface SavedReplyRepository {
  /** Of every blog, by name. */
  listAll(): SavedReply[]
  /** A new one, or other words for one that is there. */
  putReply(reply: SavedReply, editedAt: UtcIso): void
  removeReply(id: SavedReplyId): void
}

export function createSavedReplyRepository({ database }: Store): SavedReplyRepository {
  const selectAll = database.prepare<[], SavedReplyRow>(
    'SELECT id, blog_id, name, language, text FROM saved_replies ORDER BY name COLLATE NOCASE, id',
  )
  const upsert = database.prepare<[SavedReplyRow & { edited_at: string }]>(`
    INSERT INTO saved_replies (id, blog_id, name, language, text, edited_at) VALUES (@id, @blog_id, @name, @language, @text, @edited_at)
    ON CONFLICT (id) DO UPDATE SET blog_id = excluded.blog_id, name = excluded.name, language = excluded.language, text = excluded.text,
      edited_at = excluded.edited_at`)
  const remove = database.prepare<[string]>('DELETE FROM saved_replies WHERE id = ?')
  return {
    listAll: () =>
      selectAll.all().map(({ id, blog_id, ...said }) => ({
        id: id as SavedReplyId,
        blogId: blog_id as BlogId | null,
        ...said,
      })),
    putReply: ({ id, blogId, name, language, text }, editedAt) =>
      void upsert.run({ id, blog_id: blogId, name, language, text, edited_at: editedAt }),
    removeReply: (id) => void remove.run(id),
  }
}
