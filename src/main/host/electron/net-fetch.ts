import { net, type ClientRequest, type IncomingMessage } from 'electron'
import { finished, Readable } from 'node:stream'
import type { Fetch } from '../../core/ports.ts'

/**
 * `fetch` over Chromium's network stack (the system's proxy and certificates), without cookies.
 * Electron's own `net.fetch` fails a redirect it was asked not to follow; the core needs to see where it points, so it is
 * answered here as the 3xx it was. Redirects are never followed. Rejects with `net::ERR_…` in the message, or with the
 * signal's reason.
 */
export const netFetch: Fetch = async (input, { onSent, mayConnectTo, signal = null, ...init } = {}) => {
  if (mayConnectTo) await lookAtAddresses(new URL(input).hostname, mayConnectTo)
  // Request normalises method, headers and body; its redirect and credentials modes are not used. A signal it is given reaches
  // its own only while somebody holds the Request, which nobody does until the answer is there.
  const request = new Request(input, init)
  const body = request.body ? Buffer.from(await request.arrayBuffer()) : null
  signal?.throwIfAborted()
  const sent = net.request({
    url: request.url,
    method: request.method,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  })
  for (const [name, value] of request.headers) sent.setHeader(name, value)
  const answered = answerOf(sent, request.method, signal)
  const stopTelling = onSent ? tellProgress(sent, onSent) : () => {}
  sent.end(body ?? undefined)
  return answered.finally(stopTelling)
}

/**
 * By Chromium's own resolver and its memory, from which the connection takes the address a moment later; it cannot be tied to
 * it. A name that only a proxy knows has none here, and then it is the proxy that connects.
 */
async function lookAtAddresses(hostname: string, mayConnectTo: (address: string) => boolean): Promise<void> {
  const host = hostname.replaceAll(/[[\]]/g, '')
  const resolved = await net.resolveHost(host).catch(() => ({ endpoints: [] }))
  if (!resolved.endpoints.every(({ address }) => mayConnectTo(address)))
    throw new TypeError('the address is not on the web')
}

const TOLD_EVERY_MS = 200

/** Chromium counts what its network has taken, and tells only when asked. */
function tellProgress(sent: ClientRequest, onSent: (sentBytes: number) => void): () => void {
  const timer = setInterval(() => {
    const { active, started, current } = sent.getUploadProgress()
    if (active && started) onSent(current)
  }, TOLD_EVERY_MS)
  return () => clearInterval(timer)
}

function answerOf(sent: ClientRequest, method: string, signal: AbortSignal | null): Promise<Response> {
  const answered = Promise.withResolvers<Response>()
  let message: IncomingMessage | null = null
  const abort = (): void => {
    answered.reject(signal?.reason)
    // The body's reader must hear of it too, not wait for bytes that never come.
    if (message) asReadable(message).destroy(asError(signal?.reason))
    sent.abort()
  }
  // Node holds on to a signal that somebody listens to, and through it to all that the request was made for.
  const stopListening = (): void => signal?.removeEventListener('abort', abort)
  signal?.addEventListener('abort', abort, { once: true })
  sent.on('redirect', (status, _method, location) => {
    stopListening()
    answered.resolve(new Response(null, { status, headers: { location } }))
    sent.abort()
  })
  sent.on('response', (response) => {
    message = response
    const hasBody = method !== 'HEAD' && ![204, 205, 304].includes(response.statusCode)
    if (hasBody) finished(asReadable(response), stopListening)
    else stopListening()
    answered.resolve(
      new Response(hasBody ? bodyOf(response) : null, { status: response.statusCode, headers: headersOf(response) }),
    )
  })
  sent.on('error', (error) => {
    stopListening()
    answered.reject(error)
  })
  return answered.promise
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '')
  }
  return headers
}

function bodyOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  return Readable.toWeb(asReadable(message)) as ReadableStream<Uint8Array>
}

/** Documented as a Readable; the type says only EventEmitter. */
function asReadable(message: IncomingMessage): Readable {
  return message as unknown as Readable
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted')
}
