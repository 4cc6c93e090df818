import { AppError } from '../../../shared/errors.ts'
import { decodeDocument } from './decode-document.ts'
import { fetchDocument, isWeb, unreadable, type DocumentRequest, type FetchedDocument } from './fetch-document.ts'
import { findFeedLink } from './find-feed-link.ts'
import { parseFeed, type ParsedFeed } from './parse-feed.ts'

export interface FetchedFeed {
  address: string
  feed: ParsedFeed
  etag: string | null
  lastModified: string | null
}

/** As a person types or pastes it, made absolute; without `http:` or `https:` it is the safe one. Throws `unreadable-feed`. */
export function readFeedAddress(typed: string): URL {
  const text = typed
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:/i, 'https:')
  const url = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]+:\d/.test(text) ? text : `https://${text}`)
  if (!url || /\s/.test(text) || !isWeb(url)) throw unreadable('bad-address')
  url.hash = ''
  return url
}

/** The feed at this address; null: it is as it was. Throws `unreadable-feed`. */
export async function fetchFeed(request: DocumentRequest): Promise<FetchedFeed | null> {
  const document = await fetchDocument(request)
  if (document === null) return null
  const feed = parsed(document)
  if (feed === null) throw unreadable('no-feed')
  return asFetched(request.url, document, feed)
}

/** The same for an address that may be that of a page which names its feed. */
export async function findFeed(request: DocumentRequest): Promise<FetchedFeed> {
  const document = await fetchDocument(request)
  if (document === null) throw unreadable('damaged')
  const feed = parsed(document)
  if (feed !== null) return asFetched(document.url, document, feed)
  const named = findFeedLink(decodeDocument(document.bytes, document.contentType), document.url)
  if (named === null || named === request.url) throw unreadable('no-feed')
  const found = await fetchFeed({ ...request, url: named })
  if (found === null) throw unreadable('damaged')
  return found
}

function parsed(document: FetchedDocument): ParsedFeed | null {
  try {
    return parseFeed(decodeDocument(document.bytes, document.contentType), document.url)
  } catch (error) {
    if (error instanceof AppError) throw unreadable('damaged', error)
    throw error
  }
}

const asFetched = (address: string, { etag, lastModified }: FetchedDocument, feed: ParsedFeed): FetchedFeed => ({
  address,
  feed,
  etag,
  lastModified,
})
