import { describe, expect, test, vi } from 'vitest'
import type { Line } from '../../../src/shared/domain/line.ts'
import { deskOnPracticeBlog, newPost, syncUntilQuiet, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

const gates = ({ line }: DeskOnBlog): number => line.seen.filter(({ path }) => path === '/wp/v2/users/me').length
const writes = ({ line }: DeskOnBlog): number => line.seen.filter(({ isWrite }) => isWrite).length

async function lineOf({ desk, blogId }: DeskOnBlog): Promise<Line> {
  const line = (await desk.query('line', 'list')).find((each) => each.blogId === blogId)
  if (!line) throw new Error('no line')
  return line
}

/** Until the round under way has ended. */
const rested = (on: DeskOnBlog): Promise<void> =>
  vi.waitFor(async () => expect((await lineOf(on)).isSyncing).toBe(false), { interval: 1 })

async function started(options?: Parameters<typeof deskOnPracticeBlog>[0]): Promise<DeskOnBlog> {
  const on = await deskOnPracticeBlog(options)
  on.line.seen.length = 0
  on.desk.core.start()
  await rested(on)
  return on
}

describe('what a round tells the windows', () => {
  const told = ({ desk }: DeskOnBlog): string[] => desk.events.map(({ topic }) => topic)

  test('nothing came: the line was looked at, and no list has to be read again for it', async () => {
    const on = await started({ contents: 'embassy' })
    for (let hour = 0; hour < 3; hour += 1) {
      on.clock.advance(3_600_000)
      await rested(on)
      on.desk.events.length = 0
      on.clock.advance(60_000)
      await rested(on)
      expect(told(on)).toContain('line')
      expect(told(on).filter((topic) => topic === 'posts' || topic === 'comments')).toEqual([])
    }
    await on.desk.close()
  })

  test('a post of somebody else, one that is gone and a comment are each told of', async () => {
    const on = await started({ contents: 'embassy' })
    const toldOf = async (act: () => Promise<unknown>, { afterMs = 60_000 } = {}): Promise<string[]> => {
      await act()
      on.desk.events.length = 0
      on.clock.advance(afterMs)
      await rested(on)
      return told(on).filter((topic) => topic === 'posts' || topic === 'comments')
    }
    const posts = await on.desk.query('posts', 'list', { blogId: on.blogId })
    const published = posts.filter(({ state }) => state === 'published')
    const remoteIds = published.map(async ({ id }) => (await on.desk.query('posts', 'get', { postId: id })).remoteId)
    const [first, second, third] = (await Promise.all(remoteIds)).map(Number)
    expect(await toldOf(() => on.visitorComment(first ?? 0, 'When?'))).toContain('comments')
    expect(await toldOf(() => on.rest('POST', `posts/${second}`, { title: 'Another' }))).toContain('posts')
    const afterMs = 3_600_000
    expect(await toldOf(() => on.rest('DELETE', `posts/${third}`), { afterMs })).toContain('posts')
    await on.desk.close()
  })
})

describe('the rhythm of the rounds', () => {
  test('an open line rests 60 s, a closed one 10 s', async () => {
    const on = await started()
    expect(gates(on)).toBe(1)
    on.clock.advance(59_999)
    await rested(on)
    expect(gates(on)).toBe(1)
    on.line.fateOf = () => 'lost-before'
    on.clock.advance(1)
    await rested(on)
    expect(await lineOf(on)).toMatchObject({ state: 'closed', reason: { kind: 'offline' } })
    const seen = on.line.seen.length
    on.clock.advance(9_999)
    await rested(on)
    expect(on.line.seen).toHaveLength(seen)
    on.line.fateOf = () => 'ok'
    on.clock.advance(1)
    await rested(on)
    expect(await lineOf(on)).toMatchObject({ state: 'open', reason: null })
    await on.desk.close()
  })

  test('a blog that asks for a pause is left alone for as long as it asked', async () => {
    const on = await started()
    const busy = (): Response => new Response('', { status: 429, headers: { 'retry-after': '600' } })
    on.line.fateOf = () => ({ answer: busy })
    on.clock.advance(60_000)
    await rested(on)
    const seen = on.line.seen.length
    on.clock.advance(599_999)
    await rested(on)
    expect(on.line.seen).toHaveLength(seen)
    on.clock.advance(1)
    await rested(on)
    expect(on.line.seen.length).toBeGreaterThan(seen)
    await on.desk.close()
  })

  test('a post leaves by itself when its undo window ends', async () => {
    const on = await started({ holdMs: 10_000 })
    const postId = await newPost(on.desk, on.blogId, 'By itself')
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await rested(on)
    expect(writes(on)).toBe(0)
    on.clock.advance(10_000)
    await rested(on)
    expect(await on.desk.query('posts', 'get', { postId })).toMatchObject({ state: 'published' })
    await on.desk.close()
  })

  test('a blog connected after the start is pulled at once', async () => {
    const on = await started({ contents: 'embassy' })
    await on.desk.mutate('blogs', 'connectPractice')
    const practice = (await on.desk.query('blogs', 'list')).find(({ kind }) => kind === 'practice')
    if (!practice) throw new Error('no practice blog')
    await vi.waitFor(
      async () => expect(await on.desk.query('posts', 'list', { blogId: practice.id })).not.toEqual([]),
      { interval: 1 },
    )
    await on.desk.close()
  })
})

test('what came down before the line broke is told', async () => {
  const on = await deskOnPracticeBlog({ contents: 'embassy' })
  await on.rest('POST', 'posts', { title: 'Just before', status: 'publish' })
  on.desk.events.length = 0
  on.line.fateOf = ({ path }) => (path === '/wp/v2/comments' ? 'lost-before' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect(await lineOf(on)).toMatchObject({ state: 'closed' })
  const titles = (await on.desk.query('posts', 'list', { blogId: on.blogId })).map(({ title }) => title)
  expect(titles).toContain('Just before')
  expect(on.desk.events).toContainEqual({ topic: 'posts', blogId: on.blogId, postId: null })
  expect(on.desk.events).toContainEqual({ topic: 'comments', blogId: on.blogId })
  await on.desk.close()
})

describe('the account', () => {
  test('that lost the right to publish is stopped before it queues what the blog would refuse', async () => {
    const on = await deskOnPracticeBlog({ userName: 'author' })
    const demoted = {
      id: 3,
      username: 'author',
      name: 'An author',
      roles: ['contributor'],
      capabilities: { edit_posts: true },
    }
    on.line.fateOf = ({ path }) => (path === '/wp/v2/users/me' ? { answer: () => Response.json(demoted) } : 'ok')
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await on.desk.query('blogs', 'list')).toMatchObject([
      { roles: ['contributor'], rights: { canPublish: false } },
    ])
    expect(on.desk.events.map(({ topic }) => topic)).toContain('blogs')
    const postId = await newPost(on.desk, on.blogId, 'Too late')
    await expect(on.desk.mutate('posts', 'publish', { postId, as: 'publish' })).rejects.toMatchObject({
      data: { kind: 'not-allowed-now', why: 'no-right-to-publish' },
    })
    await on.desk.close()
  })
})

describe('closing the program', () => {
  test('does not wait for a blog that does not answer, and the next start finds out what became of it', async () => {
    const on = await deskOnPracticeBlog()
    const postId = await newPost(on.desk, on.blogId, 'Unanswered')
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    on.line.fateOf = ({ isWrite }) => (isWrite ? 'unanswered' : 'ok')
    const round = on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    await vi.waitFor(() => expect(writes(on)).toBe(1), { interval: 1 })
    await on.desk.close()
    await round

    on.line.fateOf = () => 'ok'
    const again = on.openOther(on.profileFolder)
    expect(await again.query('outbox', 'list', { blogId: on.blogId })).toMatchObject([{ state: 'unknown' }])
    await syncUntilQuiet(again, on.blogId, on.clock)
    const { items } = await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
    expect(items.map(({ title, status }) => [title, status])).toEqual([['Unanswered', 'publish']])
    await again.close()
  })
})

describe('signing out', () => {
  test('in the middle of a round, nothing further is sent', async () => {
    const on = await deskOnPracticeBlog()
    for (const title of ['One', 'Two', 'Three']) {
      const postId = await newPost(on.desk, on.blogId, title)
      await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    }
    on.line.fateOf = ({ isWrite }) => (isWrite ? 'unanswered' : 'ok')
    const round = on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    await vi.waitFor(() => expect(writes(on)).toBe(1), { interval: 1 })
    await on.desk.mutate('blogs', 'signOut', { blogId: on.blogId })
    await round
    expect(writes(on)).toBe(1)
    const entries = await on.desk.query('outbox', 'list', { blogId: on.blogId })
    expect(entries.map(({ what, state }) => `${what}: ${state}`)).toEqual([
      'One: unknown',
      'Two: ready',
      'Three: ready',
    ])
    await on.desk.close()
  })

  test('leaves the blog alone, says so on its line, and signing in takes everything up again', async () => {
    const on = await started()
    await on.desk.mutate('blogs', 'signOut', { blogId: on.blogId })
    const postId = await newPost(on.desk, on.blogId, 'For later')
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    on.line.seen.length = 0
    on.clock.advance(3_600_000)
    await rested(on)
    const reason = { kind: 'blog-needs-sign-in', blogId: on.blogId }
    const signedOut = { state: 'closed', reason, waitingCount: 1 }
    expect(await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })).toMatchObject(signedOut)
    expect(on.line.seen).toEqual([])

    await on.signIn()
    await vi.waitFor(
      async () => expect(await on.desk.query('posts', 'get', { postId })).toMatchObject({ state: 'published' }),
      { interval: 1 },
    )
    await on.desk.close()
  })

  test('of the practice blog stops its rounds too', async () => {
    const on = await started()
    const { id: blogId } = await on.desk.mutate('blogs', 'connectPractice')
    await on.desk.mutate('blogs', 'signOut', { blogId })
    expect(await on.desk.mutate('line', 'syncNow', { blogId })).toMatchObject({
      state: 'closed',
      reason: { kind: 'blog-needs-sign-in' },
    })
    await on.desk.close()
  })
})
