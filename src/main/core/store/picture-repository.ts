import type { BlogId, MediaId, PostId, RemoteMediaId, UtcIso } from '../../../shared/domain/ids.ts'
import type { MarkupPicture } from '../../../shared/content/markup-pictures.ts'
import type { Store } from './open-store.ts'

/** A picture that posts of a blog show, by the address in their text. */
export interface WantedPicture {
  url: string
  remoteId: RemoteMediaId | null
  readingUrl: string
  isHere: boolean
  /** The kind of error for which it cannot be had; null when nothing speaks against it. */
  fault: string | null
}

interface WantedRow {
  url: string
  remote_id: number | null
  reading_url: string
  is_here: number
  fault: string | null
}

export interface PictureRepository {
  /** Posts whose present texts on the blog, agreed and incoming, were not read for pictures yet. `takenAt`: when these were taken. */
  listUnread(blogId: BlogId, limit: number): { postId: PostId; takenAt: string }[]
  putReading(reading: { blogId: BlogId; postId: PostId; takenAt: string; pictures: readonly MarkupPicture[] }): void
  /** Each once, of posts that are on the blog. `isHere` counts those that went up from this laptop as well. */
  listWanted(blogId: BlogId): WantedPicture[]
  /** The copies on this laptop of what the blog's text of a post shows. */
  listHere(postId: PostId): { url: string; mediaId: MediaId }[]
  /** The copy of the picture at this address of the blog is the picture `mediaId`. */
  putCopy(blogId: BlogId, url: string, mediaId: MediaId): void
  putFault(blogId: BlogId, url: string, kind: string, at: UtcIso): void
  /** What all copies of the blog's pictures take on this laptop. */
  sumCopies(blogId: BlogId): number
}

const UPLOAD =
  'SELECT media_id FROM media_uploads WHERE media_uploads.blog_id = shown.blog_id AND remote_id = shown.remote_id'
const COPY =
  'SELECT media_id FROM blog_pictures WHERE blog_pictures.blog_id = shown.blog_id AND blog_pictures.url = shown.url'

export function createPictureRepository({ database }: Store): PictureRepository {
  const selectUnread = database.prepare<[string, number], { post_id: string; taken_at: string }>(`
    SELECT agreed.post_id, agreed.taken_at || coalesce(' ' || incoming.taken_at, '') AS taken_at FROM posts
    JOIN bases AS agreed INDEXED BY bases_taken ON agreed.post_id = posts.id AND agreed.which = 'agreed'
    LEFT JOIN bases AS incoming INDEXED BY bases_taken ON incoming.post_id = posts.id AND incoming.which = 'incoming'
    LEFT JOIN picture_readings ON picture_readings.post_id = posts.id
    WHERE posts.blog_id = ? AND picture_readings.taken_at IS NOT (agreed.taken_at || coalesce(' ' || incoming.taken_at, '')) LIMIT ?`)
  const upsertReading = database.prepare<[string, string]>(`
    INSERT INTO picture_readings (post_id, taken_at) VALUES (?, ?) ON CONFLICT (post_id) DO UPDATE SET taken_at = excluded.taken_at`)
  const deleteShown = database.prepare<[string]>('DELETE FROM post_pictures WHERE post_id = ?')
  const insertShown = database.prepare<[string, string, string, number | null, string]>(
    'INSERT INTO post_pictures (post_id, blog_id, url, remote_id, reading_url) VALUES (?, ?, ?, ?, ?)',
  )
  const selectWanted = database.prepare<[string], WantedRow>(`
    SELECT shown.url, max(shown.remote_id) AS remote_id, max(shown.reading_url) AS reading_url,
      max(EXISTS (${COPY}) OR EXISTS (${UPLOAD})) AS is_here,
      (SELECT kind FROM picture_faults WHERE picture_faults.blog_id = shown.blog_id AND picture_faults.url = shown.url) AS fault
    FROM post_pictures AS shown
    JOIN bases INDEXED BY bases_listed ON bases.post_id = shown.post_id AND bases.which = 'agreed' AND bases.status NOT IN ('trash', 'deleted')
    WHERE shown.blog_id = ? GROUP BY shown.url ORDER BY max(bases.published_at) DESC, shown.url`)
  const selectHere = database.prepare<[string], { url: string; media_id: string | null }>(
    `SELECT shown.url, coalesce((${UPLOAD} LIMIT 1), (${COPY})) AS media_id FROM post_pictures AS shown WHERE shown.post_id = ?`,
  )
  const upsertCopy = database.prepare<[string, string, string]>(`
    INSERT INTO blog_pictures (blog_id, url, media_id) VALUES (?, ?, ?)
    ON CONFLICT (blog_id, url) DO UPDATE SET media_id = excluded.media_id`)
  const upsertFault = database.prepare<[string, string, string, string]>(`
    INSERT INTO picture_faults (blog_id, url, kind, seen_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (blog_id, url) DO UPDATE SET kind = excluded.kind, seen_at = excluded.seen_at`)
  const deleteFault = database.prepare<[string, string]>('DELETE FROM picture_faults WHERE blog_id = ? AND url = ?')
  const selectSum = database
    .prepare<[string], number>(
      `
      SELECT coalesce(sum(size_bytes), 0) FROM media
      WHERE id IN (SELECT media_id FROM blog_pictures WHERE blog_id = ?)`,
    )
    .pluck()

  return {
    listUnread: (blogId, limit) =>
      selectUnread.all(blogId, limit).map((row) => ({
        postId: row.post_id as PostId,
        takenAt: row.taken_at,
      })),
    putReading({ blogId, postId, takenAt, pictures }) {
      deleteShown.run(postId)
      for (const { url, remoteId, readingUrl } of pictures) insertShown.run(postId, blogId, url, remoteId, readingUrl)
      upsertReading.run(postId, takenAt)
    },
    listWanted: (blogId) =>
      selectWanted.all(blogId).map((row) => ({
        url: row.url,
        remoteId: row.remote_id as RemoteMediaId | null,
        readingUrl: row.reading_url,
        isHere: row.is_here === 1,
        fault: row.fault,
      })),
    listHere: (postId) =>
      selectHere
        .all(postId)
        .flatMap(({ url, media_id }) => (media_id === null ? [] : [{ url, mediaId: media_id as MediaId }])),
    putCopy(blogId, url, mediaId) {
      upsertCopy.run(blogId, url, mediaId)
      deleteFault.run(blogId, url)
    },
    putFault(blogId, url, kind, at) {
      upsertFault.run(blogId, url, kind, at)
    },
    sumCopies: (blogId) => selectSum.get(blogId) ?? 0,
  }
}
