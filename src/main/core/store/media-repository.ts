import type { BlogId, MediaId, RemoteMediaId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Picture, PictureMimeType } from '../../../shared/domain/media.ts'
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
}

export interface MediaRepository {
  getPicture(id: MediaId): Picture
  addPicture(picture: Picture): void
  findUpload(blogId: BlogId, id: MediaId): MediaUpload | null
  findPictureByUpload(blogId: BlogId, remoteId: RemoteMediaId): MediaId | null
  putUpload(blogId: BlogId, id: MediaId, upload: MediaUpload): void
  /** What a person calls a picture of the blog's library; null for one that this desk never asked about. */
  findName(blogId: BlogId, remoteId: RemoteMediaId): string | null
  putName(blogId: BlogId, remoteId: RemoteMediaId, name: string): void
}

export function createMediaRepository({ database }: Store): MediaRepository {
  const selectOne = database.prepare<[string], MediaRow>('SELECT * FROM media WHERE id = ?')
  const insert = database.prepare<[MediaRow]>(`
    INSERT INTO media (id, file_name, mime_type, size_bytes, width_px, height_px, added_at)
    VALUES (@id, @file_name, @mime_type, @size_bytes, @width_px, @height_px, @added_at) ON CONFLICT (id) DO NOTHING`)
  const selectUpload = database.prepare<[string, string], { remote_id: number; url: string }>(
    'SELECT remote_id, url FROM media_uploads WHERE blog_id = ? AND media_id = ?',
  )
  const selectByUpload = database.prepare<[string, number], { media_id: string }>(
    'SELECT media_id FROM media_uploads WHERE blog_id = ? AND remote_id = ?',
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
    addPicture(picture) {
      insert.run({
        id: picture.id,
        file_name: picture.fileName,
        mime_type: picture.mimeType,
        size_bytes: picture.sizeBytes,
        width_px: picture.widthPx,
        height_px: picture.heightPx,
        added_at: picture.addedAt,
      })
    },
    findUpload(blogId, id) {
      const row = selectUpload.get(blogId, id)
      return row ? { remoteId: row.remote_id as RemoteMediaId, url: row.url } : null
    },
    findPictureByUpload(blogId, remoteId) {
      return (selectByUpload.get(blogId, remoteId)?.media_id as MediaId | undefined) ?? null
    },
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
})
