import type { z } from 'zod'
import { AppError, isAppError } from '../../../../shared/errors.ts'
import type { Fetch } from '../../ports.ts'
import { answerError, type Answer } from './answer-errors.ts'
import { lineError } from '../../line-errors.ts'

export interface HttpRequest {
  method: 'GET' | 'HEAD' | 'POST'
  url: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer> | Blob
}

interface ExchangeOptions {
  fetch: Fetch
  timeoutMs?: number
}

const TIMEOUT_MS = 30_000
/** A body may take this much longer: 10 kB/s. */
const BODY_MS_PER_BYTE = 0.1
/** Ten times a page of a hundred long posts. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024
/** An answer slower than 1 kB/s over its first two minutes and more is meant to keep us. */
const TRICKLE_GRACE_MS = 120_000
const TRICKLE_MS_PER_BYTE = 1

/**
 * One request, no retries; redirects are answered, never followed. `timeoutMs` is the longest silence, so a slow line
 * that still brings bytes is left alone, down to 1 kB/s. An answer above 64 MB is given up (`answer-lost`).
 * Throws AppError when no complete answer came.
 */
export async function exchange(request: HttpRequest, options: ExchangeOptions): Promise<Answer> {
  return converse(request, options, async ({ status, headers, body }, heard) => {
    const text = await readText(body, heard)
    return { url: request.url, status, headers, text, json: parseJson(text) }
  })
}

/**
 * One file, asked for as a stranger does, with the same limits. `bytes` is null for any answer but 200 and for a page in
 * place of a file; `text` and `json` then say what it was. Throws `too-large` as soon as it is more than `maxBytes`.
 */
export async function download(
  url: string,
  options: ExchangeOptions & { accept: string; maxBytes: number },
): Promise<Answer & { bytes: Uint8Array | null }> {
  const { accept, maxBytes } = options
  return converse({ method: 'GET', url, headers: { accept } }, options, async ({ status, headers, body }, heard) => {
    if (status !== 200 || isPage(headers)) {
      const text = await readText(body, heard)
      return { url, status, headers, text, json: parseJson(text), bytes: null }
    }
    const chunks: Uint8Array[] = []
    let sizeBytes = Number(headers.get('content-length') ?? 0)
    const refuseAbove = (size: number): void => {
      if (size > maxBytes) throw new AppError({ kind: 'too-large', sizeBytes: size, limitBytes: maxBytes })
    }
    refuseAbove(sizeBytes)
    sizeBytes = 0
    for await (const chunk of steadily(body, heard)) {
      sizeBytes += chunk.byteLength
      refuseAbove(sizeBytes)
      chunks.push(chunk)
    }
    return { url, status, headers, text: '', json: undefined, bytes: Buffer.concat(chunks) }
  })
}

const isPage = (headers: Headers): boolean => /\b(?:html|json)\b/.test(headers.get('content-type') ?? '')

async function converse<Result>(
  request: HttpRequest,
  options: ExchangeOptions,
  read: (response: Response, heard: () => void) => Promise<Result>,
): Promise<Result> {
  const { method, url, body } = request
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS
  const abort = new AbortController()
  const giveUp = () => abort.abort(new DOMException('silence', 'TimeoutError'))
  let timer = setTimeout(giveUp, timeoutMs + lengthOf(body) * BODY_MS_PER_BYTE)
  const heard = () => {
    clearTimeout(timer)
    timer = setTimeout(giveUp, timeoutMs)
  }
  try {
    const response = await options.fetch(url, {
      method,
      headers: { accept: 'application/json', ...request.headers },
      redirect: 'manual',
      credentials: 'omit',
      signal: abort.signal,
      ...(body === undefined ? {} : { body }),
    })
    heard()
    return await read(response, heard)
  } catch (error) {
    if (isAppError(error)) throw error
    throw new AppError(lineError(error), { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

const lengthOf = (body: HttpRequest['body']): number => (body instanceof Blob ? body.size : (body?.length ?? 0))

/** The parsed body of a successful answer; throws what any other answer means. JSON of another shape is `answer-lost`. */
export function expectJson<Schema extends z.ZodType>(answer: Answer, schema: Schema): z.output<Schema> {
  const error = answerError(answer)
  if (error) throw new AppError(error)
  const parsed = schema.safeParse(answer.json)
  if (!parsed.success) throw new AppError({ kind: 'answer-lost' }, { cause: parsed.error })
  return parsed.data
}

/** HTTP Basic (RFC 7617) in UTF-8. */
export function basicAuthorization(userName: string, password: string): string {
  const bytes = new TextEncoder().encode(`${userName}:${password}`)
  return `Basic ${btoa(String.fromCodePoint(...bytes))}`
}

/** Half of a surrogate pair, as a paste may leave behind, would make PHP refuse the whole body. */
export function toJsonBody(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (typeof each === 'string' ? each.toWellFormed() : each))
}

async function readText(body: Response['body'], heard: () => void): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of steadily(body, heard)) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}

/** The chunks of a body that has an end and comes at a pace. */
async function* steadily(body: Response['body'], heard: () => void): AsyncGenerator<Uint8Array> {
  const startedAtMs = performance.now()
  let sizeBytes = 0
  for await (const chunk of body ?? []) {
    heard()
    sizeBytes += chunk.byteLength
    if (sizeBytes > MAX_ANSWER_BYTES) throw new Error('an answer without an end')
    if (performance.now() - startedAtMs > TRICKLE_GRACE_MS + sizeBytes * TRICKLE_MS_PER_BYTE) {
      throw new DOMException('a trickle', 'TimeoutError')
    }
    yield chunk
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
