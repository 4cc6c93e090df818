import type { Fetch } from '../../src/main/core/ports.ts'

/**
 * What becomes of one request. `before`/`after`: whether the blog had carried it out when the line broke. `unanswered`: the
 * blog carried it out, and no answer comes until the request is cut. `late`: the line breaks, and somewhere on the way the
 * request waits to be delivered after all.
 */
type Fate = 'ok' | 'lost-before' | 'lost-after' | 'unanswered' | 'late' | { answer: () => Response }

export interface SeenRequest {
  method: string
  path: string
  /** It may have changed the blog. */
  isWrite: boolean
}

/** The line between a desk and a blog, with faults on request. Errors look as Node's fetch makes them. */
export interface FaultyFetch {
  fetch: Fetch
  seen: SeenRequest[]
  /** Delivers what was `late`. */
  deliverLate: () => Promise<void>
  /** Decides the fate of each request; `index` counts from 0 over all requests. */
  fateOf: (request: SeenRequest, index: number) => Fate
  /** Called after the fate was decided and before anything is sent; the request waits for it. */
  onRequest: (request: SeenRequest, index: number) => void | Promise<void>
  /** Called once the blog has carried it out, before anything comes back. */
  onCarriedOut: (request: SeenRequest, index: number, answer: Response) => void | Promise<void>
}

export function createFaultyFetch(fetch: Fetch): FaultyFetch {
  const late: (() => Promise<Response>)[] = []
  const faulty: FaultyFetch = {
    seen: [],
    async deliverLate() {
      for (const deliver of late.splice(0)) await deliver()
    },
    fateOf: () => 'ok',
    onRequest: () => {},
    onCarriedOut: () => {},
    async fetch(input, init) {
      const method = (init?.method ?? 'GET').toUpperCase()
      const request = { method, path: pathOf(input), isWrite: method !== 'GET' && method !== 'HEAD' }
      const index = faulty.seen.push(request) - 1
      const fate = faulty.fateOf(request, index)
      await faulty.onRequest(request, index)
      if (fate === 'lost-before') throw lineError('ECONNREFUSED')
      if (typeof fate === 'object') return fate.answer()
      if (fate === 'late') {
        late.push(() => fetch(input, { ...init, signal: null }))
        throw lineError('ECONNRESET')
      }
      const answer = await fetch(input, init)
      await faulty.onCarriedOut(request, index, answer)
      if (fate === 'lost-after') throw lineError('ECONNRESET')
      if (fate === 'unanswered') return untilCut(init?.signal)
      return answer
    },
  }
  return faulty
}

function untilCut(signal: AbortSignal | null | undefined): Promise<never> {
  const cut = Promise.withResolvers<never>()
  if (signal?.aborted) cut.reject(signal.reason)
  signal?.addEventListener('abort', () => cut.reject(signal.reason))
  return cut.promise
}

function pathOf(input: string): string {
  const { pathname, searchParams } = new URL(input)
  return searchParams.get('rest_route') ?? pathname.replace(/^.*\/wp-json/, '')
}

/** undici rejects with a TypeError whose cause carries the system's code. */
const lineError = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

export const captivePage = (): Response =>
  new Response('<!doctype html><title>Hotel Wi-Fi</title><form>Room number</form>', {
    headers: { 'content-type': 'text/html' },
  })
