import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Fetch } from '../../src/main/core/ports.ts'
import { onWebOnly } from '../../src/main/core/reading/on-web-only.ts'

const FEED = '<rss version="2.0"><channel/></rss>'

/** By name, and who asked for what. */
export async function serveByName(answer?: RequestListener): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (answer) answer(request, response)
    else response.setHeader('content-type', 'application/rss+xml').end(FEED)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/feed`, asked }
}

const onLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1'

/** What every host's fetch says of addresses that are looked at. */
export function describeCheckedAddresses(fetch: Fetch): void {
  test('a name that leads to this laptop is refused before anything is asked of it', async () => {
    const { url, asked } = await serveByName()
    await expect(onWebOnly(fetch)(url)).rejects.toMatchObject({
      data: { kind: 'unreadable-feed', why: 'private-address' },
    })
    await expect(onWebOnly(fetch)(url.replace('localhost', '127.0.0.1'))).rejects.toMatchObject({
      data: { kind: 'unreadable-feed', why: 'private-address' },
    })
    expect(asked).toEqual([])
  })

  test('a redirect is answered with where it points, and 304 with nothing', async () => {
    const { url, asked } = await serveByName((request, response) =>
      request.headers['if-none-match']
        ? response.writeHead(304).end()
        : response.writeHead(302, { location: '/b' }).end(),
    )
    const redirect = await fetch(url, { mayConnectTo: onLoopback, redirect: 'manual' })
    expect([redirect.status, new URL(redirect.headers.get('location') ?? '', url).pathname]).toEqual([302, '/b'])
    const unchanged = await fetch(url, { mayConnectTo: onLoopback, headers: { 'if-none-match': '"v1"' } })
    expect([unchanged.status, await unchanged.text(), asked]).toEqual([304, '', ['/feed', '/feed']])
  })

  test('given up, before an answer or in the middle of it, it ends with the reason', async () => {
    const { url, asked } = await serveByName((request, response) => {
      if (request.url === '/half') response.writeHead(200, { 'content-length': '100' }).write('half')
    })
    const reason = new DOMException('silence', 'TimeoutError')
    const before = new AbortController()
    const waiting = fetch(url, { mayConnectTo: onLoopback, signal: before.signal })
    await expect.poll(() => asked).toEqual(['/feed'])
    before.abort(reason)
    await expect(waiting).rejects.toBe(reason)
    const during = new AbortController()
    const half = await fetch(url.replace('/feed', '/half'), { mayConnectTo: onLoopback, signal: during.signal })
    during.abort(reason)
    await expect(half.text()).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  test('nobody there is a line that never was', async () => {
    const nowhere = onWebOnly(fetch)('https://nowhere.invalid/feed')
    await expect(nowhere).rejects.not.toMatchObject({ data: { kind: 'unreadable-feed' } })
  })
}
