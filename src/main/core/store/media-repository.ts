import type { BlogId, MediaId, RemoteMediaId, UtcIso } from '../../../shared/domain/ids.ts'
import type { MediaFile, Picture, PictureEdit, PictureMimeType, SentPicture } from '../../../shared/domain/media.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Store } from './open-store.ts'

/** Where one blog keeps a picture of ours. */
export interface MediaUpload {
  remoteId: RemoteMediaId
  url: string
}

interface MediaRow {
  id: string
  file_name: string
  mime_type: string
  size_bytes: number
  width_px: number
  height_px: number
  added_at: string
  sent: string | null
  removed: string | null
  alt: string
  alt_language: string
  credit: string
  is_own: number
  original_id: string | null
  edit: string | null
}

/** What is known of a picture the moment it is added. */
export type NewPicture = Omit<Picture, 'alt' | 'altLanguage' | 'credit'> &
  Partial<Pick<Picture, 'alt' | 'altLanguage' | 'credit'>>

export interface MediaRepository {
  getPicture(id: MediaId): Picture
  /** One in the trash as well. */
  findPicture(id: MediaId): Picture | null
  /** Adding what is there already brings it out of the trash, and makes it the person's own when they add it themselves. */
  addPicture(picture: NewPicture, options: { isOwn: boolean }): void
  /** What is sent as it is: a video, a sound or a document. */
  addFile(file: MediaFile, addedAt: UtcIso): void
  putSent(id: MediaId, sent: SentPicture, removed: Picture['removed']): void
  /** What is to be said of it wherever it is used next. */
  putWords(id: MediaId, words: Pick<Picture, 'alt' | 'altLanguage' | 'credit'>): void
  /** Out of the library; the file stays until `takeExpired`. */
  setTrashed(id: MediaId, trashedAt: UtcIso | null): void
  /** Forgets what lies in the trash since before `until` and what nothing on this laptop needs, old versions of posts included. Returns whose files can go. */
  takeExpired(until: UtcIso): MediaId[]
  /** The picture of which these are the bytes that leave; null for none of this laptop. */
  findBySentHash(hash: string): MediaId | null
  findUpload(blogId: BlogId, id: MediaId): MediaUpload | null
  findPictureByUpload(blogId: BlogId, remoteId: RemoteMediaId): MediaId | null
  /** Which file of this laptop stands at that address of the blog. */
  findByUploadUrl(blogId: BlogId, url: string): MediaId | null
  putUpload(blogId: BlogId, id: MediaId, upload: MediaUpload): void
  /** What a person calls a picture of the blog's library; null for one that this desk never asked about. */
  findName(blogId: BlogId, remoteId: RemoteMediaId): string | null
  putName(blogId: BlogId, remoteId: RemoteMediaId, name: string): void
}

