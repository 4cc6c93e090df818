import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts'

/** Remembers what was posted and says at which host it was asked. */
const posted: string[] = []
const server = createServer((incoming, outgoing) => {
  let body = ''
  incoming.setEncoding('utf8').on('data', (text: string) => (body += text))
  incoming.on('end', () => {
    if (incoming.method === 'POST') posted.push(body)
    outgoing.writeHead(200, { 'content-type': 'text/plain', 'x-served': 'yes' })
    outgoing.end(incoming.method === 'POST' ? 'stored' : `at ${incoming.headers.host}`)
  })
})

let proxy: FaultProxy

beforeEach(async () => {
  posted.length = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  proxy = await startFaultProxy({ target: `http://127.0.0.1:${(server.address() as AddressInfo).port}/blog` })
})

afterEach(async () => {
  await proxy.stop()
  server.close()
  server.closeAllConnections()
})

const get = async (path: string) => (await fetch(proxy.url + path)).text()
const post = async (path: string, body: string) => (await fetch(proxy.url + path, { method: 'POST', body })).text()

describe('a fault proxy', () => {
  it('passes on what it is asked, under its own address', async () => {
    expect(await get('/x?y=1')).toBe(`at ${new URL(proxy.url).host}`)
    expect(await post('/posts', 'words')).toBe('stored')
    expect(posted).toEqual(['words'])
    expect(proxy.requests).toEqual([
      { method: 'GET', path: '/blog/x?y=1', status: 200 },
      { method: 'POST', path: '/blog/posts', status: 200 },
    ])
  })

  it('holds back what it is told to, and lets it go on', async () => {
    const release = proxy.hold({ pathContains: 'slow' })
    const slow = get('/slow')
    expect(await get('/quick')).toContain('at ')
    expect(proxy.requests.map(({ path, status }) => [path, status])).toEqual([
      ['/blog/slow', null],
      ['/blog/quick', 200],
    ])
    release()
    expect(await slow).toContain('at ')
  })

  it('refuses connections while cut, and serves the same address again afterwards', async () => {
    await get('/')
    await proxy.cut()
    await expect(get('/')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    await proxy.restore()
    expect(await get('/')).toContain('at ')
  })

  it('loses the answer of a request that was applied, once', async () => {
    proxy.loseNextAnswer({ method: 'POST', pathContains: 'posts' })
    expect(await get('/posts')).toContain('at ')
    await expect(post('/posts', 'one')).rejects.toThrow('fetch failed')
    expect(proxy.pendingFaultCount()).toBe(0)
    expect(await post('/posts', 'two')).toBe('stored')
    expect(posted).toEqual(['one', 'two'])
    expect(proxy.requests.map((each) => each.status)).toEqual([200, null, 200])
  })

  it('loses a request before it was applied', async () => {
    proxy.loseNextRequest({ method: 'POST' })
    await expect(post('/posts', 'one')).rejects.toThrow('fetch failed')
    expect(posted).toEqual([])
  })

  it('cuts an answer short', async () => {
    proxy.truncateNextAnswer({})
    const answer = await fetch(`${proxy.url}/posts`, { method: 'POST', body: 'one' })
    expect([answer.status, answer.headers.get('x-served')]).toEqual([200, 'yes'])
    await expect(answer.text()).rejects.toThrow()
    expect(posted).toEqual(['one'])
  })

  it.each([
    [false, []],
    [true, ['one']],
  ])('answers itself, the request being applied: %s', async (isApplied, expected) => {
    proxy.answerNext({ pathContains: 'posts' }, { status: 502, headers: { 'x-from': 'proxy' }, body: 'bad', isApplied })
    const answer = await fetch(`${proxy.url}/posts`, { method: 'POST', body: 'one' })
    expect([answer.status, answer.headers.get('x-from'), await answer.text()]).toEqual([502, 'proxy', 'bad'])
    expect(posted).toEqual(expected)
  })

  it('finds a REST path that travels in the query', async () => {
    proxy.loseNextRequest({ pathContains: '/wp/v2/posts' })
    await expect(get('/?rest_route=%2Fwp%2Fv2%2Fposts')).rejects.toThrow('fetch failed')
  })

  it('hands the blog one request twice', async () => {
    proxy.deliverNextTwice({ method: 'POST' })
    expect(await post('/posts', 'one')).toBe('stored')
    expect(posted).toEqual(['one', 'one'])
  })

  it('hands the blog a request after its sender has given up', async () => {
    proxy.strikeEach(({ body }) => (body === 'late' ? { kind: 'deliver-late' } : null))
    await expect(post('/posts', 'late')).rejects.toThrow('fetch failed')
    proxy.strikeEach(null)
    await post('/posts', 'soon')
    expect(posted).toEqual(['soon'])
    await proxy.deliverLateRequests()
    expect(posted).toEqual(['soon', 'late'])
  })
})
