import * as fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { BlogId, PostId } from '../../src/shared/domain/ids.ts'
import { isAppError, type AppErrorData } from '../../src/shared/errors.ts'
import { exchange } from '../../src/main/core/blog-api/wordpress/http.ts'
import type { Fetch } from '../../src/main/core/ports.ts'
import { createPracticeBlog } from '../../src/main/core/practice-blog/create-practice-blog.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { newPost, paragraph, write } from '../support/desk-on-practice-blog.ts'
import { memoryPracticeStore } from '../support/memory-practice-store.ts'
import { openDesk, type TestDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { json, page, startTinySite } from './blog-api/wordpress/tiny-site.ts'

const ORIGIN = 'https://blog.example'
const account = { userName: 'amir', applicationPassword: 'abcd efgh ijkl mnop qrst uvwx' }

async function refusal(call: Promise<unknown>): Promise<AppErrorData> {
  try {
    await call
  } catch (error) {
    if (isAppError(error)) return error.data
    throw error
  }
  throw new Error('it was not refused')
}

const answerOf = (body: string, headers: Record<string, string> = {}, status = 200): Response =>
  new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } })

interface DeskOnHostileBlog {
  desk: TestDesk
  blogId: BlogId
  clock: ReturnType<typeof createManualClock>
  /** Turns the blog: `answer` gets each request and the honest answer to it. */
  turn(answer: (path: string, method: string, honest: Response) => Response | Promise<Response>): void
  asked: string[]
  /** Connects the same account again. */
  signIn(): Promise<unknown>
  /** A draft with words, and that they are still there and can still be changed. */
  draft: PostId
  expectDraftUnharmed(): Promise<void>
}

/** A desk whose blog was honest when it was connected. */
async function deskOnHostileBlog(contents: 'embassy' | 'empty' = 'empty'): Promise<DeskOnHostileBlog> {
  const clock = createManualClock()
  const blog = createPracticeBlog({
    store: memoryPracticeStore(),
    clock,
    random: systemRandom,
    origin: ORIGIN,
    contents,
  })
  let hostile: Parameters<DeskOnHostileBlog['turn']>[0] = (_path, _method, honest) => honest
  const asked: string[] = []
  const fetch: Fetch = async (input, init) => {
    const { pathname } = new URL(input)
    const method = init?.method ?? 'GET'
    asked.push(`${method} ${input}`)
    const honest = input.startsWith(ORIGIN) ? await blog.fetch(input, init) : answerOf('', {}, 404)
    return hostile(pathname.replace(/^.*\/wp-json/, ''), method, honest)
  }
  const desk = openDesk(temporaryFolder(), { fetch, clock })
  const signIn = () => desk.mutate('blogs', 'connect', { ...blog.accounts.editor, address: ORIGIN })
  const { id: blogId } = await signIn()
  await desk.mutate('line', 'syncNow', { blogId })
  const draft = await newPost(desk, blogId, 'What stays', paragraph('These words stay.'))
  let changes = 0
  return {
    desk,
    blogId,
    clock,
    draft,
    asked,
    signIn,
    turn: (answer) => void (hostile = answer),
    async expectDraftUnharmed() {
      expect(JSON.stringify((await desk.query('posts', 'get', { postId: draft })).document)).toContain(
        'These words stay.',
      )
      changes += 1
      await write(desk, draft, { title: `What stays ${changes}` })
      expect((await desk.query('posts', 'get', { postId: draft })).title).toBe(`What stays ${changes}`)
    },
  }
}

