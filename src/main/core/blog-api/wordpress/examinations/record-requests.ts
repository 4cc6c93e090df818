import type { ExaminationId, TriedRequest } from '../../../../../shared/domain/doctor.ts'
import { utcIso } from '../../../../../shared/domain/ids.ts'
import { isAppError } from '../../../../../shared/errors.ts'
import { lineFault } from '../../../line-errors.ts'
import type { Clock } from '../../../ports.ts'
import { printable, readErrorBody, type Answer } from '../answer-errors.ts'

/** Headers by which whoever runs a site knows which of its parts answered. None of them carries what a person wrote. */
const TELLING =
  'server via content-type date age retry-after allow location www-authenticate x-powered-by x-cache cf-ray cf-mitigated x-sucuri-id x-sucuri-block x-iinfo x-request-id'.split(
    ' ',
  )
const LONGEST_VALUE = 160
const LONGEST_PATH = 500

export interface RequestRecord {
  tried: TriedRequest[]
  /** Runs one request and writes down what it was and what came of it; rejects as the request does. */
  record(request: { method: string; url: string; sentBytes: number }, run: () => Promise<Answer>): Promise<Answer>
  /** From now on requests are made for this examination. */
  begin(examination: ExaminationId): void
}

/** `isOfSite` says whether an address is the site's own, and may be written without its host. */
export function recordRequests({ clock, isOfSite }: { clock: Clock; isOfSite: (url: URL) => boolean }): RequestRecord {
  const tried: TriedRequest[] = []
  let examination: ExaminationId = 'address'
  return {
    tried,
    begin: (next) => void (examination = next),
    async record({ method, url, sentBytes }, run) {
      const at = utcIso(clock.now())
      const startedMs = clock.elapsedMs()
      const note = (rest: Pick<TriedRequest, 'status' | 'failure' | 'code' | 'headers'>): void => {
        const tookMs = Math.round(clock.elapsedMs() - startedMs)
        tried.push({ examination, at, method, path: pathOf(new URL(url), isOfSite), sentBytes, ...rest, tookMs })
      }
      try {
        const answer = await run()
        const code = readErrorBody(answer)?.code ?? null
        note({ status: answer.status, failure: null, code, headers: tellingHeaders(answer) })
        return answer
      } catch (error) {
        note({ status: null, failure: failureOf(error), code: null, headers: [] })
        throw error
      }
    },
  }
}

function failureOf(error: unknown): string {
  if (!isAppError(error)) return 'cancelled'
  const { code } = lineFault(error.cause)
  return code === '' ? error.data.kind : `${error.data.kind} (${code})`
}

/** A query may hold anything; of it only the route of WordPress is told. */
function pathOf(url: URL, isOfSite: (url: URL) => boolean): string {
  const route = url.searchParams.get('rest_route')
  const path = route === null ? url.pathname : `${url.pathname}?rest_route=${route}`
  return printable(isOfSite(url) ? path : `${url.origin}${path}`, LONGEST_PATH)
}

function tellingHeaders({ headers, url }: Answer): TriedRequest['headers'] {
  return TELLING.flatMap((name) => {
    const value = headers.get(name)
    if (value === null) return []
    return [{ name, value: name === 'location' ? withoutQuery(value, url) : printable(value, LONGEST_VALUE) }]
  })
}

function withoutQuery(location: string, from: string): string {
  const url = URL.parse(location, from)
  return url ? printable(`${url.origin}${url.pathname}`, LONGEST_VALUE) : ''
}
