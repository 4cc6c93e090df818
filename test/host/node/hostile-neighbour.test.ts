import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { type HttpHost, startHttpHost } from '../../../src/main/host/node/http-host.ts'
import { listRendererFiles } from '../../../src/main/host/renderer-files.ts'
import { createMemoryCore } from '../../fakes/memory-core.ts'

/** What another page in the person's browser, or another user of the same machine, can send to 127.0.0.1. */
const folder = mkdtempSync(join(tmpdir(), 'attache-window-'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>desk</title>')
const files = listRendererFiles(folder)
afterAll(() => rmSync(folder, { recursive: true }))

let host: HttpHost
let origin: string
/** As the browser keeps it after the printed address was opened. */
let own: { cookie: string; cookiePath: string; room: string }

beforeEach(async () => {
  host = await startHttpHost({ core: createMemoryCore(), files, port: 0 })
  origin = new URL(host.address).origin
  const signedIn = await fetch(host.address, { redirect: 'manual' })
  const setCookie = signedIn.headers.get('set-cookie') ?? ''
  own = {
    cookie: setCookie.split(';')[0] ?? '',
    cookiePath: /Path=([^;]+)/.exec(setCookie)?.[1] ?? '',
    room: signedIn.headers.get('location') ?? '',
  }
})
afterEach(() => host.close())

/** RFC 6265, 5.1.4: which addresses of 127.0.0.1, on whatever port, a browser sends the cookie to. */
const isSentTo = (pathname: string): boolean => pathname.startsWith(own.cookiePath) && own.cookiePath.endsWith('/')

const call = (headers: Record<string, string>, body: string) =>
  fetch(`${origin}${own.room}call`, { method: 'POST', headers: { cookie: own.cookie, origin, ...headers }, body })

test('a page of a neighbour on another port of 127.0.0.1 is not sent the cookie', () => {
  expect(isSentTo(`${own.room}call`)).toBe(true)
  for (const path of ['/', '/index.html', '/call', '/events', `/${'A'.repeat(22)}/`]) expect(isSentTo(path)).toBe(false)
})

test('two desks on one machine have two rooms, and one cookie does not open the other', async () => {
  const other = await startHttpHost({ core: createMemoryCore(), files, port: 0 })
  const { origin: otherOrigin } = new URL(other.address)
  const signedIn = await fetch(other.address, { redirect: 'manual' })
  const otherRoom = signedIn.headers.get('location') ?? ''
  expect(otherRoom).not.toBe(own.room)
  expect((await fetch(otherOrigin + otherRoom, { headers: { cookie: own.cookie } })).status).toBe(401)
  await other.close()
})

test('the cookie outside of the room opens nothing, and the room without the cookie neither', async () => {
  const headers = { cookie: own.cookie }
  for (const path of ['/', '/index.html', '/events', own.room.slice(0, -1), `${own.room.slice(0, -2)}/`]) {
    expect((await fetch(origin + path, { headers })).status, path).toBe(401)
  }
  expect((await fetch(origin + own.room)).status).toBe(401)
  expect((await fetch(`${origin}${own.room}events`)).status).toBe(401)
})

test.each(['GET', 'POST', 'PUT', 'OPTIONS', 'DELETE'])(
  'a %s that another page sends with the cookie is refused, and allowed nothing',
  async (method) => {
    for (const from of ['https://evil.example', 'null', 'http://localhost', `${origin}.evil.example`]) {
      for (const path of ['call', 'events', '', 'index.html']) {
        const answer = await fetch(`${origin}${own.room}${path}`, {
          method,
          headers: { cookie: own.cookie, origin: from, 'access-control-request-method': 'POST' },
        })
        expect(answer.status).toBe(403)
        expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      }
    }
  },
)

test('a form of another page, whose browser names no origin, calls nothing', async () => {
  const answer = await rawPost(
    { 'content-type': 'text/plain', cookie: own.cookie },
    '{"path":"settings.get","type":"query"}',
  )
  expect(answer.statusCode).toBe(403)
})

test('prototypes in a call change nothing', async () => {
  const poison = '"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}'
  const json = `{"path":"media.add","type":"mutation","input":{"fileName":"a.png",${poison}},${poison}}`
  for (const answer of [
    await call({ 'x-attache-call': encodeURIComponent(json) }, 'bytes'),
    await call({ 'content-type': 'application/json' }, json.replace('media.add', 'settings.set')),
  ]) {
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ ok: true })
  }
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
})

