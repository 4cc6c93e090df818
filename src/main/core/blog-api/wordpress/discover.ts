import { AppError, isAppError, type NotTheBlogReason } from '../../../../shared/errors.ts'
import type { Fetch } from '../../ports.ts'
import type { BlogDescription } from '../blog-api.ts'
import { answerError, withoutWww, type Answer } from './answer-errors.ts'
import { isSafe, madeSafe, mayLead, notTheBlog, readBlogAddress } from './blog-address.ts'
import { exchange } from './http.ts'
import { INDEX_FIELDS, readIndex } from './read-index.ts'
import { restUrl } from './rest-root.ts'

/** One request without signing in. */
export type Ask = (method: 'GET' | 'HEAD', url: URL) => Promise<Answer>

const REST_RELATION = 'https://api.w.org/'
const MAX_REDIRECTS = 5

/**
 * Finds the REST root behind an address as a person gives it, and what the blog says of itself. Signs in nowhere.
 * Throws `not-the-blog` with why, or what the line said (`offline`, `insecure-line`, `unavailable` …).
 */
export async function discoverBlog(options: {
  address: string
  fetch: Fetch
  timeoutMs?: number
}): Promise<BlogDescription> {
  const ask: Ask = (method, url) => exchange({ method, url: url.href }, options)
  const { home, page, linkedRoot } = await findHome(ask, readBlogAddress(options.address))
  const failures: { answer: Answer; error: AppError }[] = []
  for (const root of restRootsOf({ home, linkedRoot })) {
    const answer = await ask('GET', new URL(restUrl(root, '', { _fields: INDEX_FIELDS })))
    try {
      return readIndex(answer, root)
    } catch (error) {
      if (!isAppError(error) || error.data.kind !== 'not-the-blog') throw error
      failures.push({ answer, error })
    }
  }
  // WordPress's own refusal says more than any page; a root that was named says more than a guessed one.
  const refusal = failures.find(
    ({ answer, error }) => answer.json !== undefined && whyOf(error) === 'rest-disabled',
  )?.error
  const first = failures[0]?.error
  throw refusal ?? (linkedRoot === null && page.status < 300 ? explainPage(page, first) : first)
}

export interface FrontPage {
  home: URL
  page: Answer
  linkedRoot: string | null
}

/** Where the REST interface may be, the likeliest first. */
export function restRootsOf({ home, linkedRoot }: Pick<FrontPage, 'home' | 'linkedRoot'>): string[] {
  // Some servers lack the rewrite rule behind wp-json; the plain form works without it.
  const guessed = [new URL('wp-json/', home).href, new URL('?rest_route=/', home).href]
  return [...new Set(linkedRoot === null ? guessed : [linkedRoot, ...guessed])]
}

/** The front page, after redirects that stay on the blog's own host, and the REST root it names. Throws as discoverBlog does. */
export async function findHome(ask: Ask, address: URL): Promise<FrontPage> {
  let home = address
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const page = await askForPage(ask, home)
    const error = answerError(page)
    if (error?.kind === 'not-the-blog' && page.status >= 300 && page.status < 400) {
      home = await followRedirect(ask, home, page)
      continue
    }
    if (page.status === 511 || page.status === 429 || page.status >= 500)
      throw new AppError(error ?? { kind: 'answer-lost' })
    return { home, page, linkedRoot: checkedRoot(findLinkedRoot(page), home) }
  }
  throw notTheBlog('redirected', home.host)
}

/** HEAD is enough where the header names the root; some servers refuse it, and some blogs name it in the page only. */
async function askForPage(ask: Ask, url: URL): Promise<Answer> {
  const head = await ask('HEAD', url)
  const isEnough = findLinkedRoot(head) !== null || (head.status >= 300 && head.status < 400)
  return isEnough ? head : ask('GET', url)
}

async function followRedirect(ask: Ask, from: URL, page: Answer): Promise<URL> {
  const target = URL.parse(page.headers.get('location') ?? '', from.href)
  if (!target) throw notTheBlog('redirected', null)
  const isSameHost = withoutWww(target.hostname) === withoutWww(from.hostname)
  if (isSameHost && isSafe(target)) return target
  if (isSameHost) throw notTheBlog('insecure-address', target.host)
  // A blog that has moved is told apart from a network's sign-in page by asking, without credentials, who is there.
  const isBlog = mayLead(from, target) && findLinkedRoot(await ask('GET', target)) !== null
  throw notTheBlog(isBlog ? 'redirected' : 'captive-portal', target.host)
}

/** The REST root that a page or its head names; null when neither does. */
export function findLinkedRoot({ headers, text }: Answer): string | null {
  for (const [, target, parameters] of (headers.get('link') ?? '').matchAll(/<([^<>]*)>([^,<]*)/g)) {
    if (target && parameters?.includes(REST_RELATION)) return target
  }
  for (const [tag] of text.matchAll(/<link\b[^<>]*>/gi)) {
    const target = /\bhref\s*=\s*["']([^"']+)["']/i.exec(tag)?.[1]
    if (target && tag.includes(REST_RELATION)) return target.replaceAll('&#038;', '&').replaceAll('&amp;', '&')
  }
  return null
}

/** A root elsewhere, be it another port, would take the password elsewhere. */
function checkedRoot(root: string | null, home: URL): string | null {
  if (root === null || !URL.canParse(root, home.href)) return null
  const url = new URL(madeSafe(new URL(root, home).href))
  if (withoutWww(url.host) !== withoutWww(home.host)) throw notTheBlog('redirected', url.host)
  return url.href
}

/** A page that names no root: what stands at this address? Behind TLS nobody but its owner can have answered. */
function explainPage(page: Answer, failure: AppError | undefined): AppError | undefined {
  if (whyOf(failure) === 'other-blog') return failure
  const { host, protocol } = new URL(page.url)
  if (/\/wp-(?:content|includes)\//.test(page.text)) return notTheBlog('rest-disabled', host)
  return whyOf(failure) === 'captive-portal' && protocol === 'http:' ? failure : notTheBlog('not-wordpress', host)
}

function whyOf(error: AppError | undefined): NotTheBlogReason | null {
  return error?.data.kind === 'not-the-blog' ? error.data.why : null
}
