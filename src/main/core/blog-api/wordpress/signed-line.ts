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
  body?: Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

/** Requests to one REST root. The password goes to that root's address and nowhere else, because nothing is followed. */
export interface SignedLine {
  /** One signed-in request; the answer is not judged yet. */
  ask(call: Call): Promise<Answer>
  /** One signed-in request whose answer must be JSON of this shape. */
  read<Schema extends z.ZodType>(schema: Schema, call: Call): Promise<z.output<Schema>>
  /** One page of a list, 100 items long. A page past the end is empty. */
  readPage<Schema extends z.ZodType>(schema: Schema, pageNumber: number, call: Call): Promise<Page<z.output<Schema>>>
  /** One request without the password. */
  askUnsigned(call: Call): Promise<Answer>
}

const PAGE_SIZE = 100
/** Posts, terms and media answer so to a page past the end; comments answer with an empty list. */
const PAST_THE_END = new Set(['rest_post_invalid_page_number', 'rest_term_invalid_page_number'])

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
      if (PAST_THE_END.has(readErrorBody(answer)?.code ?? '')) return { items: [], isLast: true }
      const items = expectJson(answer, schema.array())
      const pageCount = Number(answer.headers.get('x-wp-totalpages') ?? Number.NaN)
      return { items, isLast: Number.isNaN(pageCount) ? items.length < PAGE_SIZE : pageNumber >= pageCount }
    },
  }
}

/** Throws what the answer means unless it is successful JSON. */
export function requireSuccess(answer: Answer): void {
  const error = answerError(answer)
  if (error) throw new AppError(error)
}
