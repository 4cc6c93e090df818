import type { BlogId, PostId, RemotePostId } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** Under which page another is to stand, null for none; and under which it stood when the person chose. */
export interface ParentWish {
  parentId: RemotePostId | null
  saw: RemotePostId | null
}

/** A page that the blog has, and what it stands under there. */
export interface PageOnBlog {
  id: PostId
  remoteId: RemotePostId
  title: string
  parentId: RemotePostId | null
}

export interface PageRepository {
  /** Out of the trash, by title. */
  listPages(blogId: BlogId): PageOnBlog[]
  /** Null where nothing else is wanted than what the blog has; once it has it so, the wish is gone by itself. */
  findParentWish(postId: PostId): ParentWish | null
  /** Null takes it back. */
  putParentWish(postId: PostId, wish: ParentWish | null): void
}

export function createPageRepository({ database }: Store): PageRepository {
  const selectPages = database.prepare<
    [string],
    { id: string; remote_id: number; title: string; parent_id: number | null }
  >(`
    SELECT posts.id, posts.remote_id, posts.title, json_extract(agreed.remote, '$.page.parentId') AS parent_id
    FROM posts JOIN bases AS agreed ON agreed.post_id = posts.id AND agreed.which = 'agreed'
    WHERE posts.blog_id = ? AND posts.kind = 'page' AND posts.remote_id IS NOT NULL AND posts.is_trashed = 0
      AND agreed.status NOT IN ('trash', 'deleted')
    ORDER BY posts.title, posts.remote_id`)
  const select = database.prepare<[string], { parent_id: number | null; seen_parent_id: number | null }>(
    'SELECT parent_id, seen_parent_id FROM parent_wishes WHERE post_id = ?',
  )
  const put = database.prepare<[string, number | null, number | null]>(`
    INSERT INTO parent_wishes (post_id, parent_id, seen_parent_id) VALUES (?, ?, ?)
    ON CONFLICT (post_id) DO UPDATE SET parent_id = excluded.parent_id, seen_parent_id = excluded.seen_parent_id`)
  const remove = database.prepare<[string]>('DELETE FROM parent_wishes WHERE post_id = ?')
  return {
    listPages: (blogId) =>
      selectPages.all(blogId).map((row) => ({
        id: row.id as PostId,
        remoteId: row.remote_id as RemotePostId,
        title: row.title,
        parentId: row.parent_id as RemotePostId | null,
      })),
    findParentWish(postId) {
      const row = select.get(postId)
      if (!row) return null
      return { parentId: row.parent_id as RemotePostId | null, saw: row.seen_parent_id as RemotePostId | null }
    },
    putParentWish(postId, wish) {
      if (wish === null) remove.run(postId)
      else put.run(postId, wish.parentId, wish.saw)
    },
  }
}
