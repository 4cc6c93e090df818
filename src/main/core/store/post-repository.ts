import type { PostDocument, TextDirection } from '../../../shared/content/document.ts'
import type {
  BlogId,
  PostId,
  RemoteMediaId,
  RemotePostId,
  RemoteTermId,
  RemoteUserId,
  UtcIso,
} from '../../../shared/domain/ids.ts'
import type { Caret, PostKind } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import type { Store } from './open-store.ts'

/** A post's identity on this desk and the line it has in lists; its text is in the working copy, else in the base. */
export interface StoredPost {
  id: PostId
  blogId: BlogId
  kind: PostKind
  remoteId: RemotePostId | null
  language: string
  direction: TextDirection
  authorName: string
  title: string
  excerptLine: string
  wordCount: number
  editedAt: UtcIso
  caret: Caret | null
  isTrashed: boolean
}

/** The person's words while they differ from the blog's. */
export interface WorkingCopy {
  title: string
  document: PostDocument
  excerpt: string
  categoryIds: RemoteTermId[]
  tags: string[]
  wordsHash: string
}

/** What the blog had at an exchange, whole. */
export interface Base {
  remote: RemotePost
  takenAt: UtcIso
}
export type WhichBase = 'agreed' | 'incoming'

export interface PostOnBlog {
  id: PostId
  kind: PostKind
  remoteId: RemotePostId
  remoteStatus: RemotePost['status'] | null
  authorId: RemoteUserId | null
  /** Here or on the blog. */
  editedAt: UtcIso
  isOnlyToRead: boolean
  isSticky: boolean
}

interface PostRow {
  id: string
  blog_id: string
  kind: string
  remote_id: number | null
  language: string
  direction: string
  author_name: string
  title: string
  excerpt_line: string
  word_count: number
  edited_at: string
  caret: string | null
  is_trashed: number
}
interface WorkingCopyRow {
  title: string
  document: string
  excerpt: string
  category_ids: string
  tags: string
  words_hash: string
}

/** One line of a list, with what its state is derived from. */
export interface ListedPost extends StoredPost {
  hasWorkingCopy: boolean
  hasIncoming: boolean
  remoteStatus: RemotePost['status'] | null
  isOnlyToRead: boolean
  link: string | null
  publishedAt: UtcIso | null
  commentCount: number
  /** The person's, else the blog's. */
  tags: string[]
  isSticky: boolean
  /** `isSticky` is what the person wants, and not yet what the blog has. */
  hasStickyWish: boolean
  /** It is a page, and is to stand elsewhere among them than the blog has it. */
  hasParentWish: boolean
}
interface ListedRow extends PostRow {
  has_working_copy: number
  has_incoming: number
  remote_status: string | null
  is_only_to_read: number | null
  link: string | null
  published_at: string | null
  comment_count: number
  own_tags: string | null
  wants_sticky: number | null
  has_parent_wish: number
  is_sticky: number | null
  blogs_tags: string
}

/**
 * By name, because SQLite prefers the primary key, under which each row is as long as its post. CROSS JOIN, because it would go
 * through all terms of the blog for each post otherwise.
 */
const LISTED = `
  SELECT posts.*, agreed.status AS remote_status, agreed.is_only_to_read, agreed.link, agreed.published_at, agreed.is_sticky,
    (SELECT is_sticky FROM sticky_wishes WHERE post_id = posts.id) AS wants_sticky,
    EXISTS (SELECT 1 FROM parent_wishes WHERE post_id = posts.id) AS has_parent_wish,
    EXISTS (SELECT 1 FROM working_copies WHERE post_id = posts.id) AS has_working_copy,
    EXISTS (SELECT 1 FROM bases INDEXED BY bases_listed WHERE post_id = posts.id AND which = 'incoming') AS has_incoming,
    (SELECT count(*) FROM comments WHERE comments.post_id = posts.id AND comments.status IN ('approved', 'hold')) AS comment_count,
    (SELECT tags FROM working_copies INDEXED BY working_copies_listed WHERE post_id = posts.id) AS own_tags,
    (SELECT json_group_array(terms.name) FROM json_each(agreed.tag_ids) AS tag
      CROSS JOIN terms ON terms.blog_id = posts.blog_id AND terms.remote_id = tag.value) AS blogs_tags
  FROM posts LEFT JOIN bases AS agreed INDEXED BY bases_listed ON agreed.post_id = posts.id AND agreed.which = 'agreed'`

