import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { lineError } from '../../src/main/core/line-errors.ts'

async function thrownBy(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

/** What `fetch` throws when its server treats the first bytes like this. */
async function thrownWhenServer(treats: (socket: Socket) => void, scheme = 'http'): Promise<unknown> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => treats(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const thrown = await thrownBy(async () => (await fetch(url, { method: 'POST', body: 'words' })).text())
  server.close()
  return thrown
}

const coded = (code: string, more: object = {}) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('some text'), { code, ...more }) })
const chromium = (name: string) => new Error(`net::${name}`)

describe('a failure of the line', () => {
  it('is offline when nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    expect(lineError(await thrownBy(() => fetch(`http://127.0.0.1:${port}/`)))).toEqual({ kind: 'offline' })
  })

  it('is offline when the name is not known', async () => {
    expect(lineError(await thrownBy(() => fetch('http://no-such-host.invalid/')))).toEqual({ kind: 'offline' })
  })

  it('is a lost answer when the line breaks after the request', async () => {
    expect(lineError(await thrownWhenServer((socket) => socket.destroy()))).toEqual({ kind: 'answer-lost' })
    expect(lineError(await thrownWhenServer((socket) => socket.resetAndDestroy()))).toEqual({ kind: 'answer-lost' })
  })

  it('is a lost answer when the answer is cut off, or is no HTTP', async () => {
    const half = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'
    expect(lineError(await thrownWhenServer((socket) => socket.end(half)))).toEqual({ kind: 'answer-lost' })
    expect(lineError(await thrownWhenServer((socket) => socket.end('220 mail ready\r\n')))).toEqual({
      kind: 'answer-lost',
    })
  })

  it('is an insecure line when the other side speaks no TLS', async () => {
    const thrown = await thrownWhenServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'https')
    expect(lineError(thrown)).toEqual({ kind: 'insecure-line', reason: 'other' })
  })

  it('is a timeout when the signal says so', () => {
    expect(lineError(new DOMException('silence', 'TimeoutError'))).toEqual({ kind: 'timeout' })
  })

  it.each([
    ['CERT_HAS_EXPIRED', 'expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'self-signed'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong-host'],
    ['CERT_REVOKED', 'other'],
  ])('of Node, %s, is an insecure line: %s', (code, reason) => {
    expect(lineError(coded(code))).toEqual({ kind: 'insecure-line', reason })
  })

  it.each([
    ['EAI_AGAIN', {}, 'offline'],
    ['UND_ERR_CONNECT_TIMEOUT', {}, 'offline'],
    ['ETIMEDOUT', { syscall: 'connect' }, 'offline'],
    ['ETIMEDOUT', { syscall: 'read' }, 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', {}, 'timeout'],
    ['ECONNRESET', { syscall: 'read' }, 'answer-lost'],
    ['EPIPE', { syscall: 'write' }, 'answer-lost'],
    ['SOMETHING_NEW', {}, 'answer-lost'],
  ])('of Node, %s %o, is %s', (code, more, kind) => {
    expect(lineError(coded(code, more))).toEqual({ kind })
  })

  it.each([
    ['ERR_INTERNET_DISCONNECTED', { kind: 'offline' }],
    ['ERR_NAME_NOT_RESOLVED', { kind: 'offline' }],
    ['ERR_CONNECTION_REFUSED', { kind: 'offline' }],
    ['ERR_TUNNEL_CONNECTION_FAILED', { kind: 'offline' }],
    ['ERR_TIMED_OUT', { kind: 'timeout' }],
    ['ERR_CONNECTION_RESET', { kind: 'answer-lost' }],
    ['ERR_EMPTY_RESPONSE', { kind: 'answer-lost' }],
    ['ERR_NETWORK_CHANGED', { kind: 'answer-lost' }],
    ['ERR_CERT_DATE_INVALID', { kind: 'insecure-line', reason: 'expired' }],
    ['ERR_CERT_AUTHORITY_INVALID', { kind: 'insecure-line', reason: 'self-signed' }],
    ['ERR_CERT_COMMON_NAME_INVALID', { kind: 'insecure-line', reason: 'wrong-host' }],
    ['ERR_CERT_REVOKED', { kind: 'insecure-line', reason: 'other' }],
  ])('of Chromium, %s, is %o', (name, expected) => {
    expect(lineError(chromium(name))).toEqual(expected)
  })

  it('that says nothing counts as sent', () => {
    expect(lineError(new TypeError('fetch failed'))).toEqual({ kind: 'answer-lost' })
    expect(lineError('text')).toEqual({ kind: 'answer-lost' })
  })
})
