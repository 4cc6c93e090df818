import type { ReadingService } from '../../../shared/contract/reading-services.ts'
import type { PostsService } from '../../../shared/contract/services.ts'
import { utcIso, type FeedId } from '../../../shared/domain/ids.ts'
import { MOST_FEEDS, type Feed, type ReadingDesk } from '../../../shared/domain/reading.ts'
import { AppError, isAppError } from '../../../shared/errors.ts'
import type { BlogLines } from '../blogs/blog-lines.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { newId } from '../new-id.ts'
import type { Clock, Fetch, Log, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredFeed } from '../store/feed-repository.ts'
import { draftAbout } from './draft-about.ts'
import { unreadable } from './fetch-document.ts'
import { fetchFeed, findFeed, readFeedAddress } from './fetch-feed.ts'
import { onWebOnly } from './on-web-only.ts'
import { isPrivateHost } from './private-address.ts'
import { takeFeed } from './take-feed.ts'

/** Sites do not like to be asked more often, and blogs do not change so fast. */
const FETCHED_EVERY_MS = 30 * 60_000

/** The feeds that are read here: fetched with the syncs, kept for the time without a line. */
export function createReadingService(ports: {
  desk: Desk
  clock: Clock
  random: Random
  feed: ChangeFeed
  log: Log
  lines: BlogLines
  posts: PostsService
  /** On a line that costs feeds wait until they are asked for. */
  isLineCostly: () => boolean
}): ReadingService & {
  /** There was a line just now: fetches what is due, all of it where a person asked. Never throws. */
  followSync(isAsked: boolean): void
  close(): Promise<void>
} {
  const { desk, clock, random, log, lines, posts } = ports
  const abort = new AbortController()
  let progress: ReadingDesk['progress'] = null
  let running: Promise<void> | null = null
  const told = (): void => ports.feed.emit({ topic: 'reading' })

  /** The person's own blog may be anywhere, also on this laptop; everything else is on the web. */
  const wayTo = (url: URL): Fetch => {
    const own = desk.blogs
      .listBlogs()
      .find((blog) => blog.kind !== 'archive' && URL.parse(blog.url)?.origin === url.origin)
    if (own) return lines.fetchFor(own.kind)
    if (isPrivateHost(url.hostname)) throw unreadable('private-address')
    return onWebOnly(lines.fetchFor('wordpress'))
  }
  const request = (url: string) => ({ url, wayTo, clock, signal: abort.signal })

  const renew = async (known: StoredFeed): Promise<void> => {
    const checkedAt = utcIso(clock.now())
    try {
      const fetched = await fetchFeed({ ...request(known.address), known })
      if (abort.signal.aborted || !isListed(known.id)) return
      if (fetched) takeFeed(ports, known, fetched)
      else desk.transaction(() => desk.feeds.putFeed({ ...known, checkedAt, fetchedAt: checkedAt, fault: null }))
    } catch (error) {
      if (abort.signal.aborted || !isListed(known.id)) return
      const fault = isAppError(error) && error.data.kind === 'unreadable-feed' ? error.data.why : 'damaged'
      if (!isAppError(error)) log.error('feed-failed', { name: error instanceof Error ? error.name : 'unknown' })
      // What cannot even be written down is said by the next thing that is saved.
      if (isAppError(error) && error.data.kind === 'database') throw error
      desk.transaction(() => desk.feeds.putFeed({ ...known, checkedAt, fault }))
    }
  }
  const isListed = (id: FeedId): boolean => desk.feeds.listFeeds().some((each) => each.id === id)

  const fetchThese = async (due: StoredFeed[]): Promise<void> => {
    progress = { doneCount: 0, totalCount: due.length }
    told()
    try {
      for (const each of due) {
        if (abort.signal.aborted) return
        await renew(each)
        progress = { doneCount: progress.doneCount + 1, totalCount: due.length }
        told()
      }
    } finally {
      progress = null
      told()
    }
  }

  /** One after the other, and never two of these at once. */
  const begin = (due: StoredFeed[]): Promise<void> => {
    running ??= fetchThese(due).finally(() => {
      running = null
    })
    return running
  }

  const withCounts = (): Feed[] => {
    const counts = desk.feeds.countItems()
    return desk.feeds.listFeeds().map(({ id, address, title, siteUrl, addedAt, fetchedAt, fault }) => ({
      id,
      address,
      title,
      siteUrl,
      addedAt,
      fetchedAt,
      fault,
      ...(counts.get(id) ?? { unreadCount: 0, itemCount: 0 }),
    }))
  }

  return {
    desk: () => ({ feeds: withCounts(), progress }),
    items: (feedId) => desk.feeds.listItems(feedId),
    item: (itemId) => desk.feeds.getItem(itemId),
    async add(address) {
      const url = readFeedAddress(address)
      if (desk.feeds.listFeeds().length >= MOST_FEEDS) throw unreadable('too-many')
      const found = await findFeed(request(url.href))
      if (desk.feeds.findByAddress(found.address)) throw unreadable('known-already')
      const id = newId<FeedId>(random)
      const now = utcIso(clock.now())
      const begun = { title: found.feed.title, siteUrl: null, etag: null, lastModified: null, checkedAt: null }
      takeFeed(ports, { ...begun, id, address: found.address, addedAt: now, fetchedAt: null, fault: null }, found)
      told()
      const added = withCounts().find((each) => each.id === id)
      if (!added) throw new AppError({ kind: 'no-such-item', what: 'feed' })
      return added
    },
    remove(feedId) {
      desk.transaction(() => {
        desk.feeds.getFeed(feedId)
        desk.feeds.removeFeed(feedId)
      })
      told()
    },
    fetchNow: () => begin(desk.feeds.listFeeds()),
    setRead({ itemIds, isRead }) {
      desk.transaction(() => desk.feeds.setRead(itemIds, isRead))
      told()
    },
    keepNote({ itemId, note }) {
      desk.transaction(() => desk.feeds.setNote(itemId, note))
      told()
    },
    keepReply({ itemId, reply }) {
      desk.transaction(() => desk.feeds.setReply(itemId, reply))
      told()
    },
    setAnswered({ itemId, isAnswered }) {
      desk.transaction(() => desk.feeds.setAnswered(itemId, isAnswered))
      told()
    },
    writeAbout({ itemId, blogId }) {
      if (desk.archives.isArchive(blogId)) throw new AppError({ kind: 'not-allowed-now', why: 'an-archive' })
      return draftAbout(posts, desk.feeds.getItem(itemId), blogId)
    },
    followSync(isAsked) {
      if (running || abort.signal.aborted || (!isAsked && ports.isLineCostly())) return
      const dueBefore = utcIso(new Date(clock.now().getTime() - FETCHED_EVERY_MS))
      const due = desk.feeds
        .listFeeds()
        .filter(({ checkedAt }) => isAsked || checkedAt === null || checkedAt <= dueBefore)
      if (due.length === 0) return
      begin(due).catch((error: unknown) =>
        log.error('feeds-failed', { name: error instanceof Error ? error.name : 'unknown' }),
      )
    },
    async close() {
      abort.abort()
      await running?.catch(() => undefined)
    },
  }
}
