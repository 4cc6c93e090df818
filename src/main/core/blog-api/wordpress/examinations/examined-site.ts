import type { DoctorCause, DoctorFinding, RefusedBy } from '../../../../../shared/domain/doctor.ts'
import { isAppError, type AppError, type AppErrorData } from '../../../../../shared/errors.ts'
import { lineFault } from '../../../line-errors.ts'
import type { Clock, Fetch } from '../../../ports.ts'
import type { BlogDescription } from '../../blog-api.ts'
import { printable, readErrorBody, withoutWww, type Answer } from '../answer-errors.ts'
import type { FrontPage } from '../discover.ts'
import { exchange, type HttpRequest } from '../http.ts'
import { restUrl } from '../rest-root.ts'
import { createSignedLine, type SignedLine } from '../signed-line.ts'
import type { RequestRecord } from './record-requests.ts'

export interface ExaminedAccount {
  userName: string
  applicationPassword: string
  /** By which door the desk goes; null for an account that is not connected. */
  restRoot: string | null
}

/** A door that was tried, with what it answered. */
export interface TriedDoor {
  root: string
  answer: Answer
  /** When it was here, and after how long. */
  receivedAt: Date
  roundTripMs: number
  description: BlogDescription | null
  error: AppErrorData | null
}

/** What one examination learned for those after it. */
export interface ExaminedSite {
  typedAddress: string
  account: ExaminedAccount | null
  isPractice: boolean
  isMetered: boolean
  /** How far the clocks of other blogs are ahead of this laptop's. */
  otherOffsetsMs: readonly number[]
  /** By which what the doctor makes is known again; the same at each visit of this desk. */
  token: string
  clock: Clock
  address: URL | null
  front: FrontPage | null
  frontFault: AppError | null
  doors: TriedDoor[]
  /** The one that answers. */
  door: (TriedDoor & { description: BlogDescription }) | null
  rights: ReadonlySet<string>
  draftId: number | null
  pictureIds: Set<number>
  hasWritten: boolean
  /** As a stranger asks. */
  ask(method: HttpRequest['method'], url: URL, more?: Pick<HttpRequest, 'headers' | 'body'>): Promise<Answer>
  /** As the account asks, at the door that answered. Rejects where there is none. */
  askSigned: SignedLine['ask']
  /** The same, also after the visit was cancelled: for taking away what was made. */
  askSignedToTheEnd: SignedLine['ask']
}

type Given = Pick<
  ExaminedSite,
  'typedAddress' | 'account' | 'isPractice' | 'isMetered' | 'otherOffsetsMs' | 'token' | 'clock'
>

export function openExaminedSite(
  given: Given,
  { fetch, signal, timeoutMs, requests }: SiteLine & { requests: () => RequestRecord },
): ExaminedSite {
  const cuttable: Fetch = (input, init) =>
    fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([signal, init.signal]) : signal })
  const limits = timeoutMs === undefined ? {} : { timeoutMs }

  const signedBy =
    (way: Fetch): SignedLine['ask'] =>
    (call) => {
      const { account, door } = site
      if (!account || !door) throw new Error('there is nobody to sign in as, or nowhere')
      const { restRoot, url } = door.description
      if (account.restRoot && new URL(account.restRoot).origin !== new URL(restRoot).origin)
        throw new Error('a password of another origin')
      const line = createSignedLine({ connection: { ...account, restRoot, url }, fetch: way, ...limits })
      const method = call.method ?? (call.json === undefined && call.body === undefined ? 'GET' : 'POST')
      const body = call.json === undefined ? call.body : JSON.stringify(call.json)
      const isRemoval = call.headers?.['x-http-method-override'] === 'DELETE' || call.query?.['_method'] === 'DELETE'
      const sent = {
        method: isRemoval ? 'POST (DELETE)' : method,
        url: restUrl(restRoot, call.path, call.query),
        sentBytes: sizeOf(body),
      }
      return requests().record(sent, () => line.ask(call))
    }

  const site: ExaminedSite = {
    ...given,
    address: null,
    front: null,
    frontFault: null,
    doors: [],
    door: null,
    rights: new Set(),
    draftId: null,
    pictureIds: new Set(),
    hasWritten: false,
    ask(method, url, more = {}) {
      const request = { method, url: url.href, ...more }
      return requests().record({ method, url: url.href, sentBytes: sizeOf(more.body) }, () =>
        exchange(request, { fetch: cuttable, ...limits }),
      )
    },
    askSigned: signedBy(cuttable),
    askSignedToTheEnd: signedBy(fetch),
  }
  return site
}

export interface SiteLine {
  fetch: Fetch
  /** Ends the visit; what was made is taken away all the same. */
  signal: AbortSignal
  timeoutMs?: number
}

function sizeOf(body: HttpRequest['body']): number {
  if (body === undefined) return 0
  if (typeof body === 'string') return Buffer.byteLength(body)
  return body instanceof Blob ? body.size : body.byteLength
}

/** The same site, with or without `www.`, as the rest of the desk takes it. */
export const isSameHost = (one: URL, other: URL): boolean => withoutWww(one.host) === withoutWww(other.host)

export const broken = (cause: DoctorCause): DoctorFinding => ({ verdict: 'broken', ...cause })
export const attention = (cause: DoctorCause): DoctorFinding => ({ verdict: 'attention', ...cause })
export const notLookedAt = (
  because: Extract<DoctorFinding, { verdict: 'not-looked-at' }>['because'],
): DoctorFinding => ({
  verdict: 'not-looked-at',
  because,
})

const LONGEST_SERVER = 80

export function refusedBy(answer: Answer): RefusedBy {
  const server = answer.headers.get('server')
  return {
    status: answer.status,
    code: readErrorBody(answer)?.code ?? null,
    server: server === null ? null : printable(server, LONGEST_SERVER),
  }
}

/** What the line itself says, of any request; null for what the blog, or something in its place, answered. */
export function lineCause(error: unknown): DoctorCause | null {
  if (!isAppError(error)) return null
  const { data } = error
  if (data.kind === 'offline') return { cause: lineFault(error.cause).fault }
  if (data.kind === 'insecure-line') return { cause: 'certificate', reason: data.reason }
  if (data.kind === 'timeout') return { cause: 'silent' }
  return data.kind === 'answer-lost' ? { cause: 'line-broke' } : null
}

/** What ails the server whatever is asked of it; null where the answer is about the request. */
export function serverCause(answer: Answer): DoctorCause | null {
  const { status } = answer
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : null
  if (status === 407) return { cause: 'proxy-sign-in' }
  if (status === 511) return { cause: 'captive-portal', host: new URL(answer.url).host }
  if (status === 429) return { cause: 'rate-limited', retryAfterMs }
  // WordPress itself says during an update when to come back; a server that cannot any more does not.
  if (status === 503 && retryAfterMs !== null) return { cause: 'maintenance', retryAfterMs }
  return status >= 500 ? { cause: 'server-error', status } : null
}
