import { AppError, type AppErrorData, type AppErrorKind } from '../../../../shared/errors.ts'
import type { BlogDescription } from '../blog-api.ts'
import { answerError, readErrorBody, withoutWww, type Answer } from './answer-errors.ts'
import { isSafe, madeSafe, notTheBlog } from './blog-address.ts'
import { toBlogDescription } from './mapping.ts'
import { indexSchema } from './schemas.ts'

/** Keeps the list of all routes, some 300 kB, off the line. */
export const INDEX_FIELDS = 'name,url,home,gmt_offset,timezone_string,namespaces,authentication'

const SHUT_DOOR = new Set<AppErrorKind>(['unauthorized', 'forbidden', 'not-found', 'rejected'])

/** Reads the answer of a REST root asked without signing in. Throws `not-the-blog` with why it is none. */
export function readIndex(answer: Answer, restRoot: string): BlogDescription {
  const error = answerError(answer)
  const host = new URL(answer.url).host
  if (error && readErrorBody(answer)) throw new AppError(refusal(error, host))
  if (error?.kind === 'unauthorized') throw notTheBlog('firewall', host)
  if (error) throw new AppError(error)
  const parsed = indexSchema.safeParse(answer.json)
  if (!parsed.success || !URL.canParse(parsed.data.url)) throw notTheBlog('not-wordpress', host)
  if (!parsed.data.namespaces.includes('wp/v2')) throw notTheBlog('rest-disabled', host)
  const description = toBlogDescription(parsed.data, restRoot)
  if (!isRootOf(description.url, restRoot)) throw notTheBlog('other-blog', URL.parse(description.url)?.host ?? null)
  return { ...description, approvalUrl: safePage(description.approvalUrl) }
}

/** A root that answers in another blog's name would take that blog's place on this desk, and be sent its drafts. */
function isRootOf(address: string, restRoot: string): boolean {
  const home = URL.parse(address)
  const root = new URL(restRoot)
  if (!home || withoutWww(home.host) !== withoutWww(root.host)) return false
  return root.pathname.startsWith(home.pathname.replace(/\/*$/, '/'))
}

/** A page to send a person to: no `javascript:`, no program's own scheme. */
function safePage(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const page = madeSafe(address)
  return isSafe(new URL(page)) ? page : null
}

/** Plugins that shut the REST interface answer in WordPress's own way, with one of these. */
function refusal(error: AppErrorData, host: string): AppErrorData {
  const isShut = SHUT_DOOR.has(error.kind)
  return isShut ? { kind: 'not-the-blog', why: 'rest-disabled', host } : error
}
