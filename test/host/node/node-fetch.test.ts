import { lookup, type default as dns } from 'node:dns'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { nodeFetch } from '../../../src/main/host/node/node-fetch.ts'
import { describeCheckedAddresses, serveByName } from '../checked-addresses.contract.ts'
import { describeGivingUp } from '../given-up.contract.ts'
import { describeUploadProgress } from '../upload-progress.contract.ts'

vi.mock('node:dns', async (original) => {
  const real = await original<typeof dns>()
  return { ...real, lookup: vi.fn<typeof dns.lookup>(real.lookup) }
})

describeUploadProgress(nodeFetch)
describeCheckedAddresses(nodeFetch)
describeGivingUp(nodeFetch)

test('the name service is asked once: what was looked at is what is connected to', async () => {
  const { url, asked } = await serveByName()
  vi.mocked(lookup).mockClear()
  const seen: string[] = []
  const mayConnectTo = (address: string): boolean => seen.push(address) > 0
  await (await nodeFetch(url, { mayConnectTo })).text()
  expect(vi.mocked(lookup)).toHaveBeenCalledTimes(1)
  expect(seen).toContain('127.0.0.1')
  expect(asked).toEqual(['/feed'])
})

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const)('what a feed packed with %s is unpacked', async (encoding, pack) => {
  const text = '<rss version="2.0"><channel/></rss>'
  const { url } = await serveByName((_request, response) =>
    response.writeHead(200, { 'content-encoding': encoding, etag: '"v1"' }).end(pack(text)),
  )
  const answer = await nodeFetch(url, { mayConnectTo: () => true })
  expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([200, '"v1"', text])
})
