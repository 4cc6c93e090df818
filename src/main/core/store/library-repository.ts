import type { BlogId, MediaId, PostId, RemoteMediaId, UtcIso } from '../../../shared/domain/ids.ts'
import type { PictureMimeType, RemovedData, SentPicture } from '../../../shared/domain/media.ts'
import type { Store } from './open-store.ts'

/** A picture that the person added, out of the trash. */
export interface OwnPicture {
  id: MediaId
  fileName: string
  mimeType: PictureMimeType
  sizeBytes: number
  widthPx: number
  heightPx: number
  addedAt: UtcIso
  removed: RemovedData | null
  sent: SentPicture | null
  alt: string
  altLanguage: string
  credit: string
  isCutOut: boolean
}

/** A picture in the blog's own text of a post. `ownId`: it went up from this laptop; `copyId`: a copy of it was brought down. */
export interface ShownPicture {
  blogId: BlogId
  postId: PostId
  title: string
  url: string
  remoteId: RemoteMediaId | null
  ownId: MediaId | null
  copyId: MediaId | null
  name: string | null
}

/** A post's own words on this laptop, with what of it points at pictures. */
export interface CopyPictures {
  postId: PostId
  title: string
  blogId: BlogId
  mediaIds: MediaId[]
  remoteIds: RemoteMediaId[]
}

/** Which pictures there are, and where each is used: reads what the other repositories write. */
export interface LibraryRepository {
  /** Newest first. */
  listOwn(): OwnPicture[]
  listUploads(blogId: BlogId): Map<MediaId, { remoteId: RemoteMediaId; url: string }>
  listCopies(ids: readonly MediaId[]): Map<MediaId, Omit<OwnPicture, 'isCutOut'>>
  listShown(): ShownPicture[]
  listInCopies(): CopyPictures[]
  /** A post that is being written, waits, or stands on a blog shows it. */
  isUsed(id: MediaId): boolean
}

interface OwnRow {
  id: string
  file_name: string
  mime_type: string
  size_bytes: number
  width_px: number
  height_px: number
  added_at: string
  removed: string | null
  sent: string | null
  alt: string
  alt_language: string
  credit: string
  original_id: string | null
}

interface ShownRow {
  blog_id: string
  post_id: string
  title: string
  url: string
  remote_id: number | null
  own_id: string | null
  copy_id: string | null
  name: string | null
}

const PICTURE_COLUMNS =
  'id, file_name, mime_type, size_bytes, width_px, height_px, added_at, removed, sent, alt, alt_language, credit, original_id'

export function createLibraryRepository({ database }: Store): LibraryRepository {
  const selectOwn = database.prepare<[], OwnRow>(`
    SELECT ${PICTURE_COLUMNS} FROM media WHERE is_own = 1 AND trashed_at IS NULL AND mime_type LIKE 'image/%' ORDER BY added_at DESC, rowid DESC`)
  const selectSome = database.prepare<[string], OwnRow>(
    `SELECT ${PICTURE_COLUMNS} FROM media WHERE id IN (SELECT value FROM json_each(?))`,
  )
  const selectUploads = database.prepare<[string], { media_id: string; remote_id: number; url: string }>(
    'SELECT media_id, remote_id, url FROM media_uploads WHERE blog_id = ?',
  )
  const selectShown = database.prepare<[], ShownRow>(`
    SELECT shown.blog_id, shown.post_id, posts.title, shown.url, shown.remote_id, uploads.media_id AS own_id,
      copies.media_id AS copy_id, names.name
    FROM post_pictures AS shown
    JOIN posts ON posts.id = shown.post_id AND posts.is_trashed = 0
    JOIN bases INDEXED BY bases_listed ON bases.post_id = shown.post_id AND bases.which = 'agreed' AND bases.status NOT IN ('trash', 'deleted')
    LEFT JOIN media_uploads AS uploads ON uploads.blog_id = shown.blog_id AND uploads.remote_id = shown.remote_id
    LEFT JOIN blog_pictures AS copies ON copies.blog_id = shown.blog_id AND copies.url = shown.url
    LEFT JOIN picture_names AS names ON names.blog_id = shown.blog_id AND names.remote_id = shown.remote_id
    ORDER BY posts.edited_at DESC`)
  const selectCopies = database.prepare<[], { post_id: string; blog_id: string; title: string; document: string }>(`
    SELECT post_id, blog_id, working_copies.title, document FROM working_copies
    JOIN posts ON posts.id = post_id WHERE posts.is_trashed = 0
      AND (instr(document, '"mediaId":"') > 0 OR instr(document, '"remoteId":') > 0)`)
  const selectIsUsed = database
    .prepare<{ id: string }, number>(
      `SELECT EXISTS (SELECT 1 FROM working_copies JOIN posts ON posts.id = post_id
          WHERE posts.is_trashed = 0 AND instr(document, @id) > 0)
        OR EXISTS (SELECT 1 FROM typed_edits WHERE instr(edit, @id) > 0)
        OR EXISTS (SELECT 1 FROM outbox_entries WHERE state NOT IN ('done', 'cancelled') AND instr(payload, @id) > 0)
        OR EXISTS (SELECT 1 FROM media_uploads AS uploads JOIN post_pictures AS shown
          ON shown.blog_id = uploads.blog_id AND shown.remote_id = uploads.remote_id WHERE uploads.media_id = @id)`,
    )
    .pluck()

  return {
    listOwn: () => selectOwn.all().map((row) => ({ ...toPicture(row), isCutOut: row.original_id !== null })),
    listUploads: (blogId) =>
      new Map(
        selectUploads
          .all(blogId)
          .map((row) => [row.media_id as MediaId, { remoteId: row.remote_id as RemoteMediaId, url: row.url }]),
      ),
    listCopies: (ids) => new Map(selectSome.all(JSON.stringify(ids)).map((row) => [row.id as MediaId, toPicture(row)])),
    listShown: () =>
      selectShown.all().map((row) => ({
        blogId: row.blog_id as BlogId,
        postId: row.post_id as PostId,
        title: row.title,
        url: row.url,
        remoteId: row.remote_id as RemoteMediaId | null,
        ownId: row.own_id as MediaId | null,
        copyId: row.copy_id as MediaId | null,
        name: row.name,
      })),
    listInCopies: () =>
      selectCopies.all().map(({ post_id, blog_id, title, document }) => ({
        postId: post_id as PostId,
        blogId: blog_id as BlogId,
        title,
        mediaIds: [
          ...new Set(Array.from(document.matchAll(/"mediaId":"([0-9a-f]{64})"/g), (hit) => hit[1] as MediaId)),
        ],
        remoteIds: [
          ...new Set(Array.from(document.matchAll(/"remoteId":(\d+)/g), (hit) => Number(hit[1]) as RemoteMediaId)),
        ],
      })),
    isUsed: (id) => selectIsUsed.get({ id }) === 1,
  }
}

const toPicture = (row: OwnRow): Omit<OwnPicture, 'isCutOut'> => ({
  id: row.id as MediaId,
  fileName: row.file_name,
  mimeType: row.mime_type as PictureMimeType,
  sizeBytes: row.size_bytes,
  widthPx: row.width_px,
  heightPx: row.height_px,
  addedAt: row.added_at as UtcIso,
  removed: row.removed as RemovedData | null,
  sent: row.sent === null ? null : (JSON.parse(row.sent) as SentPicture),
  alt: row.alt,
  altLanguage: row.alt_language,
  credit: row.credit,
})
