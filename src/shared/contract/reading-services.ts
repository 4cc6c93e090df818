import type { BlogId, FeedId, FeedItemId } from '../domain/ids.ts'
import type { Post } from '../domain/post.ts'
import type { Feed, FeedItem, FeedItemLine, ReadingDesk } from '../domain/reading.ts'

export interface ReadingService {
  /** By title. */
  desk(): ReadingDesk
  /** Newest first, without their text. Of a feed, or of all (null), those that belonged to a removed one among them. */
  items(feedId: FeedId | null): FeedItemLine[]
  item(itemId: FeedItemId): FeedItem
  /**
   * Reads the feed at an address, or the one that the page there names, and keeps it on the list. Throws `unreadable-feed`; then
   * nothing was changed.
   */
  add(address: string): Promise<Feed>
  /** Its items go with it, but for those beside which the person wrote. */
  remove(feedId: FeedId): void
  /** Fetches all of them now; resolves when that is done. What came in the way is each feed's `fault`. */
  fetchNow(): Promise<void>
  setRead(options: { itemIds: FeedItemId[]; isRead: boolean }): void
  /** Saved when this returns. */
  keepNote(options: { itemId: FeedItemId; note: string }): void
  keepReply(options: { itemId: FeedItemId; reply: string }): void
  /** The person says that the answer is on its page. */
  setAnswered(options: { itemId: FeedItemId; isAnswered: boolean }): void
  /** A new draft with the item's title, a quote of it and the way to its page. */
  writeAbout(options: { itemId: FeedItemId; blogId: BlogId }): Post
}