export interface PostRepository {
  /** Latest edit first; no more than `limit` where there is one. */
  listPosts(blogId: BlogId, limit?: number): ListedPost[]
  getListedPost(id: PostId): ListedPost
  findListedPost(id: PostId): ListedPost | null
  /** Out of the trash, and written in on this laptop; the latest edit first. */
  listWrittenHere(blogId: BlogId, limit: number): ListedPost[]
  /** Those with words of the person's own that changed on both sides, or whose blog has them no more. */
  listInQuestion(blogId: BlogId): ListedPost[]
  getPost(id: PostId): StoredPost
  findPost(id: PostId): StoredPost | null
  findPostByRemoteId(blogId: BlogId, remoteId: RemotePostId): StoredPost | null
  findIdByRemoteId(blogId: BlogId, remoteId: RemotePostId): PostId | null
  /** Every post of this desk that is on the blog or was, and what the blog last said of it. */
  listOnBlog(blogId: BlogId): PostOnBlog[]
  /** Of posts that are on the blog: how many the blog has, what their texts take here, and how many changed on both sides. */
  sumOfBlog(blogId: BlogId): { count: number; sizeBytes: number; conflictCount: number }
  /** Of everybody who wrote what the blog has. */
  listAuthorIds(blogId: BlogId): RemoteUserId[]
  /** Of every blog, out of the trash, those of most posts first. */
  listAuthorNames(limit: number): string[]
  /** The tags in the person's own words, of all blogs, each once: some are on no blog yet. */
  listTagsInWords(): string[]
  putPost(post: StoredPost): void
  setWordCount(id: PostId, wordCount: number): void
  findWorkingCopy(id: PostId): WorkingCopy | null
  /** Of the working copy, without reading its text; null where there is none. */
  findWordsHash(id: PostId): string | null
  putWorkingCopy(id: PostId, copy: WorkingCopy): void
  /** Only once the blog holds the same words, or a snapshot of them exists. */
  removeWorkingCopy(id: PostId): void
  findBase(id: PostId, which: WhichBase): Base | null
  putBase(id: PostId, which: WhichBase, base: Base): void
  removeIncoming(id: PostId): void
  /** Featured pictures of posts that were changed on both sides, as the blog has them and as both agreed. */
  listFeaturedInQuestion(blogId: BlogId): RemoteMediaId[]
  /** The post is no longer one of the blog's. Only once the person's words are a working copy. */
  removeBases(id: PostId): void
}

