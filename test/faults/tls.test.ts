import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { createWordpressBlogApi } from '../../src/main/core/blog-api/wordpress/wordpress-blog-api.ts'
import { isAppError, type AppErrorData } from '../../src/shared/errors.ts'
import { errorSentence } from '../../src/shared/sentences.ts'
import { makeCertificates, startTlsFront, type Certificates } from '../support/fault-proxy-tls.ts'
import { openDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const made = makeCertificates(temporaryFolder())
if ('missing' in made) {
  console.warn(`skipped: certificates: ${made.missing}`)
  describe('a certificate that does not hold', () => it.skip(made.missing))
} else {
  describe('a certificate that does not hold', () => defineTests(made))
}

function defineTests({ authority, certificates }: Certificates): void {
  const trusted = getCACertificates('default')
  const asked: string[] = []
  const blog = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`)
    outgoing.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end('{}')
  })
  beforeAll(async () => {
    setDefaultCACertificates([...trusted, authority])
    blog.listen(0, '127.0.0.1')
    await once(blog, 'listening')
  })
  afterAll(() => {
    setDefaultCACertificates(trusted)
    blog.close()
  })

  const front = (certificate: keyof typeof certificates) =>
    startTlsFront({
      target: `http://127.0.0.1:${(blog.address() as AddressInfo).port}`,
      certificate: certificates[certificate],
    })
  const errorOf = async (call: Promise<unknown>): Promise<AppErrorData | null> => {
    try {
      await call
      return null
    } catch (error) {
      if (isAppError(error)) return error.data
      throw error
    }
  }
  const signedIn = (url: string) =>
    createWordpressBlogApi({
      connection: { url, restRoot: `${url}/wp-json/`, userName: 'esther', applicationPassword: 'abcd efgh' },
      fetch: (input, init) => fetch(input, init),
    }).ofKind('post')

  test('a good one carries the request', async () => {
    const line = await front('good')
    asked.length = 0
    // The blog behind it knows nothing, which only an answer can tell.
    expect(await errorOf(signedIn(line.url).createDraft({ slug: 'desk-1', title: 'A post' }))).toEqual({
      kind: 'answer-lost',
    })
    expect(asked).toEqual([expect.stringMatching(/^POST \/wp-json\/wp\/v2\/posts/)])
    expect(line.applicationBytes).toBeGreaterThan(100)
    await line.stop()
  })

  test('an older TLS than 1.2 is not spoken: not one byte of ours is sent, whatever the certificate', async () => {
    const certificate = certificates.good
    const target = `http://127.0.0.1:${(blog.address() as AddressInfo).port}`
    const line = await startTlsFront({ target, certificate, newest: 'TLSv1.1' })
    const whoeverSpeaksIt = connect({
      host: '127.0.0.1',
      port: Number(new URL(line.url).port),
      ca: authority,
      minVersion: 'TLSv1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    })
    await once(whoeverSpeaksIt, 'secureConnect')
    expect(whoeverSpeaksIt.getProtocol()).toBe('TLSv1.1')
    whoeverSpeaksIt.destroy()

    asked.length = 0
    const data = await errorOf(signedIn(line.url).createDraft({ slug: 'desk-1', title: 'A post' }))
    expect({ asked, bytes: line.applicationBytes }).toEqual({ asked: [], bytes: 0 })
    expect(data).toEqual({ kind: 'insecure-line', reason: 'other' })
    await line.stop()
  })

  test.each([
    ['wrong-host', 'The certificate belongs to another address.'],
    ['expired', 'The certificate of the blog has expired, so nobody can be sure it is your blog.'],
    ['self-signed', 'The certificate is not signed by anyone this laptop trusts.'],
  ] as const)('%s: not one byte of ours is sent, and the sentence says why', async (reason, what) => {
    const line = await front(reason)
    asked.length = 0
    const data = await errorOf(signedIn(line.url).createDraft({ slug: 'desk-1', title: 'A post' }))
    expect(data).toEqual({ kind: 'insecure-line', reason })
    expect(data && errorSentence(data)).toEqual({
      what,
      kept: 'Nothing was sent. Everything you wrote is on this laptop.',
      next: 'Try another network, or ask your IT.',
    })

    const desk = openDesk(temporaryFolder())
    const account = { address: line.url, userName: 'esther', applicationPassword: 'abcd efgh' }
    expect(await errorOf(desk.mutate('blogs', 'connect', account))).toEqual({ kind: 'insecure-line', reason })
    expect(await desk.query('blogs', 'list')).toEqual([])
    await desk.close()
    expect({ asked, bytes: line.applicationBytes }).toEqual({ asked: [], bytes: 0 })
    expect(line.connectionCount).toBeGreaterThan(1)
    await line.stop()
  })
}
