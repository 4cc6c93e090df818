import { utcIso, type UtcIso } from '../../../shared/domain/ids.ts'
import { withoutTurns } from '../../../shared/content/strange-letters.ts'
import { htmlToText } from '../../../shared/content/html-to-text.ts'
import type { RawItem } from './raw-feed.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { readXmlFeed } from './read-xml-feed.ts'
import { resolved } from './readable-html.ts'

export interface ParsedFeed {
  title: string
  siteUrl: string | null
  items: ParsedItem[]
}

export interface ParsedItem {
  guid: string
  url: string | null
  title: string
  authorName: string
  html: string
  hasFullText: boolean
  publishedAt: UtcIso | null
}

const LONGEST = { title: 500, name: 200, guid: 2000, html: 1_000_000 }

/** null when the text is no feed at all. Of a damaged one whatever could be read. */
export function parseFeed(text: string, address: string): ParsedFeed | null {
  const raw = /^\s*\{/.test(text) ? readJsonFeed(text) : readXmlFeed(text)
  if (raw === null) return null
  const siteUrl = webAddress(raw.siteUrl, address)
  return {
    title: plain(raw.title, LONGEST.title) || new URL(address).host,
    siteUrl,
    items: raw.items.flatMap((item) => toItem(item, siteUrl ?? address) ?? []),
  }
}

/** null for one that says nothing. */
function toItem(raw: RawItem, base: string): ParsedItem | null {
  const url = webAddress(raw.url, base)
  const [full, summary] = [raw.fullHtml.trim(), raw.summaryHtml.trim()]
  // One that is larger than any text is left to its page.
  const hasFullText = full !== '' && full.length <= LONGEST.html
  const html = hasFullText ? full : summary.length <= LONGEST.html ? summary : ''
  const title = plain(raw.title, LONGEST.title)
  if (title === '' && html === '' && url === null) return null
  return {
    guid: (raw.guid.trim() || url || `${title}\n${html.slice(0, 500)}`).slice(0, LONGEST.guid),
    url,
    title,
    authorName: plain(raw.authorName, LONGEST.name),
    html,
    hasFullText,
    publishedAt: momentOf(raw.date),
  }
}

const plain = (text: string, longest: number): string =>
  withoutTurns(htmlToText(text.slice(0, 20_000)))
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed()

/** Only what opens in a browser. */
function webAddress(address: string, base: string): string | null {
  const url = resolved(address, base)
  return url !== null && /^https?:/.test(url) ? url : null
}

/** RFC 822, as RSS has it, or RFC 3339. */
function momentOf(text: string): UtcIso | null {
  const at = new Date(Date.parse(text.trim()))
  const year = at.getUTCFullYear()
  return year >= 1970 && year <= 9999 ? utcIso(at) : null
}
