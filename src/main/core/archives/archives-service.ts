import type { ArchivesService } from '../../../shared/contract/interchange-services.ts'
import type { PostsService } from '../../../shared/contract/services.ts'
import { utcIso, type BlogId } from '../../../shared/domain/ids.ts'
import type { ArchiveReport } from '../../../shared/domain/interchange.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { toBlog } from '../blogs/to-blog.ts'
import type { PreparedFiles } from '../interchange/prepared-files.ts'
import { newId } from '../new-id.ts'
import { refuseExport } from '../policy/refuse-by-policy.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import { breathe } from '../sync/pull-ports.ts'
import { copyToBlog } from './copy-to-blog.ts'
import { exportBlog } from './export-blog.ts'
import { createWxrReader, type WxrReader } from './read-wxr.ts'
import { ItemTaker, type TakingPorts } from './take-items.ts'
import type { WxrItem } from './wxr.ts'

const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024
/** So many that a save waits no longer than a key is held. */
const ITEMS_AT_ONCE = 20
const POSTS_REMOVED_AT_ONCE = 60

interface Opening {
  reader: WxrReader
  taker: ItemTaker
  fileName: string
  blog: StoredBlog
  zone: string | null
}

interface ArchivesPorts extends TakingPorts {
  feed: ChangeFeed
  posts: PostsService
  prepared: PreparedFiles
}

/**
 * Exports of whole blogs, opened to be read. The window hands the file over part by part, so its progress is the window's to
 * tell, and saves go between two parts. Until the end of the file nobody sees anything of it, and what cannot be read to its
 * end leaves nothing.
 */
export function createArchivesService(ports: ArchivesPorts): ArchivesService & { close(): void } {
  const { desk, clock, random, feed } = ports
  const openings = new Map<BlogId, Opening>()
  const closing = new AbortController()

  const remove = async (blogId: BlogId): Promise<void> => {
    while (desk.transaction(() => desk.archives.removeSomePosts(blogId, POSTS_REMOVED_AT_ONCE))) await breathe()
    desk.transaction(() => desk.archives.removeArchive(blogId))
  }
  // What a stop of the program left half.
  for (const blogId of desk.archives.listUnfinished()) {
    while (desk.transaction(() => desk.archives.removeSomePosts(blogId, POSTS_REMOVED_AT_ONCE)));
    desk.transaction(() => desk.archives.removeArchive(blogId))
  }

  const openingOf = (archiveId: BlogId): Opening => {
    const opening = openings.get(archiveId)
    if (!opening) throw new AppError({ kind: 'no-such-item', what: 'blog' })
    return opening
  }

  const giveUp = async (archiveId: BlogId): Promise<void> => {
    openings.delete(archiveId)
    await remove(archiveId)
  }

  const take = async (archiveId: BlogId, read: (reader: WxrReader) => WxrItem[]): Promise<void> => {
    const opening = openingOf(archiveId)
    try {
      const items = read(opening.reader)
      // The latest: a blog may have moved, and its clock goes by the season.
      opening.zone = items.map(offsetOf).findLast((zone) => zone !== null) ?? opening.zone
      for (let at = 0; at < items.length && openings.has(archiveId); at += ITEMS_AT_ONCE) {
        desk.transaction(() => opening.taker.take(items.slice(at, at + ITEMS_AT_ONCE), opening.reader.site))
        await breathe()
      }
    } catch (error) {
      await giveUp(archiveId)
      throw error
    }
  }

  return {
    begin({ fileName, sizeBytes }) {
      if (sizeBytes > MAX_FILE_BYTES) throw new AppError({ kind: 'unreadable-file', fileName, why: 'too-large' })
      const blogId = newId<BlogId>(random)
      const blog = emptyArchive(blogId, fileName)
      desk.transaction(() => {
        desk.blogs.putBlog(blog)
        desk.archives.addArchive({ blogId, fileName, exportedAt: null, openedAt: utcIso(clock.now()) })
      })
      const taker = new ItemTaker(ports, blog)
      openings.set(blogId, { reader: createWxrReader(fileName), taker, fileName, blog, zone: null })
      return { archiveId: blogId }
    },
    async feed({ archiveId, bytes }) {
      await take(archiveId, (reader) => reader.write(bytes))
      return openingOf(archiveId).taker.counts
    },
    async finish(archiveId) {
      await take(archiveId, (reader) => reader.end())
      const { reader, taker, fileName, blog, zone } = openingOf(archiveId)
      openings.delete(archiveId)
      const { title, url } = reader.site
      desk.transaction(() => {
        // An export of an empty blog, whose terms nobody took yet.
        taker.take([], reader.site)
        desk.blogs.putBlog({
          ...blog,
          name: title.trim() || fileName,
          url: URL.canParse(url) ? url : blog.url,
          ...(zone === null ? {} : { timeZone: zone, gmtOffsetHours: hoursOf(zone) }),
        })
        desk.archives.markWhole(archiveId)
      })
      feed.emit({ topic: 'blogs' })
      feed.emit({ topic: 'posts', blogId: archiveId, postId: null })
      return { blog: toBlog(desk.blogs.getBlog(archiveId)), report: taker.counts satisfies ArchiveReport }
    },
    async cancel(archiveId) {
      if (openings.has(archiveId)) await giveUp(archiveId)
    },
    async remove(blogId) {
      if (!desk.archives.isArchive(blogId)) throw new AppError({ kind: 'no-such-item', what: 'blog' })
      await remove(blogId)
      feed.emit({ topic: 'blogs' })
    },
    copyPost: ({ postId, blogId }) => copyToBlog(ports, postId, blogId),
    async exportBlog(blogId) {
      refuseExport(desk, 'blog')
      return exportBlog(ports, blogId)
    },
    close: () => closing.abort(),
  }
}

function emptyArchive(id: BlogId, fileName: string): StoredBlog {
  return {
    id,
    kind: 'archive',
    name: fileName,
    url: 'https://archive.invalid/',
    restRoot: '',
    userName: `archive ${id}`,
    remoteUserId: 0 as StoredBlog['remoteUserId'],
    displayName: '',
    roles: [],
    rights: {
      canPublish: false,
      canUploadMedia: false,
      canModerateComments: false,
      canEditOthersPosts: false,
      canWriteUnfilteredHtml: false,
    },
    timeZone: 'UTC',
    gmtOffsetHours: 0,
    isSignedIn: false,
    postsCursor: null,
    pagesCursor: null,
    commentsCursor: null,
    termsPulledAt: null,
    lastSyncedAt: null,
  }
}

/** An export does not name the blog's zone; the two times of a post differ by it. `UTC+07:00`. */
function offsetOf({ type, date, dateGmt }: WxrItem): string | null {
  // What an installation makes of itself has one time for both.
  if (type !== 'post' && type !== 'page' && type !== 'attachment') return null
  const minutes = (Date.parse(`${date.replace(' ', 'T')}Z`) - Date.parse(`${dateGmt.replace(' ', 'T')}Z`)) / 60_000
  if (!Number.isFinite(minutes) || Math.abs(minutes) > 14 * 60 || date.startsWith('0000')) return null
  const two = (part: number): string => String(Math.trunc(part)).padStart(2, '0')
  const size = Math.abs(minutes)
  return minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`
}

function hoursOf(zone: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^UTC([+-])(\d\d):(\d\d)$/.exec(zone) ?? []
  return (Number(hours) + Number(minutes) / 60) * (sign === '-' ? -1 : 1)
}
