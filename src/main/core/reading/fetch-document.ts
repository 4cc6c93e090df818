import type { FeedFault } from '../../../shared/domain/reading.ts'
import { AppError } from '../../../shared/errors.ts'
import { lineError } from '../line-errors.ts'
import type { Clock, Fetch } from '../ports.ts'

const MAX_BYTES = 8 * 1024 * 1024
const MAX_REDIRECTS = 5
/** Of silence, and of all in all. */
const SILENCE_MS = 20_000
const WHOLE_MS = 90_000

export interface FetchedDocument {
  /** Where it was in the end. */
  url: string
  contentType: string
  bytes: Uint8Array
  etag: string | null
  lastModified: string | null
}

export interface DocumentRequest {
  url: string
  /** The way out to an address; throws `unreadable-feed` for one to which none leads. */
  wayTo: (url: URL) => Fetch
  clock: Clock
  signal: AbortSignal
  /** What is known of the last answer: the site may say that it still holds. */
  known?: { etag: string | null; lastModified: string | null }
}

/**
 * What stands at an address, asked for as any stranger does: no cookie, no password, no referrer. Redirects are followed a few
 * times, each looked at as the first address was. null: it is as it was. Throws `unreadable-feed`.
 */
export async function fetchDocument(request: DocumentRequest): Promise<FetchedDocument | null> {
  const { clock, signal } = request
  const abort = new AbortController()
  const giveUp = (): void => abort.abort(new DOMException('silence', 'TimeoutError'))
  let cancelSilence = clock.after(SILENCE_MS, giveUp)
  const cancelWhole = clock.after(WHOLE_MS, giveUp)
  const heard = (): void => {
    cancelSilence()
    cancelSilence = clock.after(SILENCE_MS, giveUp)
  }
  try {
    return await follow(request, AbortSignal.any([abort.signal, signal]), heard)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw unreadable(faultOf(error), error)
  } finally {
    cancelSilence()
    cancelWhole()
  }
}

async function follow(
  { url, wayTo, known }: DocumentRequest,
  signal: AbortSignal,
  heard: () => void,
): Promise<FetchedDocument | null> {
  let at = new URL(url)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await wayTo(at)(at.href, {
      headers: {
        accept:
          'application/rss+xml, application/atom+xml, application/feed+json, application/xml, text/html;q=0.5, */*;q=0.1',
        ...(known?.etag ? { 'if-none-match': known.etag } : {}),
        ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
      },
      redirect: 'manual',
      credentials: 'omit',
      signal,
    })
    heard()
    if (response.status === 304) return null
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      at = nextAddress(at, response.headers.get('location'))
      continue
    }
    if (response.status !== 200) {
      await response.body?.cancel()
      throw unreadable(faultOfStatus(response.status))
    }
    return {
      url: at.href,
      contentType: response.headers.get('content-type') ?? '',
      bytes: await bounded(response, heard),
      etag: headerOf(response, 'etag'),
      lastModified: headerOf(response, 'last-modified'),
    }
  }
  throw unreadable('redirected')
}

/** Never from an address that nobody on the way can read to one that anybody can. */
function nextAddress(from: URL, location: string | null): URL {
  const to = URL.parse(location ?? '', from.href)
  if (!to || !isWeb(to) || (from.protocol === 'https:' && to.protocol !== 'https:')) throw unreadable('redirected')
  to.hash = ''
  return to
}

export const isWeb = (url: URL): boolean =>
  (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === ''

async function bounded(response: Response, heard: () => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  // As unpacked: a small file may swell.
  for await (const chunk of response.body ?? []) {
    heard()
    sizeBytes += chunk.byteLength
    if (sizeBytes > MAX_BYTES) throw unreadable('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const headerOf = (response: Response, name: string): string | null => {
  const value = response.headers.get(name)
  return value === null || value.length > 500 ? null : value
}

function faultOfStatus(status: number): FeedFault {
  if (status === 404 || status === 410) return 'gone'
  return status === 408 || status === 429 || status >= 500 ? 'unavailable' : 'refused'
}

function faultOf(thrown: unknown): FeedFault {
  const { kind } = lineError(thrown)
  return kind === 'offline' || kind === 'insecure-line' || kind === 'timeout' ? kind : 'unavailable'
}

export const unreadable = (why: FeedFault, cause?: unknown): AppError =>
  new AppError({ kind: 'unreadable-feed', why }, { cause })