describe('credentials', () => {
  test('no redirect, Link header, claimed address or cookie takes the password off the origin', async () => {
    const elsewhere = await startTinySite((_incoming, outgoing) => json(outgoing, 200, {}))
    const ways = [
      (path: string) => (path === '/' ? { status: 302, headers: { location: elsewhere.url } } : { status: 404 }),
      () => ({ status: 307, headers: { location: `${elsewhere.url}/wp-json/` } }),
      (path: string) =>
        path === '/'
          ? { status: 200, headers: { link: `<${elsewhere.url}/wp-json/>; rel="https://api.w.org/"` } }
          : { status: 404 },
      (path: string, own: string) =>
        path === '/'
          ? { status: 200, headers: { link: `<${own}/wp-json/>; rel="https://api.w.org/"` } }
          : { status: 200, json: { name: 'b', url: elsewhere.url, namespaces: ['wp/v2'], authentication: [] } },
      (path: string, own: string) =>
        path.includes('users/me')
          ? { status: 308, headers: { location: `${elsewhere.url}/wp-json/wp/v2/users/me` } }
          : { status: 200, json: { name: 'b', url: own, namespaces: ['wp/v2'], authentication: [] } },
    ]
    for (const way of ways) {
      const cookies: unknown[] = []
      const site = await startTinySite((incoming, outgoing, url) => {
        cookies.push(incoming.headers.cookie)
        const { status, ...answer } = way(incoming.url ?? '', url) as {
          status: number
          headers?: Record<string, string>
          json?: unknown
        }
        outgoing.writeHead(status, {
          'content-type': 'application/json',
          'set-cookie': 'wordpress_logged_in=1; Path=/',
          ...answer.headers,
        })
        outgoing.end(incoming.method === 'HEAD' ? undefined : JSON.stringify(answer.json ?? {}))
      })
      const desk = openDesk(temporaryFolder())
      expect(await refusal(desk.mutate('blogs', 'connect', { ...account, address: site.url }))).toMatchObject({
        kind: 'not-the-blog',
      })
      expect(cookies.every((cookie) => cookie === undefined)).toBe(true)
      await desk.close()
      await site.stop()
    }
    expect(elsewhere.authorizations).toEqual([])
    await elsewhere.stop()
  })

  test('a redirect to this laptop is not looked at', async () => {
    const { desk, blogId, turn, asked } = await deskOnHostileBlog()
    turn(() => answerOf('', { location: 'http://127.0.0.1:631/admin' }, 302))
    await refusal(desk.mutate('blogs', 'discover', { address: ORIGIN }))
    await desk.mutate('line', 'syncNow', { blogId })
    expect(asked.filter((request) => request.includes('127.0.0.1'))).toEqual([])
    await desk.close()
  })

  test('a blog that answers in the name of one on this desk does not take its place', async () => {
    const { desk, blogId, turn } = await deskOnHostileBlog()
    const own = await desk.query('blogs', 'list')
    turn((path) =>
      path === '/wp/v2/users/me'
        ? answerOf(JSON.stringify({ id: 1, username: own[0]?.userName, name: 'x', roles: [], capabilities: {} }))
        : answerOf(JSON.stringify({ name: 'x', url: ORIGIN, namespaces: ['wp/v2'], authentication: [] })),
    )
    expect(await refusal(desk.mutate('blogs', 'connect', { ...account, address: 'https://evil.example' }))).toEqual({
      kind: 'not-the-blog',
      why: 'other-blog',
      host: 'blog.example',
    })
    expect(await desk.query('blogs', 'list')).toEqual(own)
    expect(own.map(({ id }) => id)).toEqual([blogId])
    await desk.close()
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ms-msdt:/id', 'http://blog.example/'])(
    'an approval page at %s is never opened as it is',
    async (address) => {
      const { desk, turn } = await deskOnHostileBlog()
      const authentication = { 'application-passwords': { endpoints: { authorization: address } } }
      turn(() => answerOf(JSON.stringify({ name: 'x', url: ORIGIN, namespaces: ['wp/v2'], authentication })))
      const { approvalUrl } = await desk.mutate('blogs', 'discover', { address: ORIGIN })
      expect([null, 'https://blog.example/']).toContain(approvalUrl)
      await desk.close()
    },
  )
})

describe('answers made to harm', () => {
  afterEach(() => void vi.useRealTimers())

  /** Ends only when it is cancelled. */
  function endless(
    chunk: Uint8Array,
    onChunk: () => void = () => undefined,
  ): { body: ReadableStream; isCut: () => boolean } {
    let wasCut = false
    const body = new ReadableStream({
      pull(controller) {
        onChunk()
        controller.enqueue(chunk)
      },
      cancel() {
        wasCut = true
      },
    })
    return { body, isCut: () => wasCut }
  }

  test('an answer without an end is cut at 64 MB', async () => {
    const { body, isCut } = endless(new Uint8Array(1024 * 1024).fill(0x20))
    const asked = exchange({ method: 'GET', url: ORIGIN }, { fetch: async () => new Response(body) })
    expect(await refusal(asked)).toEqual({ kind: 'answer-lost' })
    expect(isCut()).toBe(true)
  })

  test('an answer that trickles is given up after minutes, not days', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const { body, isCut } = endless(new Uint8Array(1), () => void vi.advanceTimersByTime(20_000))
    const asked = exchange({ method: 'GET', url: ORIGIN }, { fetch: async () => new Response(body) })
    expect(await refusal(asked)).toEqual({ kind: 'timeout' })
    expect(isCut()).toBe(true)
  })

  test.each([
    ['JSON a million deep', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
    ['an object a million deep', '{"a":'.repeat(1_000_000) + '1' + '}'.repeat(1_000_000)],
    ['a number', '7'],
    ['null', 'null'],
    ['more items than asked for', JSON.stringify(Array.from({ length: 101 }, () => ({})))],
    ['a list of nothing but null', '[null]'],
    ['prototypes', '[{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}]'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['an open link tag a million times', '<link '.repeat(1_000_000)],
  ])('%s closes the line and harms nothing', async (_name, body) => {
    const { desk, blogId, turn, expectDraftUnharmed } = await deskOnHostileBlog()
    for (const hostilePath of ['', '/', '/wp/v2/users/me', '/wp/v2/posts', '/wp/v2/comments', '/wp/v2/tags']) {
      turn((path, _method, honest) => (hostilePath === '' || path === hostilePath ? answerOf(body) : honest))
      await desk.mutate('line', 'syncNow', { blogId })
      await refusal(desk.mutate('blogs', 'discover', { address: 'https://other.example' }))
      await expectDraftUnharmed()
    }
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
    expect(desk.logLines.filter((line) => line.includes('round-failed'))).toEqual([])
    await desk.close()
  })

  test('any field of any answer may be anything', { timeout: 120_000 }, async () => {
    const on = await deskOnHostileBlog('embassy')
    const { desk, blogId, turn, clock, asked } = on
    await desk.mutate('posts', 'publish', { postId: await newPost(desk, blogId, 'Goes out'), as: 'publish' })
    const leaf = fc.oneof(
      fc.constantFrom(
        null,
        true,
        '',
        0,
        -1,
        2 ** 53,
        1e308,
        '9999-12-31T23:59:59',
        '2026-99-99T99:99:99',
        'Mars/Phobos',
      ),
      fc.constantFrom('javascript:alert(1)', '__proto__', '\u0000', '\ud800', {}, [], [[]], { raw: 7 }),
      fc.jsonValue({ maxDepth: 2 }),
    )
    const draws = fc.infiniteStream(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), leaf))
    const share = fc.constantFrom(0.001, 0.01, 0.1)
    let roundsPastTheGate = 0
    await fc.assert(
      fc.asyncProperty(draws, share, fc.boolean(), async (chance, shareOfFields, isGateHonest) => {
        turn(async (path, method, honest) => {
          if (isGateHonest && (path === '/' || path === '/wp/v2/users/me')) return honest
          const text = method === 'HEAD' ? '' : await honest.clone().text()
          if (!text.startsWith('{') && !text.startsWith('[')) return honest
          const value: unknown = JSON.parse(text, (_key, each: unknown) => {
            const { value: draw } = chance.next()
            return draw && draw[0] < shareOfFields ? draw[1] : each
          })
          return new Response(JSON.stringify(value), { status: honest.status, headers: honest.headers })
        })
        clock.advance(20 * 60_000)
        asked.length = 0
        await desk.mutate('line', 'syncNow', { blogId })
        if (asked.some((request) => request.includes('/wp/v2/posts'))) roundsPastTheGate += 1
        for (const { link } of await desk.query('posts', 'list', { blogId }))
          expect(link ?? 'https:').toMatch(/^https?:/)
        await desk.query('comments', 'list', { blogId, postId: null })
        await desk.query('outbox', 'list', { blogId })
        await on.expectDraftUnharmed()
      }),
      { numRuns: 300 },
    )
    expect(roundsPastTheGate).toBeGreaterThan(100)
    // Whatever it did meanwhile, an honest blog is served again.
    turn((_path, _method, honest) => honest)
    clock.advance(24 * 3_600_000)
    expect(await desk.mutate('line', 'syncNow', { blogId })).toMatchObject({ state: 'open', isSyncing: false })
    expect(desk.logLines.filter((line) => line.includes('"internal"') || line.includes('round-failed'))).toEqual([])
    await desk.close()
  })
})

