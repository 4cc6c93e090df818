import { expect, it } from 'vitest'
import { createWordpressBlogApi } from '../../../../src/main/core/blog-api/wordpress/wordpress-blog-api.ts'
import { failureOf } from '../../../contract/contract-blog.ts'

const connection = {
  restRoot: 'https://blog.example/wp-json/',
  url: 'https://blog.example/',
  userName: 'author',
  applicationPassword: 'abcd efgh',
}
const limits = { maxBytes: 100 }

it('a picture is asked for without the password and without following a redirect', async () => {
  const asked: { input: string; init: RequestInit | undefined }[] = []
  const api = createWordpressBlogApi({
    connection,
    fetch: async (input, init) => {
      asked.push({ input, init })
      return asked.length === 1
        ? new Response(Uint8Array.of(1, 2, 3))
        : new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } })
    },
  })
  expect(await api.readPicture('https://blog.example/a.png', limits)).toEqual(Buffer.from([1, 2, 3]))
  expect(await failureOf(api.readPicture('https://blog.example/b.png', limits))).toMatchObject({ kind: 'not-the-blog' })
  expect(asked.map(({ input }) => input)).toEqual(['https://blog.example/a.png', 'https://blog.example/b.png'])
  for (const { init } of asked) {
    expect(init).toMatchObject({ redirect: 'manual', credentials: 'omit' })
    expect(new Headers(init?.headers).has('authorization')).toBe(false)
  }
})

it('a picture without a length and without an end is given up when it is more than wanted', async () => {
  let sentBytes = 0
  const endless = (): Response =>
    new Response(
      new ReadableStream({
        pull(controller) {
          sentBytes += 40
          controller.enqueue(new Uint8Array(40))
        },
      }),
    )
  const api = createWordpressBlogApi({ connection, fetch: async () => endless() })
  expect(await failureOf(api.readPicture('https://blog.example/a.png', limits))).toMatchObject({ kind: 'too-large' })
  expect(sentBytes).toBeLessThan(400)
})

it.each([
  'http://blog.example/a.png',
  'https://blog.example.evil.example/a.png',
  'file:///etc/passwd',
  'not an address',
])('nothing is asked at %s', async (url) => {
  const api = createWordpressBlogApi({ connection, fetch: () => Promise.reject(new Error('asked')) })
  expect(await failureOf(api.readPicture(url, limits))).toMatchObject({ kind: 'not-the-blog' })
})
