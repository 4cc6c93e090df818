import type { Context } from 'hono'
import type { PracticeSite } from './practice-site.ts'
import type { PracticeUser } from './practice-state.ts'
import { type RequestParams, readParams } from './request-params.ts'
import { RestError } from './rest-error.ts'
import { signIn } from './sign-in.ts'

/** One request as the routes see it. */
export interface Ask {
  /** null for a visitor. */
  viewer: PracticeUser | null
  params: RequestParams
  /** The number in the route, 0 where it has none. */
  id: number
  header(name: string): string | null
  body: Uint8Array
  url: URL
}

export interface Answer {
  json: unknown
  status?: number
  headers?: Record<string, string>
}

export type RestHandler = (ask: Ask) => Answer

type Fields = string[][]

/** `_fields=id,title.raw`: a name keeps all below it. */
function pick(value: unknown, fields: Fields): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, fields))
  if (typeof value !== 'object' || value === null) return value
  const kept: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    const asked = fields.filter((path) => path[0] === name)
    if (asked.length === 0) continue
    // WordPress gives all links as soon as one is asked for.
    const below = name === '_links' ? [] : asked.map((path) => path.slice(1)).filter((path) => path.length > 0)
    kept[name] = below.length === asked.length && below.length > 0 ? pick(inner, below) : inner
  }
  return kept
}

const jsonResponse = (status: number, json: unknown, origin: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(json), {
    status,
    headers: {
      'Content-Type': 'application/json; charset=UTF-8',
      'X-Robots-Tag': 'noindex',
      'X-Content-Type-Options': 'nosniff',
      'Access-Control-Expose-Headers': 'X-WP-Total, X-WP-TotalPages, Link',
      Link: `<${origin}/wp-json/>; rel="https://api.w.org/"`,
      ...headers,
    },
  })

export const errorResponse = (error: RestError, origin: string): Response =>
  jsonResponse(error.status, error.toJson(), origin)

/**
 * Turns a handler into a route. The handler runs in one go after the body was read, and what it changed is stored before
 * the answer goes out; a `RestError` or a store that cannot write leaves everything as it was.
 */
export function restRoute(site: PracticeSite, handler: RestHandler): (context: Context) => Promise<Response> {
  return async (context) => {
    const body = new Uint8Array(await context.req.raw.arrayBuffer())
    const url = new URL(context.req.url)
    try {
      const ask: Ask = {
        viewer: signIn(site, context.req.header('Authorization') ?? null),
        params: readParams(url, context.req.header('Content-Type') ?? '', body),
        id: Number(context.req.param('id') ?? 0),
        header: (name) => context.req.header(name) ?? null,
        body,
        url,
      }
      const answer = handler(ask)
      if (context.req.method !== 'GET' && context.req.method !== 'HEAD') site.commit()
      const fields = ask.params.list('_fields')?.map((field) => field.split('.'))
      const json = fields === undefined ? answer.json : pick(answer.json, fields)
      return jsonResponse(answer.status ?? 200, json, site.origin, answer.headers)
    } catch (error) {
      if (error instanceof RestError) return errorResponse(error, site.origin)
      throw error
    }
  }
}
