import type { DoctorFinding } from '../../../../../shared/domain/doctor.ts'
import { AppError, isAppError } from '../../../../../shared/errors.ts'
import { answerError, readErrorBody, type Answer } from '../answer-errors.ts'
import { isSafe } from '../blog-address.ts'
import { findLinkedRoot, restRootsOf } from '../discover.ts'
import { INDEX_FIELDS, readIndex } from '../read-index.ts'
import { restUrl } from '../rest-root.ts'
import { languageOfPage } from '../site-language.ts'
import {
  attention,
  broken,
  isSameHost,
  notLookedAt,
  refusedBy,
  serverCause,
  type ExaminedSite,
  type TriedDoor,
} from './examined-site.ts'
import { frontCause } from './look-at-address.ts'

/** Where blogs are that are not at the root of their host. */
const USUAL_FOLDERS = ['blog', 'wordpress', 'wp', 'news']

/** Whether a WordPress is there at all. Tries its doors, which says more than a page does. */
export async function lookAtBlog(site: ExaminedSite): Promise<DoctorFinding> {
  const stopped = frontCause(site)
  if (stopped || !site.front) return stopped ?? notLookedAt('line')
  const { home, page } = site.front
  const own = site.account?.restRoot ?? null
  const roots = restRootsOf(site.front)
  const asked = own !== null && isSameHost(new URL(own), home) && !roots.includes(own) ? [...roots, own] : roots
  for (const root of asked) {
    const door = await tryDoor(site, root)
    site.doors.push(door)
  }
  const open = site.doors.flatMap((door) => (door.description ? [{ ...door, description: door.description }] : []))
  site.door = open.find(({ root }) => own !== null && isSameOrigin(root, own)) ?? open[0] ?? null
  if (site.door || isWordpressPage(page) || site.doors.some(({ answer }) => readErrorBody(answer))) return fine
  const isLocked = page.status === 401 && page.headers.has('www-authenticate')
  if (isLocked) return broken({ cause: 'site-password' })
  const folder = await findFolder(site, home)
  if (folder !== null) return broken({ cause: 'in-folder', address: folder })
  const isBlocked = [401, 403, 406].includes(page.status)
  return broken(isBlocked ? { cause: 'page-blocked', by: refusedBy(page) } : { cause: 'not-wordpress' })
}

const isSameOrigin = (one: string, other: string): boolean => new URL(one).origin === new URL(other).origin

const fine: DoctorFinding = { verdict: 'fine', fact: 'blog' }

const isWordpressPage = (page: Answer): boolean =>
  findLinkedRoot(page) !== null || /\/wp-(?:content|includes)\//.test(page.text)

async function tryDoor(site: ExaminedSite, root: string): Promise<TriedDoor> {
  const startedMs = site.clock.elapsedMs()
  const answer = await site.ask('GET', new URL(restUrl(root, '', { _fields: INDEX_FIELDS })))
  const common = { root, answer, receivedAt: site.clock.now(), roundTripMs: site.clock.elapsedMs() - startedMs }
  try {
    return { ...common, description: readIndex(answer, root), error: null }
  } catch (error) {
    if (!isAppError(error)) throw error
    return { ...common, description: null, error: error.data }
  }
}

/** A blog below the address that was given: where its page points, else where blogs often are. */
async function findFolder(site: ExaminedSite, home: URL): Promise<string | null> {
  if (home.pathname !== '/') return null
  const linked = [...(site.front?.page.text ?? '').matchAll(/\bhref\s*=\s*["']([^"']+)["']/gi)]
    .flatMap(([, href]) => URL.parse(href ?? '', home.href) ?? [])
    .filter((url) => url.host === home.host && /^\/[\w-]*(?:blog|news|wordpress)[\w-]*\/?$/i.test(url.pathname))
    .map((url) => url.pathname.replaceAll('/', ''))
  for (const folder of new Set([...linked, ...USUAL_FOLDERS].slice(0, 6))) {
    const url = new URL(`${folder}/`, home)
    const page = await site.ask('GET', url, { headers: { accept: 'text/html' } })
    if (page.status === 200 && isWordpressPage(page)) return url.href
  }
  return null
}

/** Whether its REST interface lets strangers read what it is, as every program's first question. */
export async function lookAtDoor(site: ExaminedSite): Promise<DoctorFinding> {
  const { door, doors, account } = site
  if (door) {
    if (!isSafe(new URL(door.description.restRoot))) return broken({ cause: 'sends-to-http' })
    const own = doors.find(({ root }) => root === account?.restRoot)
    const hasMoved = account?.restRoot && own?.description === null
    return hasMoved ? attention({ cause: 'door-moved' }) : { verdict: 'fine', fact: 'door' }
  }
  const stopped = doors.flatMap(({ answer }) => serverCause(answer) ?? [])[0]
  if (stopped) return broken(stopped)
  const other = doors.find(({ error }) => error?.kind === 'not-the-blog' && error.why === 'other-blog')
  if (other)
    return broken({ cause: 'other-blog', host: other.error?.kind === 'not-the-blog' ? other.error.host : null })
  const shut = doors.find(({ answer }) => isOwnRefusal(answer))
  if (shut) return broken({ cause: 'rest-shut', by: refusedBy(shut.answer) })
  const blocked = doors.find(({ answer }) => answer.status >= 400 && answer.status !== 404 && !readErrorBody(answer))
  if (blocked) return broken({ cause: 'rest-blocked', by: refusedBy(blocked.answer) })
  return broken({ cause: 'rest-missing' })
}

function isOwnRefusal(answer: Answer): boolean {
  const code = readErrorBody(answer)?.code
  return code !== undefined && code !== 'rest_no_route'
}

export async function lookAtPermalinks({ front, doors }: ExaminedSite): Promise<DoctorFinding> {
  const isPlain = (root: string | null): boolean => root !== null && new URL(root).searchParams.has('rest_route')
  if (doors.some(({ root, description }) => description && !isPlain(root)))
    return { verdict: 'fine', fact: 'permalinks' }
  return attention({ cause: isPlain(front?.linkedRoot ?? null) ? 'plain-permalinks' : 'rewrite-missing' })
}

/** The page as a reader gets it: its language, and the version where the site tells it. */
async function readPage(site: ExaminedSite): Promise<Answer> {
  const { home, page } = site.front ?? {}
  if (!home || !page) throw new AppError({ kind: 'answer-lost' })
  if (page.text !== '') return page
  const whole = await site.ask('GET', home, { headers: { accept: 'text/html' } })
  if (site.front && whole.status === 200) site.front = { ...site.front, page: whole }
  return whole
}

/** `listPosts` of the desk asks for what was changed since, which came with it. */
const OLDEST = [5, 7] as const

export async function lookAtVersion(site: ExaminedSite): Promise<DoctorFinding> {
  const { text } = await readPage(site)
  const version = /<meta\b[^<>]*\bcontent\s*=\s*["']WordPress (\d+(?:\.\d+){1,2})["']/i.exec(text)?.[1] ?? null
  if (version === null) return { verdict: 'fine', fact: 'version', version }
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])
  return isOld ? broken({ cause: 'old-version', version }) : { verdict: 'fine', fact: 'version', version }
}

export async function lookAtLanguage(site: ExaminedSite): Promise<DoctorFinding> {
  const answer = await readPage(site)
  const found = answerError(answer)?.kind === 'unavailable' ? null : languageOfPage(answer.text)
  return found ? { verdict: 'fine', fact: 'language', ...found } : notLookedAt('not-told')
}
