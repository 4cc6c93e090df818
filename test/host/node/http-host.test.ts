import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { type HttpHost, startHttpHost } from '../../../src/main/host/node/http-host.ts'
import { CONTENT_SECURITY_POLICY, listRendererFiles } from '../../../src/main/host/renderer-files.ts'
import { createMemoryCore } from '../../fakes/memory-core.ts'

const folder = mkdtempSync(join(tmpdir(), 'attache-window-'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>desk</title>')
const files = listRendererFiles(folder)
afterAll(() => rmSync(folder, { recursive: true }))

let host: HttpHost
beforeEach(async () => {
  host = await startHttpHost({ core: createMemoryCore(), files, port: 0, keepAliveMs: 20 })
})
afterEach(() => host.close())

const origin = () => new URL(host.address).origin

/** Plain HTTP, because fetch decides over Host and Origin itself. */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array } = {},
) {
  const answered = Promise.withResolvers<{
    status: number
    headers: Record<string, string | string[] | undefined>
    body: string
  }>()
  const { hostname, port } = new URL(host.address)
  // `path` goes out as it is: a URL would be tidied first.
  const sent = httpRequest(
    { hostname, port, path, method: options.method ?? 'GET', headers: options.headers ?? {} },
    (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        answered.resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts).toString(),
        }),
      )
    },
  )
  sent.on('error', answered.reject)
  sent.end(options.body)
  return answered.promise
}

/** The desk's own path, from the answer to the printed address. */
let room = '/'

async function signIn(): Promise<Record<string, string>> {
  const { headers } = await send(`/${new URL(host.address).search}`)
  const [cookie = ''] = String(headers['set-cookie']).split(';')
  room = String(headers['location'])
  return { cookie, origin: origin() }
}

const call = (headers: Record<string, string>, request: unknown) =>
  send(`${room}call`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })

test('the printed address opens a session once, and leaves no token in the browser', async () => {
  const path = `/${new URL(host.address).search}`
  const first = await send(path)
  expect(first.status).toBe(303)
  const ownPath = String(first.headers['location'])
  expect(ownPath).toMatch(/^\/[\w-]{22}\/$/)
  expect(String(first.headers['set-cookie'])).toMatch(
    new RegExp(`^attache-session=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=${ownPath}$`),
  )
  const second = await send(path)
  expect([second.status, second.headers['set-cookie']]).toEqual([303, undefined])
  expect((await send(ownPath)).status).toBe(401)
})

test('who is signed in already is led to the desk by the used address', async () => {
  const headers = await signIn()
  const again = await send(`/${new URL(host.address).search}`, { headers })
  expect([again.status, again.headers['location']]).toEqual([303, room])
  expect((await send(room, { headers })).status).toBe(200)
})

test.each(['/', '/index.html', '/events', `/media/${'0'.repeat(64)}`, '/?token=wrong'])(
  'without the cookie %s is refused',
  async (path) => expect((await send(path)).status).toBe(401),
)

test('a call without the cookie, or with a wrong one, is refused', async () => {
  const request = { path: 'settings.get', type: 'query' }
  expect((await call({ origin: origin() }, request)).status).toBe(401)
  expect((await call({ origin: origin(), cookie: 'attache-session=guess' }, request)).status).toBe(401)
})

test('another name for this machine is refused, as a rebound DNS name would be', async () => {
  const headers = await signIn()
  const { port } = new URL(host.address)
  for (const name of [`evil.example:${port}`, `localhost:${port}`, '127.0.0.1', 'evil.example']) {
    expect((await send('/', { headers: { ...headers, host: name } })).status).toBe(403)
  }
})

test('a request that another origin began is refused, and so is a call of unknown origin', async () => {
  const headers = await signIn()
  const request = { path: 'settings.set', type: 'mutation', input: { theme: 'dark' } }
  expect((await call({ ...headers, origin: 'http://127.0.0.1:1' }, request)).status).toBe(403)
  expect((await call({ ...headers, origin: 'null' }, request)).status).toBe(403)
  expect((await call({ cookie: headers['cookie'] ?? '' }, request)).status).toBe(403)
  expect((await send('/', { headers: { ...headers, origin: 'https://evil.example' } })).status).toBe(403)
})

