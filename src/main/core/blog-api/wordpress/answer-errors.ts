import { z } from 'zod'
import type { AppErrorData, NotTheBlogReason } from '../../../../shared/errors.ts'

/** In plain letters: what stands for another letter, a new line or a turn of the direction becomes a question mark. */
export const printable = (text: string, longest: number): string =>
  text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, longest)

/** An answer that arrived complete. `json` is undefined when the body is not JSON. */
export interface Answer {
  url: string
  status: number
  headers: Headers
  text: string
  json: unknown
}

/** Codes are stored with what was refused, and stand in reports: nobody fills the desk with them, or begins a line of their own. */
const LONGEST_CODE = 100

/** WordPress's error object, `WP_REST_Server::error_to_response()`; `data` is an empty list for some of them. */
const code = z.union([z.string(), z.number()]).transform((value) => printable(String(value), LONGEST_CODE))
const detail = z.object({ code, data: z.object({ status: z.number() }) })
const errorBody = z.object({
  code,
  data: z
    .object({
      term_id: z.coerce.number().optional(),
      details: z.record(z.string(), detail).optional().catch(undefined),
    })
    .nullish()
    .catch(null),
})

export interface ErrorBody {
  code: string
  /** The term that is there already, with the code `term_exists`. */
  termId: number | null
  /** A refused right hides in here when it was a parameter that asked for it (`rest_invalid_param`, status 400). */
  deniedRight: { code: string; status: number } | null
}

/** Above the limit of a network of sites, or no room left in it. PHP's own limits do not bind a raw body (7.1 on PHP 8.2). */
const TOO_LARGE = new Set(['rest_upload_file_too_big', 'rest_upload_limited_space'])

/** The wait between two comments of one person who may not moderate: `wp_check_comment_flood()`. */
const FLOOD_WAIT_MS = 15_000
const MANGLED_UPLOAD_WAIT_MS = 5_000
/** No blog may silence the desk for longer; beyond 24 days a timer would even run at once. */
const LONGEST_PAUSE_MS = 24 * 3_600_000

export function readErrorBody(answer: Answer): ErrorBody | null {
  const parsed = errorBody.safeParse(answer.json)
  if (!parsed.success) return null
  const { code, data } = parsed.data
  const denied = Object.values(data?.details ?? {}).find((each) => each.data.status === 401 || each.data.status === 403)
  return {
    code,
    termId: data?.term_id ?? null,
    deniedRight: denied ? { code: denied.code, status: denied.data.status } : null,
  }
}

/**
 * What an answer means when it is not the JSON that was asked for. The order matters: first what cannot have come from
 * the blog, then the blog's own words. `null` for a successful JSON answer.
 */
export function answerError(answer: Answer): AppErrorData | null {
  const { status, headers } = answer
  const retryAfterMs = readRetryAfter(headers)
  if (status >= 300 && status < 400) return redirectError(answer)
  if (status === 511) return notTheBlog(answer, 'captive-portal')
  if (status === 407) return { kind: 'offline' }
  if (status === 413) return { kind: 'too-large', sizeBytes: null, limitBytes: null }
  if (status === 429) return { kind: 'rate-limited', retryAfterMs }
  if (status === 503 && retryAfterMs !== null) return { kind: 'unavailable', status, retryAfterMs }
  if (status >= 200 && status < 300) return successError(answer)
  const body = readErrorBody(answer)
  if (body === null) return foreignError(answer)
  const { code, status: ownStatus } = body.deniedRight ?? { code: body.code, status }
  return wordpressError(answer, ownStatus, code, retryAfterMs)
}

function successError(answer: Answer): AppErrorData | null {
  if (answer.json !== undefined) return null
  return looksLikePage(answer) ? notTheBlog(answer, 'captive-portal') : { kind: 'answer-lost' }
}

/** An error without WordPress's error object: something before the blog spoke. */
function foreignError(answer: Answer): AppErrorData {
  const { status } = answer
  switch (status) {
    case 401:
      return { kind: 'unauthorized' }
    case 400:
    case 403:
    case 406:
    case 503:
      return notTheBlog(answer, 'firewall')
    case 404:
      return notTheBlog(answer, 'rest-disabled')
    default:
      return status >= 500 ? { kind: 'unavailable', status, retryAfterMs: null } : notTheBlog(answer, 'firewall')
  }
}

function wordpressError(answer: Answer, status: number, code: string, retryAfterMs: number | null): AppErrorData {
  if (code === 'comment_flood') return { kind: 'rate-limited', retryAfterMs: FLOOD_WAIT_MS, isFlood: true }
  if (TOO_LARGE.has(code)) return { kind: 'too-large', sizeBytes: null, limitBytes: null }
  // Nothing was stored: the site does not take such files. Without this it would count as a fault that passes.
  if (code === 'rest_upload_sideload_error') return { kind: 'rejected', code, status: 415 }
  if (code === 'rest_no_route') return notTheBlog(answer, 'rest-disabled')
  if (code.startsWith('application_passwords_disabled')) {
    return notTheBlog(answer, 'application-passwords-off')
  }
  switch (status) {
    case 401:
      return { kind: 'unauthorized' }
    case 403:
      return { kind: 'forbidden', code }
    case 404:
      return { kind: 'not-found' }
    case 409:
      return { kind: 'conflict', code }
    case 410:
      return { kind: 'gone' }
    // The upload's Content-MD5 did not match, so nothing was stored: a retry time says "not applied".
    case 412:
      return { kind: 'unavailable', status, retryAfterMs: retryAfterMs ?? MANGLED_UPLOAD_WAIT_MS }
    case 501:
      return { kind: 'rejected', code, status }
    default:
      return status >= 500 ? { kind: 'unavailable', status, retryAfterMs } : { kind: 'rejected', code, status }
  }
}

function redirectError(answer: Answer): AppErrorData {
  const target = URL.parse(answer.headers.get('location') ?? '', answer.url)
  const host = target?.host ?? null
  const isSameHost = host !== null && withoutWww(host) === withoutWww(new URL(answer.url).host)
  return { kind: 'not-the-blog', why: isSameHost ? 'redirected' : 'captive-portal', host }
}

function notTheBlog(answer: Answer, why: NotTheBlogReason): AppErrorData {
  return { kind: 'not-the-blog', why, host: new URL(answer.url).host }
}

export function withoutWww(host: string): string {
  return host.replace(/^www\./, '')
}

function looksLikePage({ headers, text }: Answer): boolean {
  return /\bhtml\b/.test(headers.get('content-type') ?? '') || text.trimStart().startsWith('<')
}

/** RFC 9110, 10.2.3: seconds or a date; a date is measured against the answer's own clock, not the laptop's. At most a day. */
function readRetryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim()
  if (!value) return null
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, LONGEST_PAUSE_MS)
  const until = Date.parse(value)
  if (Number.isNaN(until)) return null
  const answeredAt = Date.parse(headers.get('date') ?? '')
  const pauseMs = until - (Number.isNaN(answeredAt) ? Date.now() : answeredAt)
  return Math.min(Math.max(0, pauseMs), LONGEST_PAUSE_MS)
}
