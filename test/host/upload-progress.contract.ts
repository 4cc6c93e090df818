import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import type { Fetch } from '../../src/main/core/ports.ts'
import { serveHttp } from '../support/serve-http.ts'

/** More than both ends of a loopback connection keep in their buffers. */
const BODY = new Uint8Array(48 * 1024 * 1024).fill(7)

async function sizeOf(incoming: IncomingMessage): Promise<number> {
  let sizeBytes = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) sizeBytes += chunk.byteLength
  return sizeBytes
}

/** What every host's fetch says of an upload. */
export function describeUploadProgress(fetch: Fetch): void {
  test('bytes are told while the network takes them, and never more than it has', async () => {
    const hasTold = Promise.withResolvers<void>()
    const url = await serveHttp((incoming, outgoing) => {
      const { 'content-length': length, 'transfer-encoding': encoding } = incoming.headers
      // Reads nothing before something was told: what is told until then lies in buffers, and is not all.
      void hasTold.promise
        .then(() => sizeOf(incoming))
        .then((sizeBytes) => outgoing.end(JSON.stringify({ sizeBytes, length, encoding: encoding ?? null })))
    })
    const told: number[] = []
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: BODY,
      redirect: 'manual',
      onSent(sentBytes) {
        told.push(sentBytes)
        if (sentBytes > 0) hasTold.resolve()
      },
    })
    const length = String(BODY.byteLength)
    expect(await answer.json()).toEqual({ sizeBytes: BODY.byteLength, length, encoding: null })
    const first = told.find((sentBytes) => sentBytes > 0) ?? 0
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(BODY.byteLength)
    expect(told).toEqual(told.toSorted((one, other) => one - other))
    expect(told.at(-1)).toBeLessThanOrEqual(BODY.byteLength)
  })

  test('an upload that is cut ends with the reason for it', async () => {
    const url = await serveHttp(() => undefined)
    const cut = new AbortController()
    const upload = fetch(url, {
      method: 'POST',
      body: BODY,
      signal: cut.signal,
      onSent(sentBytes) {
        if (sentBytes > 0) cut.abort(new DOMException('stopped', 'AbortError'))
      },
    })
    await expect(upload).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('an answer that comes before the whole body was read is the answer', async () => {
    const url = await serveHttp((incoming, outgoing) => {
      outgoing.writeHead(413, { 'content-type': 'application/json' }).end('{"code":"too_large"}')
      incoming.resume()
    })
    const answer = await fetch(url, { method: 'POST', body: BODY, onSent: () => undefined })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toEqual({ code: 'too_large' })
  })
}