export function createMediaRepository({ database }: Store): MediaRepository {
  const selectOne = database.prepare<[string], MediaRow>('SELECT * FROM media WHERE id = ?')
  const insert = database.prepare<[MediaRow]>(`
    INSERT INTO media (id, file_name, mime_type, size_bytes, width_px, height_px, added_at, sent, removed, alt, alt_language, credit, is_own, original_id, edit)
    VALUES (@id, @file_name, @mime_type, @size_bytes, @width_px, @height_px, @added_at, @sent, @removed, @alt, @alt_language, @credit, @is_own, @original_id, @edit)
    ON CONFLICT (id) DO UPDATE SET trashed_at = NULL, is_own = max(is_own, excluded.is_own), sent = coalesce(excluded.sent, sent), removed = coalesce(excluded.removed, removed)`)
  const updateSent = database.prepare<[string, string | null, string]>(
    'UPDATE media SET sent = ?, removed = ? WHERE id = ?',
  )
  const updateWords = database.prepare<[string, string, string, string]>(
    'UPDATE media SET alt = ?, alt_language = ?, credit = ? WHERE id = ?',
  )
  const updateTrashed = database.prepare<[string | null, string]>('UPDATE media SET trashed_at = ? WHERE id = ?')
  const deleteExpired = database.prepare<[string], { id: string }>(`
    DELETE FROM media WHERE trashed_at < ?
      AND NOT EXISTS (SELECT 1 FROM media_uploads WHERE media_id = media.id)
      AND NOT EXISTS (SELECT 1 FROM blog_pictures WHERE media_id = media.id)
      AND NOT EXISTS (SELECT 1 FROM outbox_entries WHERE media_id = media.id)
      AND NOT EXISTS (SELECT 1 FROM media AS cut WHERE cut.original_id = media.id)
      AND NOT EXISTS (SELECT 1 FROM working_copies WHERE instr(document, media.id) > 0)
      AND NOT EXISTS (SELECT 1 FROM typed_edits WHERE instr(edit, media.id) > 0)
      AND NOT EXISTS (SELECT 1 FROM review_rounds WHERE instr(given, media.id) > 0 OR instr(proposed, media.id) > 0)
      AND NOT EXISTS (SELECT 1 FROM snapshots WHERE instr(words, media.id) > 0)
    RETURNING id`)
  const selectBySent = database
    .prepare<[string], string>(
      "SELECT id FROM media WHERE json_extract(sent, '$.hash') = ? ORDER BY id = json_extract(sent, '$.hash'), id",
    )
    .pluck()
  const selectUpload = database.prepare<[string, string], { remote_id: number; url: string }>(
    'SELECT remote_id, url FROM media_uploads WHERE blog_id = ? AND media_id = ?',
  )
  const selectByUpload = database.prepare<[string, number], { media_id: string }>(
    'SELECT media_id FROM media_uploads WHERE blog_id = ? AND remote_id = ?',
  )
  const selectByUrl = database.prepare<[string, string], { media_id: string }>(
    'SELECT media_id FROM media_uploads WHERE blog_id = ? AND url = ?',
  )
  const upsertUpload = database.prepare<[string, string, number, string]>(`
    INSERT INTO media_uploads (blog_id, media_id, remote_id, url) VALUES (?, ?, ?, ?)
    ON CONFLICT (blog_id, media_id) DO UPDATE SET remote_id = excluded.remote_id, url = excluded.url`)

  const selectName = database.prepare<{ blog_id: string; remote_id: number }, { name: string }>(`
    SELECT media.file_name AS name FROM media_uploads JOIN media ON media.id = media_uploads.media_id
      WHERE media_uploads.blog_id = @blog_id AND remote_id = @remote_id
    UNION ALL SELECT name FROM picture_names WHERE blog_id = @blog_id AND remote_id = @remote_id`)
  const upsertName = database.prepare<[string, number, string]>(`
    INSERT INTO picture_names (blog_id, remote_id, name) VALUES (?, ?, ?)
    ON CONFLICT (blog_id, remote_id) DO UPDATE SET name = excluded.name`)

  return {
    getPicture(id) {
      const row = selectOne.get(id)
      if (!row) throw new AppError({ kind: 'no-such-item', what: 'media' })
      return toPicture(row)
    },
    findPicture(id) {
      const row = selectOne.get(id)
      return row ? toPicture(row) : null
    },
    addPicture(picture, { isOwn }) {
      insert.run({
        id: picture.id,
        file_name: picture.fileName,
        mime_type: picture.mimeType,
        size_bytes: picture.sizeBytes,
        width_px: picture.widthPx,
        height_px: picture.heightPx,
        added_at: picture.addedAt,
        sent: picture.sent === null ? null : JSON.stringify(picture.sent),
        removed: picture.removed,
        alt: picture.alt ?? '',
        alt_language: picture.altLanguage ?? '',
        credit: picture.credit ?? '',
        is_own: isOwn ? 1 : 0,
        original_id: picture.cutFrom?.originalId ?? null,
        edit: picture.cutFrom === null ? null : JSON.stringify(picture.cutFrom.edit),
      })
    },
    addFile({ id, fileName, mimeType, sizeBytes }, addedAt) {
      insert.run({
        id,
        file_name: fileName,
        mime_type: mimeType,
        size_bytes: sizeBytes,
        width_px: 0,
        height_px: 0,
        added_at: addedAt,
        sent: null,
        removed: null,
        alt: '',
        alt_language: '',
        credit: '',
        is_own: 1,
        original_id: null,
        edit: null,
      })
    },
    putSent(id, sent, removed) {
      updateSent.run(JSON.stringify(sent), removed, id)
    },
    putWords(id, { alt, altLanguage, credit }) {
      updateWords.run(alt, altLanguage, credit, id)
    },
    setTrashed(id, trashedAt) {
      updateTrashed.run(trashedAt, id)
    },
    takeExpired: (until) => deleteExpired.all(until).map(({ id }) => id as MediaId),
    findBySentHash: (hash) => (selectBySent.get(hash) as MediaId | undefined) ?? null,
    findUpload(blogId, id) {
      const row = selectUpload.get(blogId, id)
      return row ? { remoteId: row.remote_id as RemoteMediaId, url: row.url } : null
    },
    findPictureByUpload(blogId, remoteId) {
      return (selectByUpload.get(blogId, remoteId)?.media_id as MediaId | undefined) ?? null
    },
    findByUploadUrl: (blogId, url) => (selectByUrl.get(blogId, url)?.media_id as MediaId | undefined) ?? null,
    putUpload(blogId, id, { remoteId, url }) {
      upsertUpload.run(blogId, id, remoteId, url)
    },
    findName: (blogId, remoteId) => selectName.get({ blog_id: blogId, remote_id: remoteId })?.name ?? null,
    putName(blogId, remoteId, name) {
      upsertName.run(blogId, remoteId, name)
    },
  }
}

const toPicture = (row: MediaRow): Picture => ({
  id: row.id as MediaId,
  fileName: row.file_name,
  mimeType: row.mime_type as PictureMimeType,
  sizeBytes: row.size_bytes,
  widthPx: row.width_px,
  heightPx: row.height_px,
  addedAt: row.added_at as UtcIso,
  sent: row.sent === null ? null : (JSON.parse(row.sent) as SentPicture),
  removed: row.removed as Picture['removed'],
  alt: row.alt,
  altLanguage: row.alt_language,
  credit: row.credit,
  cutFrom:
    row.original_id === null || row.edit === null
      ? null
      : { originalId: row.original_id as MediaId, edit: JSON.parse(row.edit) as PictureEdit },
})