export function createPostRepository({ database }: Store): PostRepository {
  const selectListed = database.prepare<[string, number], ListedRow>(
    `${LISTED} WHERE posts.blog_id = ? ORDER BY posts.edited_at DESC LIMIT ?`,
  )
  const selectWritten = database.prepare<[string, number], ListedRow>(
    `${LISTED} WHERE posts.blog_id = ? AND posts.caret IS NOT NULL AND posts.is_trashed = 0 ORDER BY posts.edited_at DESC LIMIT ?`,
  )
  const selectInQuestion = database.prepare<[string], ListedRow>(`
    ${LISTED} WHERE posts.blog_id = ? AND posts.is_trashed = 0 AND (
      EXISTS (SELECT 1 FROM bases INDEXED BY bases_listed WHERE post_id = posts.id AND which = 'incoming')
      OR agreed.status IN ('trash', 'deleted') AND EXISTS (SELECT 1 FROM working_copies WHERE post_id = posts.id))
    ORDER BY posts.edited_at DESC`)
  const selectListedOne = database.prepare<[string], ListedRow>(`${LISTED} WHERE posts.id = ?`)
  const selectOne = database.prepare<[string], PostRow>('SELECT * FROM posts WHERE id = ?')
  const selectByRemote = database.prepare<[string, number], PostRow>(
    'SELECT * FROM posts WHERE blog_id = ? AND remote_id = ?',
  )
  const selectId = database.prepare<[string, number], { id: string }>(
    'SELECT id FROM posts WHERE blog_id = ? AND remote_id = ?',
  )
  const selectOnBlog = database.prepare<
    [string],
    {
      id: string
      kind: string
      remote_id: number
      edited_at: string
      status: string | null
      author_id: number | null
      is_only_to_read: number | null
      is_sticky: number | null
    }
  >(`
    SELECT posts.id, posts.kind, posts.remote_id, posts.edited_at, agreed.status, agreed.author_id, agreed.is_only_to_read, agreed.is_sticky
    FROM posts LEFT JOIN bases AS agreed INDEXED BY bases_listed ON agreed.post_id = posts.id AND agreed.which = 'agreed'
    WHERE posts.blog_id = ? AND posts.remote_id IS NOT NULL`)
  const selectSum = database.prepare<[string], { count: number; sizeBytes: number; conflictCount: number }>(`
    SELECT count(*) AS count, coalesce(sum(octet_length(agreed.remote)), 0) AS sizeBytes,
      coalesce(sum(EXISTS (SELECT 1 FROM bases INDEXED BY bases_listed WHERE post_id = posts.id AND which = 'incoming')), 0) AS conflictCount
    FROM posts JOIN bases AS agreed ON agreed.post_id = posts.id AND agreed.which = 'agreed'
    WHERE posts.blog_id = ? AND agreed.status NOT IN ('trash', 'deleted')`)
  const selectAuthors = database
    .prepare<[string], number>(
      `SELECT DISTINCT author_id FROM posts JOIN bases INDEXED BY bases_listed ON bases.post_id = posts.id AND which = 'agreed'
       WHERE posts.blog_id = ? AND author_id IS NOT NULL ORDER BY 1`,
    )
    .pluck()
  const updateWordCount = database.prepare<[number, string]>('UPDATE posts SET word_count = ? WHERE id = ?')
  const upsert = database.prepare<[PostRow]>(`
    INSERT INTO posts (id, blog_id, kind, remote_id, language, direction, author_name, title, excerpt_line, word_count, edited_at, caret, is_trashed)
    VALUES (@id, @blog_id, @kind, @remote_id, @language, @direction, @author_name, @title, @excerpt_line, @word_count, @edited_at, @caret, @is_trashed)
    ON CONFLICT (id) DO UPDATE SET kind = @kind, remote_id = @remote_id, language = @language, direction = @direction, author_name = @author_name, title = @title,
      excerpt_line = @excerpt_line, word_count = @word_count, edited_at = @edited_at, caret = @caret, is_trashed = @is_trashed`)
  const selectCopy = database.prepare<[string], WorkingCopyRow>('SELECT * FROM working_copies WHERE post_id = ?')
  const selectWordsHash = database
    .prepare<[string], string>(
      'SELECT words_hash FROM working_copies INDEXED BY working_copies_listed WHERE post_id = ?',
    )
    .pluck()
  const upsertCopy = database.prepare<[WorkingCopyRow & { post_id: string }]>(`
    INSERT INTO working_copies (post_id, title, document, excerpt, category_ids, tags, words_hash)
    VALUES (@post_id, @title, @document, @excerpt, @category_ids, @tags, @words_hash)
    ON CONFLICT (post_id) DO UPDATE SET title = @title, document = @document, excerpt = @excerpt, category_ids = @category_ids, tags = @tags, words_hash = @words_hash`)
  const deleteCopy = database.prepare<[string]>('DELETE FROM working_copies WHERE post_id = ?')
  const selectBase = database.prepare<[string, string], { remote: string; taken_at: string }>(
    'SELECT remote, taken_at FROM bases WHERE post_id = ? AND which = ?',
  )
  const upsertBase = database.prepare<
    [string, string, string, string, string, string | null, number, string, number, number, string]
  >(`
    INSERT INTO bases (post_id, which, remote, status, link, published_at, is_only_to_read, tag_ids, is_sticky, author_id, taken_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (post_id, which) DO UPDATE SET remote = excluded.remote, status = excluded.status, link = excluded.link,
      published_at = excluded.published_at, is_only_to_read = excluded.is_only_to_read, tag_ids = excluded.tag_ids,
      is_sticky = excluded.is_sticky, author_id = excluded.author_id, taken_at = excluded.taken_at`)
  const deleteIncoming = database.prepare<[string]>("DELETE FROM bases WHERE post_id = ? AND which = 'incoming'")
  // CROSS JOIN, because every post would be read otherwise, and each with all its words.
  const selectFeatured = database.prepare<[string], { remote_id: number }>(`
    SELECT DISTINCT json_extract(each.remote, '$.featuredMediaId') AS remote_id
    FROM posts CROSS JOIN bases AS incoming INDEXED BY bases_listed ON incoming.post_id = posts.id AND incoming.which = 'incoming'
      CROSS JOIN bases AS each ON each.post_id = posts.id
    WHERE posts.blog_id = ? AND json_extract(each.remote, '$.featuredMediaId') IS NOT NULL`)
  const deleteBases = database.prepare<[string]>('DELETE FROM bases WHERE post_id = ?')

  const selectTags = database
    .prepare<[], string>(
      'SELECT DISTINCT value FROM working_copies INDEXED BY working_copies_listed, json_each(working_copies.tags)',
    )
    .pluck()
  const selectAuthorNames = database
    .prepare<[number], string>(
      "SELECT author_name FROM posts WHERE is_trashed = 0 AND author_name <> '' GROUP BY author_name ORDER BY count(*) DESC, author_name LIMIT ?",
    )
    .pluck()

  return {
    // -1: all of them.
    listPosts: (blogId, limit = -1) => selectListed.all(blogId, limit).map(toListedPost),
    listWrittenHere: (blogId, limit) => selectWritten.all(blogId, limit).map(toListedPost),
    listInQuestion: (blogId) => selectInQuestion.all(blogId).map(toListedPost),
    getListedPost: (id) => toListedPost(found(selectListedOne.get(id))),
    findListedPost(id) {
      const row = selectListedOne.get(id)
      return row ? toListedPost(row) : null
    },
    getPost: (id) => toPost(found(selectOne.get(id))),
    findPost(id) {
      const row = selectOne.get(id)
      return row ? toPost(row) : null
    },
    findPostByRemoteId(blogId, remoteId) {
      const row = selectByRemote.get(blogId, remoteId)
      return row ? toPost(row) : null
    },
    findIdByRemoteId: (blogId, remoteId) => (selectId.get(blogId, remoteId)?.id as PostId | undefined) ?? null,
    listOnBlog: (blogId) =>
      selectOnBlog.all(blogId).map((row) => ({
        id: row.id as PostId,
        kind: row.kind as PostKind,
        remoteId: row.remote_id as RemotePostId,
        remoteStatus: row.status as RemotePost['status'] | null,
        authorId: row.author_id as RemoteUserId | null,
        editedAt: row.edited_at as UtcIso,
        isOnlyToRead: row.is_only_to_read === 1,
        isSticky: row.is_sticky === 1,
      })),
    sumOfBlog: (blogId) => selectSum.get(blogId) ?? { count: 0, sizeBytes: 0, conflictCount: 0 },
    listAuthorIds: (blogId) => selectAuthors.all(blogId) as RemoteUserId[],
    setWordCount(id, wordCount) {
      updateWordCount.run(wordCount, id)
    },
    listTagsInWords: () => selectTags.all(),
    listAuthorNames: (limit) => selectAuthorNames.all(limit),
    putPost(post) {
      upsert.run({
        id: post.id,
        blog_id: post.blogId,
        kind: post.kind,
        remote_id: post.remoteId,
        language: post.language,
        direction: post.direction,
        author_name: post.authorName,
        title: post.title,
        excerpt_line: post.excerptLine,
        word_count: post.wordCount,
        edited_at: post.editedAt,
        caret: post.caret ? JSON.stringify(post.caret) : null,
        is_trashed: post.isTrashed ? 1 : 0,
      })
    },
    findWorkingCopy(id) {
      const row = selectCopy.get(id)
      return row ? toWorkingCopy(row) : null
    },
    findWordsHash: (id) => selectWordsHash.get(id) ?? null,
    putWorkingCopy(id, copy) {
      upsertCopy.run({
        post_id: id,
        title: copy.title,
        document: JSON.stringify(copy.document),
        excerpt: copy.excerpt,
        category_ids: JSON.stringify(copy.categoryIds),
        tags: JSON.stringify(copy.tags),
        words_hash: copy.wordsHash,
      })
    },
    removeWorkingCopy(id) {
      deleteCopy.run(id)
    },
    findBase(id, which) {
      const row = selectBase.get(id, which)
      return row ? { remote: JSON.parse(row.remote) as RemotePost, takenAt: row.taken_at as UtcIso } : null
    },
    putBase(id, which, { remote, takenAt }) {
      const { status, link, publishedAt, isOnlyToRead, isSticky, authorId } = remote
      const tagIds = JSON.stringify(remote.tagIds)
      upsertBase.run(
        id,
        which,
        JSON.stringify(remote),
        status,
        link,
        publishedAt,
        isOnlyToRead ? 1 : 0,
        tagIds,
        isSticky ? 1 : 0,
        authorId,
        takenAt,
      )
    },
    removeIncoming(id) {
      deleteIncoming.run(id)
    },
    listFeaturedInQuestion: (blogId) => selectFeatured.all(blogId).map(({ remote_id }) => remote_id as RemoteMediaId),
    removeBases(id) {
      deleteBases.run(id)
    },
  }
}