test('what is no call in the header or the body is invalid-input', async () => {
  for (const header of [
    '%',
    'null',
    '[]',
    '%00',
    '{"path":"media.add","type":"mutation"}',
    '{"path":"a.b","type":"query","input":[]}',
  ]) {
    const answer = await call({ 'x-attache-call': header }, 'bytes')
    expect(await answer.json(), header).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })
  }
  for (const body of ['', '[', 'null', '['.repeat(1_000_000), '{"path":"__proto__.x","type":"query"}', '\u0000']) {
    const answer = await call({ 'content-type': 'application/json' }, body)
    expect(await answer.json()).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })
  }
})

test('a picture’s name reaches no header', async () => {
  const input = { fileName: 'a.png\r\nset-cookie: attache-session=stolen\r\n\r\n<script>' }
  const header = encodeURIComponent(JSON.stringify({ path: 'media.add', type: 'mutation', input }))
  const { data } = (await (await call({ 'x-attache-call': header }, 'bytes')).json()) as { data: { id: string } }
  const picture = await fetch(`${origin}${own.room}media/${data.id}`, { headers: { cookie: own.cookie } })
  expect(picture.headers.get('set-cookie')).toBeNull()
  expect(await picture.text()).toBe('bytes')
})

test('a body in pieces without a length is refused beyond 64 MB', async () => {
  const piece = Buffer.alloc(1024 * 1024, 0x20)
  const sent = post({ cookie: own.cookie, origin, 'transfer-encoding': 'chunked' })
  const answered = Promise.withResolvers<number>()
  sent.on('response', (answer) => {
    answer.resume()
    answered.resolve(answer.statusCode ?? 0)
  })
  sent.on('error', () => undefined)
  Readable.from(Array.from({ length: 80 }, () => piece)).pipe(sent)
  expect(await answered.promise).toBe(413)
  sent.destroy()
})

test('a body that never comes keeps nobody else waiting, and without the cookie it is not even waited for', async () => {
  const slow = post({ cookie: own.cookie, origin, 'content-length': '1000' })
  slow.on('error', () => undefined)
  slow.write('{"path":')
  const answer = await call({ 'content-type': 'application/json' }, '{"path":"settings.get","type":"query"}')
  expect(await answer.json()).toMatchObject({ ok: true })
  slow.destroy()

  const stranger = post({ origin, 'content-length': '1000' })
  stranger.write('{"path":')
  const refused = Promise.withResolvers<number>()
  stranger.on('response', (response) => refused.resolve(response.statusCode ?? 0))
  stranger.on('error', () => undefined)
  expect(await refused.promise).toBe(401)
  stranger.destroy()
})

test('bytes that are no HTTP do not end the host', async () => {
  for (const bytes of [
    '\u0000\u0001\u0002',
    'GET / HTTP/9.9\r\n\r\n',
    `GET /${'a'.repeat(200_000)} HTTP/1.1\r\n\r\n`,
    'POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n',
  ]) {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(bytes))
    socket.on('error', () => undefined)
    socket.resume()
    await new Promise<void>((resolve) => void socket.once('close', () => resolve()))
  }
  expect((await fetch(origin + own.room, { headers: { cookie: own.cookie } })).status).toBe(200)
})

test('a window that only listens is told of, and so is its going', async () => {
  const told: string[] = []
  const gone = Promise.withResolvers<void>()
  const watched = await startHttpHost({
    core: createMemoryCore(),
    files,
    port: 0,
    onWindow: () => {
      told.push('came')
      return () => {
        told.push('gone')
        gone.resolve()
      }
    },
  })
  const { origin: watchedOrigin } = new URL(watched.address)
  const signedIn = await fetch(watched.address, { redirect: 'manual' })
  const room = signedIn.headers.get('location') ?? ''
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  await fetch(`${watchedOrigin}${room}events`)
  expect(told).toEqual([])
  const leave = new AbortController()
  await fetch(`${watchedOrigin}${room}events`, { headers: { cookie }, signal: leave.signal })
  expect(told).toEqual(['came'])
  leave.abort()
  await gone.promise
  expect(told).toEqual(['came', 'gone'])
  await watched.close()
})

function post(headers: Record<string, string>) {
  const { hostname, port } = new URL(origin)
  return httpRequest({ hostname, port, path: `${own.room}call`, method: 'POST', headers })
}

/** Without the Origin that fetch would add. */
function rawPost(headers: Record<string, string>, body: string): Promise<IncomingMessage> {
  const answered = Promise.withResolvers<IncomingMessage>()
  const sent = post(headers)
  sent.on('response', (answer) => {
    answer.resume()
    answered.resolve(answer)
  })
  sent.on('error', answered.reject)
  sent.end(body)
  return answered.promise
}
