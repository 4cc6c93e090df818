import { expect, test, vi } from 'vitest'
import { netFetch } from '../../../src/main/host/electron/net-fetch.ts'
import { serveHttp } from '../../support/serve-http.ts'
import { describeCheckedAddresses } from '../checked-addresses.contract.ts'
import { describeGivingUp } from '../given-up.contract.ts'
import { describeUploadProgress } from '../upload-progress.contract.ts'

vi.mock('electron', () => import('../../fakes/electron/utility-module.ts'))

test('method, headers and body go out, status, headers and body come back', async () => {
  const url = await serveHttp((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { authorization, 'content-type': type, 'user-agent': agent } = request.headers
      const seen = { method: request.method, authorization, type, agent, body: Buffer.concat(parts).toString() }
      response.writeHead(201, { 'content-type': 'application/json', 'x-wp-total': '3' }).end(JSON.stringify(seen))
    })
  })
  const response = await netFetch(`${url}/wp-json/`, {
    method: 'POST',
    headers: { authorization: 'Basic x', 'content-type': 'application/json', 'user-agent': 'Attache/1 token/abc' },
    body: '{"title":"Chào"}',
  })
  expect([response.status, response.headers.get('x-wp-total')]).toEqual([201, '3'])
  expect(await response.json()).toEqual({
    method: 'POST',
    authorization: 'Basic x',
    type: 'application/json',
    agent: 'Attache/1 token/abc',
    body: '{"title":"Chào"}',
  })
})

test('bytes go out as they are', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251)
  const url = await serveHttp((request, response) => void request.pipe(response))
  const response = await netFetch(url, { method: 'POST', body: bytes })
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
})

test('a redirect is answered with where it points, and nothing is sent there', async () => {
  const paths: (string | undefined)[] = []
  const url = await serveHttp((request, response) => {
    paths.push(request.url)
    response.writeHead(302, { location: 'https://portal.example/sign-in' }).end()
  })
  const response = await netFetch(`${url}/wp-json/`, { redirect: 'manual', headers: { authorization: 'Basic x' } })
  expect([response.status, response.headers.get('location'), paths]).toEqual([
    302,
    'https://portal.example/sign-in',
    ['/wp-json/'],
  ])
})

test('a refused connection and a lost answer are told apart by Chromium’s own words', async () => {
  const url = await serveHttp((request) => request.socket.destroy())
  await expect(netFetch(url)).rejects.toThrow('net::ERR_EMPTY_RESPONSE')
  await expect(netFetch('http://127.0.0.1:1/')).rejects.toThrow('net::ERR_CONNECTION_REFUSED')
})

test('an answer that is cut off rejects its body', async () => {
  const url = await serveHttp((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('{"id":', () => response.destroy())
  })
  const response = await netFetch(url)
  await expect(response.text()).rejects.toThrow()
})

test('a signal ends the wait with its reason, before the answer and during the body', async () => {
  const url = await serveHttp((request, response) => {
    if (request.url === '/body') response.writeHead(200, { 'content-length': '10' }).write('x')
  })
  const before = new AbortController()
  const waiting = netFetch(url, { signal: before.signal })
  before.abort(new Error('too late'))
  await expect(waiting).rejects.toThrow('too late')

  const during = new AbortController()
  const response = await netFetch(`${url}/body`, { signal: during.signal })
  const text = response.text()
  during.abort(new Error('too slow'))
  await expect(text).rejects.toThrow('too slow')
})

test('an answer without a body has none', async () => {
  const url = await serveHttp((_request, response) => response.writeHead(204).end())
  expect(await (await netFetch(url)).text()).toBe('')
  expect(await (await netFetch(url, { method: 'HEAD' })).text()).toBe('')
})

describeUploadProgress(netFetch)
describeCheckedAddresses(netFetch)
describeGivingUp(netFetch)
