import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFaultyLine, type FaultyLine } from './fault-proxy-line.ts'

const received: string[] = []
const server = createServer((incoming, outgoing) => {
  let body = ''
  incoming.setEncoding('utf8').on('data', (text: string) => (body += text))
  incoming.on('end', () => {
    received.push(body)
    outgoing.end('x'.repeat(10_000))
  })
  incoming.on('error', () => undefined)
})
let line: FaultyLine

beforeEach(async () => {
  received.length = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  line = await startFaultyLine({ target: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
afterEach(async () => {
  await line.stop()
  server.close()
  server.closeAllConnections()
})

const send = async (body: string) =>
  (await fetch(line.url, { method: 'POST', body, headers: { connection: 'close' } })).text()
const codeOf = async (call: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return ((error as Error).cause as { code?: string }).code
}

describe('a faulty line', () => {
  it('carries everything when nothing is asked of it', async () => {
    expect(await send('y'.repeat(100_000))).toHaveLength(10_000)
    expect(received).toEqual(['y'.repeat(100_000)])
  })

  it('breaks after so many bytes on the way to the blog, which then has no whole request', async () => {
    line.cutNext({ direction: 'to-blog', afterBytes: 5_000, how: 'reset' })
    expect(await codeOf(send('y'.repeat(100_000)))).toMatch(/ECONNRESET|EPIPE|UND_ERR_SOCKET/)
    expect(line.passedBytes.toBlog).toBe(5_000)
    expect(received).toEqual([])
  })

  it.each(['close', 'reset'] as const)('breaks after so many bytes on the way back: %s', async (how) => {
    line.cutNext({ direction: 'to-desk', afterBytes: 3_000, how })
    await expect(send('words')).rejects.toThrow()
    expect(line.passedBytes.toDesk).toBe(3_000)
    expect(received).toEqual(['words'])
    expect(await send('again')).toHaveLength(10_000)
  })

  it('is no faster than its round trip and its bytes a second', async () => {
    line.shape({ roundTripMs: 200, bytesPerSecond: 20_000 })
    const startedMs = performance.now()
    await send('words')
    // The handshake, there and back, and ten thousand bytes at twenty thousand a second.
    expect(performance.now() - startedMs).toBeGreaterThan(200 + 200 + 490)
  })

  it('sends again what is lost, so that loss is delay', async () => {
    const draws = [0.1, 0.1, 0.9]
    const lossy = await startFaultyLine({
      target: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      random: () => draws.shift() ?? 0.9,
    })
    lossy.shape({ lossShare: 0.3 })
    const startedMs = performance.now()
    expect(await (await fetch(lossy.url, { headers: { connection: 'close' } })).text()).toHaveLength(10_000)
    expect(performance.now() - startedMs).toBeGreaterThan(590)
    await lossy.stop()
  })

  it('keeps the end of a connection to itself for a while', async () => {
    line.shape({ slowCloseMs: 300 })
    const startedMs = performance.now()
    const socket = connect(Number(new URL(line.url).port), '127.0.0.1')
    socket.resume()
    socket.end('POST / HTTP/1.0\r\ncontent-length: 0\r\n\r\n')
    await once(socket, 'end')
    expect(performance.now() - startedMs).toBeGreaterThan(290)
  })
})
