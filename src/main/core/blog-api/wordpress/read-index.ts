import { AppError, type AppErrorData, type AppErrorKind } from '../../../../shared/errors.ts'
import type { BlogDescription } from '../blog-api.ts'
import { answerError, readErrorBody, type Answer } from './answer-errors.ts'
import { madeSafe, notTheBlog } from './blog-address.ts'
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
  const { approvalUrl } = description
  return { ...description, approvalUrl: approvalUrl && URL.canParse(approvalUrl) ? madeSafe(approvalUrl) : null }
}

/** Plugins that shut the REST interface answer in WordPress's own way, with one of these. */
function refusal(error: AppErrorData, host: string): AppErrorData {
  const isShut = SHUT_DOOR.has(error.kind)
  return isShut ? { kind: 'not-the-blog', why: 'rest-disabled', host } : error
}
