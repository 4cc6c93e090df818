import type { TextDirection } from '../../../shared/content/document.ts'
import type { FeedId, FeedItemId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Feed, FeedFault, FeedItem, FeedItemLine } from '../../../shared/domain/reading.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Store } from './open-store.ts'

/** What the site wants to hear of the last answer, and when that was. */
export interface StoredFeed extends Omit<Feed, 'unreadCount' | 'itemCount'> {
  etag: string | null
  lastModified: string | null
  /** When it was last asked, whatever came of it. */
  checkedAt: UtcIso | null
}

/** An item as the feed has it. */
export interface IncomingItem {
  id: FeedItemId
  guid: string
  url: string | null
  title: string
  authorName: string
  html: string
  hasFullText: boolean
  firstWords: string
  direction: TextDirection
  /** null: the feed does not say. */
  publishedAt: UtcIso | null
}

interface FeedRow {
  id: string
  address: string
  title: string
  site_url: string | null
  added_at: string
  etag: string | null
  last_modified: string | null
  checked_at: string | null
  fetched_at: string | null
  fault: string | null
}
interface LineRow {
  id: string
  feed_id: string | null
  feed_title: string
  title: string
  author_name: string
  first_words: string
  direction: string
  published_at: string
  is_read: number
  note: string
  reply: string
  is_answered: number
}
interface ItemRow extends LineRow {
  html: string
  has_full_text: number
  url: string | null
}

export interface FeedRepository {
  listFeeds(): StoredFeed[]
  countItems(): Map<FeedId, { unreadCount: number; itemCount: number }>
  findByAddress(address: string): StoredFeed | null
  getFeed(id: FeedId): StoredFeed
  /** Inserts it, or renews it under its id. Items that outlived a feed of this address are its again. */
  putFeed(feed: StoredFeed): void
  /** What the person wrote beside an item stays, with the item. */
  removeFeed(id: FeedId): void
  listItems(feedId: FeedId | null): FeedItemLine[]
  getItem(id: FeedItemId): FeedItem
  /** Inserts, or renews what the feed says; read stays read, and an undated item keeps the time it first came (`now`). */
  putItem(feed: Pick<StoredFeed, 'id' | 'address' | 'title'>, item: IncomingItem, now: UtcIso): void
  /** All but the newest, and those beside which the person wrote. */
  dropOld(feedId: FeedId, keptCount: number): void
  setRead(ids: FeedItemId[], isRead: boolean): void
  setNote(id: FeedItemId, note: string): void
  /** Other words are not answered yet. */
  setReply(id: FeedItemId, reply: string): void
  setAnswered(id: FeedItemId, isAnswered: boolean): void
}

const LINE =
  'id, feed_id, feed_title, title, author_name, first_words, direction, published_at, is_read, note, reply, is_answered'

