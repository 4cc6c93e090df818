import type { z } from 'zod'
import { AppError } from '../../../../shared/errors.ts'
import type { Fetch } from '../../ports.ts'
import type { BlogConnection, Page } from '../blog-api.ts'
import { answerError, readErrorBody, type Answer } from './answer-errors.ts'
import { isSafe, notTheBlog } from './blog-address.ts'
import { basicAuthorization, exchange, expectJson, toJsonBody, type HttpRequest } from './http.ts'
import { restUrl, type Query } from './rest-root.ts'

export interface LineOptions {
  connection: BlogConnection
  fetch: Fetch
  timeoutMs?: number
}

interface Call {
  method?: HttpRequest['method']
  path: string
  query?: Query
  json?: unknown
  body?: Uint8Array<ArrayBuffer> | Blob
  headers?: Record<string, string>
}

/** `total` is what the blog counts in the whole list; null when it does not say. */
export type CountedPage<Item> = Page<Item> & { total: number | null }

/** Requests to one REST root. The password goes to that root's address and nowhere else, because nothing is followed. */
export interface SignedLine {
  /** One signed-in request; the answer is not judged yet. */
  ask(call: Call): Promise<Answer>
  /** One signed-in request whose answer must be JSON of this shape. */
  read<Schema extends z.ZodType>(schema: Schema, call: Call): Promise<z.output<Schema>>
  /** One page of a list, at most 100 items. A page past the end is empty; one with more items is no answer of WordPress. */
  readPage<Schema extends z.ZodType>(
    schema: Schema,
    pageNumber: number,
    call: Call,
  ): Promise<CountedPage<z.output<Schema>>>
  /** One request without the password. */
  askUnsigned(call: Call): Promise<Answer>
}

const PAGE_SIZE = 100
/** Posts, terms and media answer so to a page past the end; comments answer with an empty list. */
const PAST_THE_END = new Set([
  'rest_post_invalid_page_number',
  'rest_term_invalid_page_number',
  'rest_revision_invalid_page_number',
])

export function createSignedLine({ connection, ...line }: LineOptions): SignedLine {
  const { restRoot, userName, applicationPassword } = connection
  const isSafeRoot = URL.canParse(restRoot) && isSafe(new URL(restRoot))
  const authorization = basicAuthorization(userName, applicationPassword)

  function askUnsigned({ method, path, query, json, body, headers }: Call): Promise<Answer> {
    if (!isSafeRoot) throw notTheBlog('insecure-address', null)
    const content = json === undefined ? body : toJsonBody(json)
    return exchange(
      {
        method: method ?? (content === undefined ? 'GET' : 'POST'),
        url: restUrl(restRoot, path, query),
        headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(content === undefined ? {} : { body: content }),
      },
      line,
    )
  }

  async function ask(call: Call): Promise<Answer> {
    return askUnsigned({ ...call, headers: { ...call.headers, authorization } })
  }

  return {
    ask,
    askUnsigned,

    async read(schema, call) {
      return expectJson(await ask(call), schema)
    },

    async readPage(schema, pageNumber, call) {
      const query = { ...call.query, per_page: PAGE_SIZE, page: pageNumber }
      const answer = await ask({ ...call, query })
      if (answer.status >= 400 && PAST_THE_END.has(readErrorBody(answer)?.code ?? ''))
        return { items: [], isLast: true, total: null }
      if (Array.isArray(answer.json) && answer.json.length > PAGE_SIZE) throw new AppError({ kind: 'answer-lost' })
      const items = expectJson(answer, schema.array())
      const pageCount = countIn(answer, 'x-wp-totalpages')
      const isLast = pageCount === null ? items.length < PAGE_SIZE : pageNumber >= pageCount
      return { items, isLast, total: countIn(answer, 'x-wp-total') }
    },
  }
}

function countIn(answer: Answer, header: string): number | null {
  const count = Number(answer.headers.get(header) ?? Number.NaN)
  return Number.isNaN(count) ? null : count
}

/** Throws what the answer means unless it is successful JSON. */
export function requireSuccess(answer: Answer): void {
  const error = answerError(answer)
  if (error) throw new AppError(error)
}