function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new AppError({ kind: 'no-such-item', what: 'post' })
  return row
}

function toPost(row: PostRow): StoredPost {
  return {
    id: row.id as PostId,
    blogId: row.blog_id as BlogId,
    kind: row.kind as PostKind,
    remoteId: row.remote_id as RemotePostId | null,
    language: row.language,
    direction: row.direction as TextDirection,
    authorName: row.author_name,
    title: row.title,
    excerptLine: row.excerpt_line,
    wordCount: row.word_count,
    editedAt: row.edited_at as UtcIso,
    caret: row.caret === null ? null : (JSON.parse(row.caret) as Caret),
    isTrashed: row.is_trashed === 1,
  }
}

function toListedPost(row: ListedRow): ListedPost {
  return {
    ...toPost(row),
    hasWorkingCopy: row.has_working_copy === 1,
    hasIncoming: row.has_incoming === 1,
    remoteStatus: row.remote_status as RemotePost['status'] | null,
    isOnlyToRead: row.is_only_to_read === 1,
    link: row.link || null,
    publishedAt: row.published_at as UtcIso | null,
    commentCount: row.comment_count,
    tags: JSON.parse(row.own_tags ?? row.blogs_tags) as string[],
    isSticky: (row.wants_sticky ?? row.is_sticky) === 1,
    hasStickyWish: row.wants_sticky !== null,
    hasParentWish: row.has_parent_wish === 1,
  }
}

function toWorkingCopy(row: WorkingCopyRow): WorkingCopy {
  return {
    title: row.title,
    document: JSON.parse(row.document) as PostDocument,
    excerpt: row.excerpt,
    categoryIds: JSON.parse(row.category_ids) as RemoteTermId[],
    tags: JSON.parse(row.tags) as string[],
    wordsHash: row.words_hash,
  }
}