export function createFeedRepository({ database }: Store): FeedRepository {
  const selectFeeds = database.prepare<[], FeedRow>('SELECT * FROM feeds ORDER BY title COLLATE NOCASE, id')
  const selectFeed = database.prepare<[string], FeedRow>('SELECT * FROM feeds WHERE id = ?')
  const selectByAddress = database.prepare<[string], FeedRow>('SELECT * FROM feeds WHERE address = ?')
  const selectCounts = database.prepare<[], { feed_id: string; unread: number; items: number }>(
    'SELECT feed_id, sum(is_read = 0) AS unread, count(*) AS items FROM feed_items WHERE feed_id IS NOT NULL GROUP BY feed_id',
  )
  const upsertFeed = database.prepare<[FeedRow]>(`
    INSERT INTO feeds (id, address, title, site_url, added_at, etag, last_modified, checked_at, fetched_at, fault)
    VALUES (@id, @address, @title, @site_url, @added_at, @etag, @last_modified, @checked_at, @fetched_at, @fault)
    ON CONFLICT (id) DO UPDATE SET title = @title, site_url = @site_url, etag = @etag, last_modified = @last_modified,
      checked_at = @checked_at, fetched_at = @fetched_at, fault = @fault`)
  const adopt = database.prepare<[string, string, string]>(
    'UPDATE feed_items SET feed_id = ?, feed_title = ? WHERE feed_id IS NULL AND feed_address = ?',
  )
  const removeItems = database.prepare<[string]>(
    "DELETE FROM feed_items WHERE feed_id = ? AND note = '' AND reply = ''",
  )
  const removeFeed = database.prepare<[string]>('DELETE FROM feeds WHERE id = ?')
  const selectAll = database.prepare<[], LineRow>(`SELECT ${LINE} FROM feed_items ORDER BY published_at DESC, rowid`)
  const selectOfFeed = database.prepare<[string], LineRow>(
    `SELECT ${LINE} FROM feed_items WHERE feed_id = ? ORDER BY published_at DESC, rowid`,
  )
  const selectItem = database.prepare<[string], ItemRow>(
    `SELECT ${LINE}, html, has_full_text, url FROM feed_items WHERE id = ?`,
  )
  const upsertItem = database.prepare<[Record<string, string | number | null>]>(`
    INSERT INTO feed_items (id, feed_id, feed_address, feed_title, guid, url, title, author_name, html, has_full_text, first_words, direction, published_at)
    VALUES (@id, @feed_id, @feed_address, @feed_title, @guid, @url, @title, @author_name, @html, @has_full_text, @first_words, @direction, coalesce(@published_at, @now))
    ON CONFLICT (feed_address, guid) DO UPDATE SET feed_id = @feed_id, feed_title = @feed_title, url = @url, title = @title,
      author_name = @author_name, html = @html, has_full_text = @has_full_text, first_words = @first_words, direction = @direction,
      published_at = coalesce(@published_at, published_at)`)
  const removeOld = database.prepare<[string, string, number]>(`
    DELETE FROM feed_items WHERE feed_id = ? AND note = '' AND reply = '' AND id NOT IN
      (SELECT id FROM feed_items WHERE feed_id = ? ORDER BY published_at DESC, rowid LIMIT ?)`)
  const updateRead = database.prepare<[number, string]>('UPDATE feed_items SET is_read = ? WHERE id = ?')
  const updateNote = database.prepare<[string, string]>('UPDATE feed_items SET note = ? WHERE id = ?')
  const updateReply = database.prepare<[string, string, string]>(
    'UPDATE feed_items SET is_answered = iif(reply = ?, is_answered, 0), reply = ? WHERE id = ?',
  )
  const updateAnswered = database.prepare<[number, string]>('UPDATE feed_items SET is_answered = ? WHERE id = ?')

  const known = <Row>(row: Row | undefined, what: 'feed' | 'item'): Row => {
    if (!row) throw new AppError({ kind: 'no-such-item', what })
    return row
  }
  const changed = ({ changes }: { changes: number }): void => {
    if (changes === 0) throw new AppError({ kind: 'no-such-item', what: 'item' })
  }

  return {
    listFeeds: () => selectFeeds.all().map(toFeed),
    countItems: () =>
      new Map(
        selectCounts
          .all()
          .map(({ feed_id, unread, items }) => [feed_id as FeedId, { unreadCount: unread, itemCount: items }]),
      ),
    findByAddress(address) {
      const row = selectByAddress.get(address)
      return row ? toFeed(row) : null
    },
    getFeed: (id) => toFeed(known(selectFeed.get(id), 'feed')),
    putFeed(feed) {
      upsertFeed.run({
        id: feed.id,
        address: feed.address,
        title: feed.title,
        site_url: feed.siteUrl,
        added_at: feed.addedAt,
        etag: feed.etag,
        last_modified: feed.lastModified,
        checked_at: feed.checkedAt,
        fetched_at: feed.fetchedAt,
        fault: feed.fault,
      })
      adopt.run(feed.id, feed.title, feed.address)
    },
    removeFeed(id) {
      removeItems.run(id)
      removeFeed.run(id)
    },
    listItems: (feedId) => (feedId === null ? selectAll.all() : selectOfFeed.all(feedId)).map(toLine),
    getItem(id) {
      const row = known(selectItem.get(id), 'item')
      return {
        ...toLine(row),
        html: row.html,
        hasFullText: row.has_full_text === 1,
        url: row.url,
        note: row.note,
        reply: row.reply,
        isAnswered: row.is_answered === 1,
      }
    },
    putItem(feed, item, now) {
      upsertItem.run({
        id: item.id,
        feed_id: feed.id,
        feed_address: feed.address,
        feed_title: feed.title,
        guid: item.guid,
        url: item.url,
        title: item.title,
        author_name: item.authorName,
        html: item.html,
        has_full_text: item.hasFullText ? 1 : 0,
        first_words: item.firstWords,
        direction: item.direction,
        published_at: item.publishedAt,
        now,
      })
    },
    dropOld: (feedId, keptCount) => void removeOld.run(feedId, feedId, keptCount),
    setRead(ids, isRead) {
      for (const id of ids) updateRead.run(isRead ? 1 : 0, id)
    },
    setNote: (id, note) => changed(updateNote.run(note, id)),
    setReply: (id, reply) => changed(updateReply.run(reply, reply, id)),
    setAnswered: (id, isAnswered) => changed(updateAnswered.run(isAnswered ? 1 : 0, id)),
  }
}

const toFeed = (row: FeedRow): StoredFeed => ({
  id: row.id as FeedId,
  address: row.address,
  title: row.title,
  siteUrl: row.site_url,
  addedAt: row.added_at as UtcIso,
  etag: row.etag,
  lastModified: row.last_modified,
  checkedAt: row.checked_at as UtcIso | null,
  fetchedAt: row.fetched_at as UtcIso | null,
  fault: row.fault as FeedFault | null,
})

const toLine = (row: LineRow): FeedItemLine => ({
  id: row.id as FeedItemId,
  feedId: row.feed_id as FeedId | null,
  feedTitle: row.feed_title,
  title: row.title,
  authorName: row.author_name,
  firstWords: row.first_words,
  direction: row.direction as TextDirection,
  publishedAt: row.published_at as UtcIso,
  isRead: row.is_read === 1,
  hasNote: row.note !== '',
  isToAnswer: row.reply !== '' && row.is_answered === 0,
})
