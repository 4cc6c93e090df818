import type { TextDirection } from '../content/document.ts'
import type { FeedId, FeedItemId, UtcIso } from './ids.ts'

/** Why a feed could not be read. What was read before is kept in every case. */
export type FeedFault =
  | 'bad-address'
  /** A device of the network this laptop is on, or the laptop itself. */
  | 'private-address'
  | 'offline'
  | 'insecure-line'
  | 'timeout'
  /** It led on and on, or from a safe address to one that is not. */
  | 'redirected'
  | 'gone'
  | 'refused'
  | 'unavailable'
  | 'too-large'
  /** What answers is no feed, and names none. */
  | 'no-feed'
  | 'damaged'
  | 'known-already'
  | 'too-many'

export interface Feed {
  id: FeedId
  /** Where it is fetched. */
  address: string
  title: string
  /** The page for readers. */
  siteUrl: string | null
  addedAt: UtcIso
  /** When it was read last. */
  fetchedAt: UtcIso | null
  /** What came in the way the last time. */
  fault: FeedFault | null
  unreadCount: number
  itemCount: number
}

export interface ReadingDesk {
  feeds: Feed[]
  /** Set while feeds are being fetched. */
  progress: { doneCount: number; totalCount: number } | null
}

export const READING_VIEWS = ['all', 'unread', 'noted', 'to-answer'] as const
export type ReadingView = (typeof READING_VIEWS)[number]

export const isShownIn: Record<ReadingView, (item: FeedItemLine) => boolean> = {
  all: () => true,
  unread: ({ isRead }) => !isRead,
  noted: ({ hasNote }) => hasNote,
  'to-answer': ({ isToAnswer }) => isToAnswer,
}

/** What a line of the list needs. */
export interface FeedItemLine {
  id: FeedItemId
  /** null once its feed was removed. */
  feedId: FeedId | null
  feedTitle: string
  title: string
  authorName: string
  /** How it begins, without markup. */
  firstWords: string
  direction: TextDirection
  publishedAt: UtcIso
  isRead: boolean
  hasNote: boolean
  /** An answer was begun that is not on its page yet. */
  isToAnswer: boolean
}

export interface FeedItem extends FeedItemLine {
  /** Untrusted HTML: only ever shown through the sanitiser. */
  html: string
  /** Else the feed has no more than its beginning. */
  hasFullText: boolean
  /** Its page, for the person's own browser; only ever http or https. */
  url: string | null
  /** The person's own words. */
  note: string
  /** What the person wants to answer on its page. */
  reply: string
  isAnswered: boolean
}

/** A short list. */
export const MOST_FEEDS = 50
/** The newest of each feed; those beside which the person wrote stay. */
export const KEPT_ITEMS = 200
