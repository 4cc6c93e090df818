import { lookup } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { pipeline, Readable, type Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Fetch } from '../../core/ports.ts'

/**
 * A `GET` that connects to none but the addresses that were looked at: Node's own `fetch` asks the name service by itself, and
 * the second answer may be another. Redirects are not followed. Rejects as `fetch` does.
 */
export const checkedFetch =
  (mayConnectTo: (address: string) => boolean): Fetch =>
  (input, init = {}) => {
    const url = new URL(input)
    const signal = init.signal ?? null
    const answered = Promise.withResolvers<Response>()
    // Of a number nobody asks the name service.
    const host = url.hostname.replaceAll(/[[\]]/g, '')
    if (isIP(host) !== 0 && !mayConnectTo(host)) return Promise.reject(refused())
    const sent = (url.protocol === 'https:' ? https : http).request(url, {
      headers: { 'accept-encoding': 'gzip, deflate, br', ...Object.fromEntries(new Headers(init.headers)) },
      lookup: checkedLookup(mayConnectTo),
      // A connection that is there already was not looked at.
      agent: false,
    })
    const fail = (error: unknown): void => answered.reject(signal?.aborted ? signal.reason : error)
    let answer: IncomingMessage | null = null
    const abort = (): void => {
      // Who reads the body hears of it as well.
      answer?.destroy(asError(signal?.reason))
      sent.destroy(asError(signal?.reason))
    }
    signal?.addEventListener('abort', abort, { once: true })
    sent.on('close', () => signal?.removeEventListener('abort', abort))
    sent.on('error', fail)
    sent.on('response', (message) => {
      answer = message
      try {
        answered.resolve(answerOf(message))
      } catch (error) {
        sent.destroy()
        fail(error)
      }
    })
    if (signal?.aborted) abort()
    sent.end()
    return answered.promise
  }

function checkedLookup(mayConnectTo: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error) callback(error, [])
      else if (!first || !addresses.every(({ address }) => mayConnectTo(address))) callback(refused(), [])
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
}

function answerOf(message: IncomingMessage): Response {
  const headers = new Headers()
  for (let index = 0; index + 1 < message.rawHeaders.length; index += 2)
    headers.append(message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? '')
  const status = message.statusCode ?? 0
  if ([204, 205, 304].includes(status)) {
    message.resume()
    return new Response(null, { status, headers })
  }
  const unpacking = unpackerFor(headers.get('content-encoding'))
  // What goes wrong on the way is read from the unpacked end.
  const body = unpacking ? pipeline(message, unpacking, () => undefined) : message
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { status, headers })
}

function unpackerFor(encoding: string | null): Duplex | null {
  switch ((encoding ?? '').trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      return null
  }
}

const refused = (): Error => new TypeError('the address is not on the web')

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error('aborted'))
