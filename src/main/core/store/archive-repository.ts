import type { BlogId, RemoteMediaId, RemotePostId, RemoteUserId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

export interface StoredArchive {
  blogId: BlogId
  fileName: string
  /** When the export was made, as it says of itself. */
  exportedAt: UtcIso | null
  openedAt: UtcIso
}

export interface BlogAuthor {
  remoteId: RemoteUserId
  userName: string
  displayName: string
}

/** A file of a blog's library, by its address. */
export interface Attachment {
  remoteId: RemoteMediaId
  parentRemoteId: RemotePostId | null
  url: string
  title: string
  caption: string
  alt: string
  addedAt: UtcIso
}

interface AttachmentRow {
  remote_id: number
  parent_remote_id: number | null
  url: string
  title: string
  caption: string
  alt: string
  added_at: string
}

export interface ArchiveRepository {
  addArchive(archive: StoredArchive): void
  /** From now on it is shown. */
  markWhole(blogId: BlogId): void
  isArchive(blogId: BlogId): boolean
  /** Those that were being read when the program ended. */
  listUnfinished(): BlogId[]
  putAuthor(blogId: BlogId, author: BlogAuthor): void
  listAuthors(blogId: BlogId): BlogAuthor[]
  putAttachment(blogId: BlogId, attachment: Attachment): void
  listAttachments(blogId: BlogId): Attachment[]
  /** Up to `limit` posts of an archive and everything that hangs on them; whether there were any. */
  removeSomePosts(blogId: BlogId, limit: number): boolean
  /** The archive itself, once its posts are gone. */
  removeArchive(blogId: BlogId): void
}

export function createArchiveRepository({ database }: Store): ArchiveRepository {
  const insert = database.prepare<[string, string, string | null, string]>(
    'INSERT INTO archives (blog_id, file_name, exported_at, opened_at) VALUES (?, ?, ?, ?)',
  )
  const updateWhole = database.prepare<[string]>('UPDATE archives SET is_whole = 1 WHERE blog_id = ?')
  const selectIs = database.prepare<[string], number>('SELECT 1 FROM archives WHERE blog_id = ?').pluck()
  const selectUnfinished = database.prepare<[], string>('SELECT blog_id FROM archives WHERE is_whole = 0').pluck()
  const upsertAuthor = database.prepare<[string, number, string, string]>(`
    INSERT INTO blog_authors (blog_id, remote_id, user_name, display_name) VALUES (?, ?, ?, ?)
    ON CONFLICT (blog_id, remote_id) DO UPDATE SET user_name = excluded.user_name, display_name = excluded.display_name`)
  const selectAuthors = database.prepare<[string], { remote_id: number; user_name: string; display_name: string }>(
    'SELECT remote_id, user_name, display_name FROM blog_authors WHERE blog_id = ? ORDER BY remote_id',
  )
  const upsertAttachment = database.prepare<[AttachmentRow & { blog_id: string }]>(`
    INSERT INTO attachments (blog_id, remote_id, parent_remote_id, url, title, caption, alt, added_at)
    VALUES (@blog_id, @remote_id, @parent_remote_id, @url, @title, @caption, @alt, @added_at)
    ON CONFLICT (blog_id, remote_id) DO UPDATE SET url = @url, title = @title, caption = @caption, alt = @alt`)
  const selectAttachments = database.prepare<[string], AttachmentRow>(
    'SELECT * FROM attachments WHERE blog_id = ? ORDER BY remote_id',
  )
  const selectSome = database
    .prepare<[string, number], string>('SELECT id FROM posts WHERE blog_id = ? LIMIT ?')
    .pluck()
  // What hangs on a post goes with it (the trigger post_goes).
  const deletePost = database.prepare<[string]>('DELETE FROM posts WHERE id = ?')
  const ofBlogs = tablesOfBlogs(database).map((table) =>
    database.prepare<[string]>(`DELETE FROM ${table} WHERE blog_id = ?`),
  )
  const deleteBlog = database.prepare<[string]>("DELETE FROM blogs WHERE id = ? AND kind = 'archive'")

  return {
    addArchive({ blogId, fileName, exportedAt, openedAt }) {
      insert.run(blogId, fileName, exportedAt, openedAt)
    },
    markWhole(blogId) {
      updateWhole.run(blogId)
    },
    isArchive: (blogId) => selectIs.get(blogId) === 1,
    listUnfinished: () => selectUnfinished.all() as BlogId[],
    putAuthor(blogId, { remoteId, userName, displayName }) {
      upsertAuthor.run(blogId, remoteId, userName, displayName)
    },
    listAuthors: (blogId) =>
      selectAuthors.all(blogId).map((row) => ({
        remoteId: row.remote_id as RemoteUserId,
        userName: row.user_name,
        displayName: row.display_name,
      })),
    putAttachment(blogId, { remoteId, parentRemoteId, url, title, caption, alt, addedAt }) {
      upsertAttachment.run({
        blog_id: blogId,
        remote_id: remoteId,
        parent_remote_id: parentRemoteId,
        url,
        title,
        caption,
        alt,
        added_at: addedAt,
      })
    },
    listAttachments: (blogId) =>
      selectAttachments.all(blogId).map((row) => ({
        remoteId: row.remote_id as RemoteMediaId,
        parentRemoteId: row.parent_remote_id as RemotePostId | null,
        url: row.url,
        title: row.title,
        caption: row.caption,
        alt: row.alt,
        addedAt: row.added_at as UtcIso,
      })),
    removeSomePosts(blogId, limit) {
      const postIds = selectSome.all(blogId, limit)
      for (const postId of postIds) deletePost.run(postId)
      return postIds.length > 0
    },
    removeArchive(blogId) {
      // The tables are the schema's, in no order.
      database.pragma('defer_foreign_keys = ON')
      for (const remove of ofBlogs) remove.run(blogId)
      deleteBlog.run(blogId)
    },
  }
}

/** Every table in which something belongs to one blog: read from the schema, so that none is forgotten. */
function tablesOfBlogs(database: Store['database']): string[] {
  const select = database.prepare<[], string>(`
    SELECT tables.name FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
    WHERE tables.type = 'table' AND columns.name = 'blog_id' ORDER BY tables.name`)
  return select.pluck().all()
}