describe('lists made to keep the desk busy', () => {
  test('pages that repeat themselves for ever are read twice, and the list counts as unread', async () => {
    const { desk, blogId, turn, asked, expectDraftUnharmed } = await deskOnHostileBlog('embassy')
    let first = ''
    turn(async (path, _method, honest) => {
      if (path !== '/wp/v2/comments') return honest
      if (first === '') first = await honest.text()
      return answerOf(first, { 'x-wp-totalpages': '100000' })
    })
    asked.length = 0
    expect(await desk.mutate('line', 'syncNow', { blogId })).toMatchObject({
      state: 'closed',
      reason: { kind: 'answer-lost' },
    })
    expect(asked.filter((request) => request.includes('/wp/v2/comments'))).toHaveLength(2)
    await expectDraftUnharmed()
    await desk.close()
  })

  test('a list that brings something new for ever ends when the person signs out', async () => {
    const { desk, blogId, turn, asked, expectDraftUnharmed } = await deskOnHostileBlog('embassy')
    let template: Record<string, unknown> | null = null
    let served = 0
    turn(async (path, _method, honest) => {
      if (path !== '/wp/v2/comments') return honest
      template ??= ((await honest.json()) as Record<string, unknown>[])[0] ?? {}
      const page = Array.from({ length: 100 }, () => {
        served += 1
        const date = new Date(Date.UTC(2026, 0, 1) - served * 60_000).toISOString().slice(0, 19)
        return { ...template, id: 10_000_000 - served, date, date_gmt: date }
      })
      return answerOf(JSON.stringify(page), { 'x-wp-total': '100000000', 'x-wp-totalpages': '1000000' })
    })
    asked.length = 0
    const round = desk.mutate('line', 'syncNow', { blogId })
    await vi.waitFor(() => expect(served).toBeGreaterThan(2_000))
    await desk.mutate('blogs', 'signOut', { blogId })
    await round
    const askedByThen = asked.length
    await expectDraftUnharmed()
    expect(asked.length).toBe(askedByThen)
    await desk.close()
  })

  test('a post dated centuries ahead does not hide what comes after it', async () => {
    const { desk, blogId, turn, clock, asked } = await deskOnHostileBlog('embassy')
    turn(async (path, _method, honest) =>
      path === '/wp/v2/posts'
        ? answerOf((await honest.text()).replaceAll(/"modified_gmt":"[^"]*"/g, '"modified_gmt":"9999-12-31T00:00:00"'))
        : honest,
    )
    await desk.mutate('line', 'syncNow', { blogId })
    turn((_path, _method, honest) => honest)
    asked.length = 0
    await desk.mutate('line', 'syncNow', { blogId })
    const after = asked.map((request) => new URL(request.split(' ')[1] ?? '').searchParams.get('modified_after'))
    const latest =
      after
        .filter((time) => time !== null)
        .toSorted()
        .at(-1) ?? ''
    expect(Date.parse(latest)).toBeLessThan(clock.now().getTime() + 24 * 3_600_000)
    await desk.close()
  })

  test('comments of 10 MB are kept to what a comment can be, in one pass', { timeout: 20_000 }, async () => {
    const { desk, blogId, turn, expectDraftUnharmed } = await deskOnHostileBlog('embassy')
    turn(async (path, _method, honest) => {
      if (path !== '/wp/v2/comments') return honest
      const comments = (await honest.json()) as { content: { rendered: string } }[]
      for (const comment of comments.slice(0, 5)) comment.content.rendered = '<a '.repeat(3_500_000)
      return answerOf(JSON.stringify(comments), { 'x-wp-totalpages': '1' })
    })
    await desk.mutate('line', 'syncNow', { blogId })
    const comments = await desk.query('comments', 'list', { blogId, postId: null })
    expect(Math.max(...comments.map(({ contentHtml }) => contentHtml.length))).toBe(200_000)
    await expectDraftUnharmed()
    await desk.close()
  })

  test('a pause of a thousand years is a day, and the entry that was refused still goes', async () => {
    const { desk, blogId, turn, clock, draft } = await deskOnHostileBlog()
    const { id } = await desk.mutate('posts', 'publish', { postId: draft, as: 'publish' })
    turn((_path, method, honest) =>
      method === 'POST' ? answerOf('{}', { 'retry-after': '99999999999999999999' }, 429) : honest,
    )
    await desk.mutate('line', 'syncNow', { blogId })
    const entryOf = async () => (await desk.query('outbox', 'list', { blogId })).find((entry) => entry.id === id)
    expect(await entryOf()).toMatchObject({ state: 'waiting' })
    turn((_path, _method, honest) => honest)
    clock.advance(24 * 3_600_000)
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await entryOf()).toMatchObject({ state: 'done' })
    await desk.close()
  })

  test('a time zone nobody knows does not keep a post from being sent', async () => {
    const { desk, turn, blogId, signIn } = await deskOnHostileBlog()
    turn(async (path, _method, honest) =>
      path === '/'
        ? answerOf((await honest.text()).replace(/"timezone_string":"[^"]*"/, '"timezone_string":"Mars/Phobos"'))
        : honest,
    )
    await signIn()
    expect((await desk.query('blogs', 'list')).map(({ timeZone }) => timeZone)).toEqual(['UTC+07:00'])
    const postId = await newPost(desk, blogId, 'From Mars')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await desk.mutate('line', 'syncNow', { blogId })
    expect((await desk.query('outbox', 'list', { blogId })).map(({ state }) => state)).toContain('done')
    await desk.close()
  })
})

test('pages of a hotel, a firewall or nobody harm nothing, whatever their size', async () => {
  const site = await startTinySite((_incoming, outgoing) => page(outgoing, 200, '<link '.repeat(500_000)))
  const desk = openDesk(temporaryFolder())
  expect(await refusal(desk.mutate('blogs', 'connect', { ...account, address: site.url }))).toMatchObject({
    kind: 'not-the-blog',
  })
  expect(site.authorizations).toEqual([])
  await desk.close()
  await site.stop()
})
