import type { Blog, BlogKind, BlogRights } from '../../../shared/domain/blog.ts'
import type { BlogId, RemoteUserId, UtcIso } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Store } from './open-store.ts'

/** A blog with what only the core needs: where its interface is and how far the pulls have come. */
export interface StoredBlog extends Blog {
  restRoot: string
  remoteUserId: RemoteUserId
  gmtOffsetHours: number
  postsCursor: UtcIso | null
  pagesCursor: UtcIso | null
  commentsCursor: UtcIso | null
  termsPulledAt: UtcIso | null
}

interface BlogRow {
  id: string
  kind: string
  name: string
  url: string
  rest_root: string
  user_name: string
  remote_user_id: number
  display_name: string
  roles: string
  rights: string
  time_zone: string
  gmt_offset_hours: number
  is_signed_in: number
  posts_cursor: string | null
  pages_cursor: string | null
  comments_cursor: string | null
  terms_pulled_at: string | null
  last_synced_at: string | null
}

export interface BlogRepository {
  /** Without archives that are still being read. */
  listBlogs(): StoredBlog[]
  getBlog(id: BlogId): StoredBlog
  /** The same user of the same site; also of one that has gone from `http:` to `https:` since, where that user has the same id. */
  findBlogByAccount(account: Pick<StoredBlog, 'url' | 'userName' | 'remoteUserId'>): StoredBlog | null
  /** Inserts, or renews everything but the cursors of the blog with this id. */
  putBlog(blog: StoredBlog): void
  setSignedIn(id: BlogId, isSignedIn: boolean): void
  setCursors(
    id: BlogId,
    cursors: Partial<
      Pick<StoredBlog, 'postsCursor' | 'pagesCursor' | 'commentsCursor' | 'termsPulledAt' | 'lastSyncedAt'>
    >,
  ): void
}

const CURSORS = ['postsCursor', 'pagesCursor', 'commentsCursor', 'termsPulledAt', 'lastSyncedAt'] as const

export function createBlogRepository({ database, aside }: Store): BlogRepository {
  const selectAll = database.prepare<[], BlogRow>(`SELECT * FROM blogs
    WHERE NOT EXISTS (SELECT 1 FROM archives WHERE blog_id = blogs.id AND is_whole = 0) ORDER BY rowid`)
  const selectOne = database.prepare<[string], BlogRow>('SELECT * FROM blogs WHERE id = ?')
  const selectByAccount = database.prepare<[string, string], BlogRow>(
    'SELECT * FROM blogs WHERE url = ? AND user_name = ?',
  )
  const selectByPerson = database.prepare<[string, string, number], BlogRow>(
    'SELECT * FROM blogs WHERE url = ? AND user_name = ? AND remote_user_id = ?',
  )
  const upsert = database.prepare<
    [Omit<BlogRow, 'posts_cursor' | 'pages_cursor' | 'comments_cursor' | 'terms_pulled_at' | 'last_synced_at'>]
  >(`
    INSERT INTO blogs (id, kind, name, url, rest_root, user_name, remote_user_id, display_name, roles, rights, time_zone, gmt_offset_hours, is_signed_in)
    VALUES (@id, @kind, @name, @url, @rest_root, @user_name, @remote_user_id, @display_name, @roles, @rights, @time_zone, @gmt_offset_hours, @is_signed_in)
    ON CONFLICT (id) DO UPDATE SET name = @name, url = @url, rest_root = @rest_root, user_name = @user_name, remote_user_id = @remote_user_id, display_name = @display_name,
      roles = @roles, rights = @rights, time_zone = @time_zone, gmt_offset_hours = @gmt_offset_hours, is_signed_in = @is_signed_in`)
  const updateSignedIn = database.prepare<[number, string]>('UPDATE blogs SET is_signed_in = ? WHERE id = ?')
  const updateCursors = database.prepare<
    [string | null, string | null, string | null, string | null, string | null, string]
  >(`
    UPDATE blogs SET posts_cursor = ?, pages_cursor = ?, comments_cursor = ?, terms_pulled_at = ?, last_synced_at = ? WHERE id = ?`)

  const getBlog = (id: BlogId): StoredBlog => {
    const row = selectOne.get(id)
    if (!row) throw new AppError({ kind: 'no-such-item', what: 'blog' })
    return toBlog(row)
  }

  return {
    listBlogs: () => selectAll.all().map(toBlog),
    getBlog,
    findBlogByAccount({ url, userName, remoteUserId }) {
      const row =
        selectByAccount.get(url, userName) ??
        selectByPerson.get(url.replace(/^https:/, 'http:'), userName, remoteUserId)
      return row ? toBlog(row) : null
    },
    putBlog(blog) {
      upsert.run({
        id: blog.id,
        kind: blog.kind,
        name: blog.name,
        url: blog.url,
        rest_root: blog.restRoot,
        user_name: blog.userName,
        remote_user_id: blog.remoteUserId,
        display_name: blog.displayName,
        roles: JSON.stringify(blog.roles),
        rights: JSON.stringify(blog.rights),
        time_zone: blog.timeZone,
        gmt_offset_hours: blog.gmtOffsetHours,
        is_signed_in: blog.isSignedIn ? 1 : 0,
      })
    },
    setSignedIn(id, isSignedIn) {
      updateSignedIn.run(isSignedIn ? 1 : 0, id)
    },
    setCursors(id, cursors) {
      const before = getBlog(id)
      const next = { ...before, ...cursors }
      // A round in which nothing moved has nothing to wait for the disk for.
      if (CURSORS.every((name) => next[name] === before[name])) return
      aside(() =>
        updateCursors.run(
          next.postsCursor,
          next.pagesCursor,
          next.commentsCursor,
          next.termsPulledAt,
          next.lastSyncedAt,
          id,
        ),
      )
    },
  }
}

function toBlog(row: BlogRow): StoredBlog {
  return {
    id: row.id as BlogId,
    kind: row.kind as BlogKind,
    name: row.name,
    url: row.url,
    restRoot: row.rest_root,
    userName: row.user_name,
    remoteUserId: row.remote_user_id as RemoteUserId,
    displayName: row.display_name,
    roles: JSON.parse(row.roles) as string[],
    rights: JSON.parse(row.rights) as BlogRights,
    timeZone: row.time_zone,
    gmtOffsetHours: row.gmt_offset_hours,
    isSignedIn: row.is_signed_in === 1,
    postsCursor: row.posts_cursor as UtcIso | null,
    pagesCursor: row.pages_cursor as UtcIso | null,
    commentsCursor: row.comments_cursor as UtcIso | null,
    termsPulledAt: row.terms_pulled_at as UtcIso | null,
    lastSyncedAt: row.last_synced_at as UtcIso | null,
  }
}
