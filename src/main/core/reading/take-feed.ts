import { htmlToText } from '../../../shared/content/html-to-text.ts'
import { textDirection } from '../../../shared/content/text-direction.ts'
import { utcIso, type FeedItemId, type UtcIso } from '../../../shared/domain/ids.ts'
import { KEPT_ITEMS } from '../../../shared/domain/reading.ts'
import { newId } from '../new-id.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { IncomingItem, StoredFeed } from '../store/feed-repository.ts'
import type { FetchedFeed } from './fetch-feed.ts'
import type { ParsedItem } from './parse-feed.ts'
import { readableHtml } from './readable-html.ts'

const FIRST_WORDS = 200

/**
 * Keeps a feed as it was just fetched, with the newest of its items. What the person has read and wrote stays. One transaction;
 * the items are made ready before it, so that no save waits for them.
 */
export function takeFeed(
  { desk, clock, random }: { desk: Desk; clock: Clock; random: Random },
  known: StoredFeed,
  { feed, etag, lastModified }: FetchedFeed,
): void {
  const now = clock.now()
  const items = newest(feed.items, now).map((item) => toIncoming(item, feed.siteUrl, random))
  const renewed: StoredFeed = {
    ...known,
    title: feed.title,
    siteUrl: feed.siteUrl,
    etag,
    lastModified,
    checkedAt: utcIso(now),
    fetchedAt: utcIso(now),
    fault: null,
  }
  desk.transaction(() => {
    desk.feeds.putFeed(renewed)
    // An undated one stands where the feed has it: the first is the newest.
    for (const [at, item] of items.entries()) desk.feeds.putItem(renewed, item, utcIso(new Date(now.getTime() - at)))
    desk.feeds.dropOld(known.id, KEPT_ITEMS)
  })
}

/** Those that would be dropped again are not even taken. An item cannot be of tomorrow. */
function newest(items: readonly ParsedItem[], now: Date): ParsedItem[] {
  const latest = utcIso(now)
  const timeOf = ({ publishedAt }: ParsedItem): UtcIso => publishedAt ?? latest
  return items
    .map((item) => (timeOf(item) > latest ? { ...item, publishedAt: latest } : item))
    .toSorted((one, other) => (timeOf(one) < timeOf(other) ? 1 : timeOf(one) > timeOf(other) ? -1 : 0))
    .slice(0, KEPT_ITEMS)
}

function toIncoming(item: ParsedItem, siteUrl: string | null, random: Random): IncomingItem {
  const html = readable(item.html, item.url ?? siteUrl)
  const firstWords = htmlToText(html).replaceAll(/\s+/gu, ' ').trim().slice(0, FIRST_WORDS).toWellFormed()
  return {
    ...item,
    id: newId<FeedItemId>(random),
    html,
    firstWords,
    direction: textDirection(item.title) ?? textDirection(firstWords) ?? 'ltr',
  }
}

/** A text that is more tags than words costs itself, not the feed. */
function readable(html: string, base: string | null): string {
  try {
    return readableHtml(html, base).toWellFormed()
  } catch {
    return ''
  }
}
