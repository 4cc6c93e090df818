import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  basicAuthorization,
  exchange,
  expectJson,
  toJsonBody,
} from '../../../../src/main/core/blog-api/wordpress/http.ts'
import { failureOf } from '../../../contract/contract-blog.ts'
import { json, startTinySite, type TinySite } from './tiny-site.ts'

let site: TinySite | null = null
afterEach(() => site?.stop())

const ask = (url: string, timeoutMs?: number) =>
  exchange({ method: 'GET', url }, { fetch, ...(timeoutMs === undefined ? {} : { timeoutMs }) })

describe('a request', () => {
  it('that is met by silence is a timeout', async () => {
    site = await startTinySite(() => undefined)
    expect(await failureOf(ask(site.url, 50))).toEqual({ kind: 'timeout' })
  })

  it('whose answer falls silent half way is a timeout', async () => {
    site = await startTinySite((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-length': '10' }).write('half')
    })
    expect(await failureOf(ask(site.url, 50))).toEqual({ kind: 'timeout' })
  })

  it('whose answer comes slowly but steadily is waited for', async () => {
    const parts = ['{"a"', ':', '[1', ',2', ',3', ']', '}']
    site = await startTinySite((_incoming, outgoing) => {
      const next = () => {
        const part = parts.shift()
        if (part === undefined) outgoing.end()
        else outgoing.write(part, () => setTimeout(next, 40))
      }
      next()
    })
    expect((await ask(site.url, 200)).json).toEqual({ a: [1, 2, 3] })
  })

  it('is answered by a redirect, not led by it', async () => {
    const elsewhere = await startTinySite((_incoming, outgoing) => json(outgoing, 200, {}))
    site = await startTinySite((_incoming, outgoing) => outgoing.writeHead(307, { location: elsewhere.url }).end())
    expect((await ask(site.url)).status).toBe(307)
    expect(elsewhere.asked).toEqual([])
    await elsewhere.stop()
  })

  it('answered by JSON of another shape is a lost answer', async () => {
    site = await startTinySite((_incoming, outgoing) => json(outgoing, 200, { id: 'seven' }))
    const answer = await ask(site.url)
    const read = async () => expectJson(answer, z.object({ id: z.number() }))
    expect(await failureOf(read())).toEqual({ kind: 'answer-lost' })
  })
})

describe('what is sent', () => {
  it('names a user in any script', () => {
    const header = basicAuthorization('Nguyễn', 'abcd efgh')
    expect(Buffer.from(header.replace('Basic ', ''), 'base64').toString('utf8')).toBe('Nguyễn:abcd efgh')
  })

  it('holds no half of a surrogate pair', () => {
    expect(toJsonBody({ title: 'a\uD83Cb', list: ['\uDF5E'] })).toBe('{"title":"a\uFFFDb","list":["\uFFFD"]}')
  })
})