test('the window comes with the policy, and refusals carry it too', async () => {
  const headers = await signIn()
  const page = await send(room, { headers })
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  for (const answer of [page, await send('/'), await send('/', { headers: { host: 'evil.example' } })]) {
    expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
  }
})

test.each([
  '../package.json',
  '..%2f..%2fpackage.json',
  '%2e%2e/%2e%2e/package.json',
  '/etc/passwd',
  'assets/../../package.json',
  'assets/..%5c..%5cpackage.json',
  'index.html%00.png',
  'media/../index.html%2f',
])('the path %s leads nowhere', async (path) => {
  const headers = await signIn()
  expect([401, 404]).toContain((await send(room + path, { headers })).status)
})

test('a call is answered in JSON, and a malformed one with invalid-input', async () => {
  const headers = await signIn()
  const answer = await call(headers, { path: 'settings.get', type: 'query' })
  expect(JSON.parse(answer.body)).toEqual({ ok: true, data: { theme: 'system' } })
  for (const bad of [
    null,
    [],
    { path: '__proto__.x', type: 'query' },
    { path: 'settings.get', type: 'subscription' },
    { path: 'media.read', type: 'query', input: {} },
  ]) {
    expect(JSON.parse((await call(headers, bad)).body)).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })
  }
  const text = await send(`${room}call`, { method: 'POST', headers, body: '{"path":' })
  expect(JSON.parse(text.body)).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })
})

test('a picture goes up as bytes and comes back the same', async () => {
  const headers = await signIn()
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256)
  const request = { path: 'media.add', type: 'mutation', input: { fileName: 'cờ đỏ.png' } }
  const added = await send(`${room}call`, {
    method: 'POST',
    headers: { ...headers, 'x-attache-call': encodeURIComponent(JSON.stringify(request)) },
    body: bytes,
  })
  const { data } = JSON.parse(added.body) as { data: { id: string; sizeBytes: number } }
  expect(data.sizeBytes).toBe(bytes.byteLength)
  const read = await fetch(`${origin()}${room}media/${data.id}`, { headers })
  expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes)
})

test('more than 64 MB is refused with what the limit is', async () => {
  const headers = { ...(await signIn()), 'content-length': String(65 * 1024 * 1024) }
  const answered = Promise.withResolvers<number>()
  const { hostname, port } = new URL(host.address)
  const sent = httpRequest({ hostname, port, path: `${room}call`, method: 'POST', headers }, (answer) => {
    answer.resume()
    answered.resolve(answer.statusCode ?? 0)
  })
  sent.on('error', answered.reject)
  sent.flushHeaders()
  expect(await answered.promise).toBe(413)
  sent.destroy()
})

test('a change reaches the listening window, and the line is kept alive between', async () => {
  const headers = await signIn()
  const stop = new AbortController()
  const events = await fetch(`${origin()}${room}events`, { headers, signal: stop.signal })
  expect(events.headers.get('content-type')).toContain('text/event-stream')
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  const readUntil = async (wanted: string): Promise<string> => {
    for (let text = ''; ;) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
      if (done) return text
      text += value
      if (text.includes(wanted)) return text
    }
  }
  await readUntil(': listening')
  await call(headers, { path: 'settings.set', type: 'mutation', input: { theme: 'dark' } })
  expect(await readUntil('data: ')).toContain('data: {"topic":"settings"}')
  expect(await readUntil(': still here')).toContain(': still here')
  stop.abort()
})

test('nothing listens but 127.0.0.1', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address, internal, family }) => family === 'IPv4' && !internal && address !== '127.0.0.1')
    .map(({ address }) => address)
  for (const address of [...others, '127.0.0.2', '::1']) {
    const refused = Promise.withResolvers<string>()
    const socket = connect(Number(new URL(host.address).port), address, () => refused.resolve('connected'))
    socket.on('error', (error: NodeJS.ErrnoException) => refused.resolve(error.code ?? 'error'))
    expect(await refused.promise, address).not.toBe('connected')
    socket.destroy()
  }
})

test('a port that is taken is said', async () => {
  const port = Number(new URL(host.address).port)
  await expect(startHttpHost({ core: createMemoryCore(), files, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
