/** What becomes of one request on its way to the blog and back. */
export type FateName =
  | 'ok'
  /** Provably not sent: nobody listens. */
  | 'refused'
  /** Sent, the line breaks; the blog never had it, or had it before the break. */
  | 'lost-request'
  | 'lost-answer'
  | 'timeout-before'
  | 'timeout-after'
  /** The laptop hears a broken line, and the blog carries the request out up to 110 s later. */
  | 'late'
  /** Something on the way delivers it twice; the second answer, or the first, comes back. */
  | 'twice'
  | '5xx-before'
  | '5xx-after'
  | 'unavailable-for-a-while'
  | 'too-many'
  | 'captive-page'
  | 'firewall-page'
  | 'unauthorized'
  | 'redirect'
  /** A cache answers a list with nothing on it. */
  | 'empty-list'
  /** Carried out, and the answer ends in the middle. */
  | 'truncated'

type Share = readonly [weight: number, fate: FateName]

export const fatesOfWrites: readonly Share[] = [
  [5, 'lost-request'],
  [8, 'lost-answer'],
  [3, 'timeout-before'],
  [4, 'timeout-after'],
  [7, 'late'],
  [4, 'twice'],
  [4, '5xx-before'],
  [5, '5xx-after'],
  [4, 'truncated'],
  [4, 'refused'],
  [2, 'unavailable-for-a-while'],
  [2, 'too-many'],
  [2, 'captive-page'],
  [1, 'firewall-page'],
  [1, 'unauthorized'],
  [1, 'redirect'],
]

export const fatesOfReads: readonly Share[] = [
  ...fatesOfWrites.filter(([, fate]) => fate !== 'late' && fate !== 'twice'),
  [4, 'empty-list'],
]

/** What a fate needs from the world around it. */
export interface FateTools {
  /** Carries the request out on the blog. */
  apply(): Promise<Response>
  applyLater(delayMs: number): void
  /** Whether it asks for a list of what there is, not for one thing by its name or place. */
  isList: boolean
  /** Drawn with the action, so that a replay is the same. */
  number: number
}

/** PHP and the proxies before it give a request up after two minutes at most; nothing arrives later than this. */
export const LATEST_MS = 110_000

/** The answer, or the error of Node's fetch. */
export async function meetFate(fate: FateName, { apply, applyLater, isList, number }: FateTools): Promise<Response> {
  switch (fate) {
    case 'ok':
      return apply()
    case 'refused':
      throw lineError('ECONNREFUSED')
    case 'lost-request':
      throw lineError('ECONNRESET')
    case 'lost-answer':
      await apply()
      throw lineError('ECONNRESET')
    case 'timeout-before':
      throw new DOMException('silence', 'TimeoutError')
    case 'timeout-after':
      await apply()
      throw new DOMException('silence', 'TimeoutError')
    case 'late':
      applyLater(1_000 + ((number * 7919) % (LATEST_MS - 1_000)))
      throw lineError('ECONNRESET')
    case 'twice': {
      const answers = [await apply(), await apply()] as const
      return answers[number % 2 === 0 ? 0 : 1]
    }
    case '5xx-before':
      return page(number % 2 === 0 ? 500 : 502, 'Something broke.')
    case '5xx-after':
      await apply()
      return page(number % 2 === 0 ? 502 : 504, 'The gateway waited too long.')
    case 'unavailable-for-a-while':
      return page(503, 'Maintenance', { 'retry-after': '30' })
    case 'too-many':
      return page(429, 'Slow down', { 'retry-after': String(5 + (number % 60)) })
    case 'captive-page':
      return page(200, '<form>Room number</form>')
    case 'firewall-page':
      return page(403, 'Request blocked.')
    case 'unauthorized':
      return new Response(JSON.stringify({ code: 'rest_not_logged_in', message: '', data: { status: 401 } }), {
        status: 401,
        headers: { 'content-type': 'application/json' },
      })
    case 'redirect':
      return new Response(null, {
        status: number % 2 === 0 ? 302 : 307,
        headers: { location: 'https://portal.example/welcome' },
      })
    case 'empty-list':
      if (!isList) return apply()
      return new Response('[]', {
        headers: { 'content-type': 'application/json', 'x-wp-total': '0', 'x-wp-totalpages': '0' },
      })
    case 'truncated': {
      const { status, headers, body } = await apply()
      const text = await new Response(body).text()
      return new Response(text.slice(0, Math.floor(text.length / 2)), { status, headers })
    }
  }
}

const page = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(`<!doctype html><title>${text}</title><p>${text}</p>`, {
    status,
    headers: { 'content-type': 'text/html', ...headers },
  })

/** undici rejects with a TypeError whose cause carries the system's code. */
export const lineError = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
