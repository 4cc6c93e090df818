import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '../../../src/shared/domain/line.ts'
import { paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { deskOnLongBlog, type DeskOnLongBlog } from '../../support/desk-on-long-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { findAll } from '../search/find-all.ts'

const isList = (what: 'posts' | 'comments') => (request: { method: string; path: string }) =>
  request.method === 'GET' && request.path === `/wp/v2/${what}`

const sync = ({ desk, blogId }: DeskOnLongBlog, on: TestDesk = desk): Promise<Line> =>
  on.mutate('line', 'syncNow', { blogId })

async function titles({ desk, blogId }: DeskOnLongBlog, on: TestDesk = desk): Promise<Set<string>> {
  return new Set((await on.query('posts', 'list', { blogId })).map(({ title }) => title))
}

async function postCalled({ desk, blogId }: DeskOnLongBlog, title: string) {
  const post = (await desk.query('posts', 'list', { blogId })).find((each) => each.title === title)
  if (!post) throw new Error(`no ${title}`)
  return post
}

const countOf = (on: DeskOnLongBlog, what: 'posts' | 'comments'): number => on.line.seen.filter(isList(what)).length

describe('a first pull', () => {
  test('brings every post and comment, and their words are counted once they can be found', async () => {
    const on = await deskOnLongBlog({ posts: 230, comments: 350 })
    expect(await sync(on)).toMatchObject({ state: 'open', isSyncing: false, progress: null })
    expect((await titles(on)).size).toBe(230)
    expect(await on.desk.query('comments', 'list', { blogId: on.blogId, postId: null })).toHaveLength(350)
    await findAll(on.desk, 'words')
    expect(await postCalled(on, 'Post 7')).toMatchObject({ excerptLine: 'The words of post 7.', wordCount: 5 })
    await on.desk.close()
  })

  test('whatever others do to the blog between its pages, no post that stays is missing', async () => {
    const deeds = fc.array(
      fc.record({ what: fc.constantFrom('trash', 'delete', 'change', 'create'), id: fc.integer({ min: 1, max: 260 }) }),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(deeds, { minLength: 3, maxLength: 3 }),
        fc.constantFrom('editor' as const, 'contributor' as const),
        fc.constantFrom(0, 60),
        async (work, userName, secondsApart) => {
          const on = await deskOnLongBlog({ posts: 260, secondsApart }, { userName })
          const touched = new Set<number>()
          let questions = 0
          // What others do is done before the blog sees the next question.
          on.line.onRequest = async (request) => {
            if (!isList('posts')(request)) return
            for (const { what, id } of questions === 0 ? [] : (work[questions - 1] ?? [])) {
              if (what === 'create') await on.rest('POST', 'posts', { title: `New ${questions} ${id}`, content: 'x' })
              else if (!touched.has(id)) {
                touched.add(id)
                if (what === 'change') await on.rest('POST', `posts/${id}`, { content: 'Changed.' })
                else await on.rest('DELETE', `posts/${id}${what === 'delete' ? '?force=true' : ''}`)
              }
            }
            questions += 1
          }
          await sync(on)
          const have = await titles(on)
          const stays = Array.from({ length: 260 }, (_, index) => index + 1).filter(
            (id) => !touched.has(id) && (userName === 'editor' || id % 5 === 0),
          )
          expect(stays.filter((id) => !have.has(`Post ${id}`))).toEqual([])
          await on.desk.close()
        },
      ),
      { numRuns: 16 },
    )
  })

  test('stopped by the person it stays stopped, and goes on where it was', async () => {
    const on = await deskOnLongBlog({ posts: 450 })
    on.line.onRequest = async (request) => {
      if (isList('posts')(request) && countOf(on, 'posts') === 3)
        await on.desk.mutate('line', 'setPaused', { blogId: on.blogId, isPaused: true })
    }
    expect(await sync(on)).toMatchObject({ state: 'open', isPaused: true, lastSyncedAt: null })
    const before = (await titles(on)).size
    expect(before).toBeGreaterThanOrEqual(100)
    expect(before).toBeLessThan(450)
    on.line.onRequest = () => {}
    on.line.seen.length = 0
    expect(await sync(on)).toMatchObject({ isPaused: true })
    expect(countOf(on, 'posts')).toBe(0)

    await on.desk.mutate('line', 'setPaused', { blogId: on.blogId, isPaused: false })
    await sync(on)
    expect((await titles(on)).size).toBe(450)
    // Five pages hold what was left, another looks what came to the top meanwhile.
    expect(countOf(on, 'posts')).toBeLessThanOrEqual(6 - Math.floor(before / 100) + 1)
    await on.desk.close()
  })

  test('a line that breaks and a program that ends cost no page that was stored', async () => {
    const on = await deskOnLongBlog({ posts: 450 })
    on.line.fateOf = (request) => (isList('posts')(request) && countOf(on, 'posts') > 3 ? 'lost-after' : 'ok')
    expect(await sync(on)).toMatchObject({ state: 'closed' })
    // Three answers: a page, and two stretches that were meant to be a page each.
    expect((await titles(on)).size).toBeGreaterThanOrEqual(270)
    on.line.fateOf = () => 'ok'
    const again = await on.reopen()
    // Somebody works on, far above where the pull stands.
    await on.rest('POST', 'posts/450', { content: 'Changed.' })
    on.line.seen.length = 0
    await sync(on, again)
    expect((await titles(on, again)).size).toBe(450)
    expect(countOf(on, 'posts')).toBeLessThanOrEqual(4)
    const changed = (await again.query('posts', 'list', { blogId: on.blogId })).find(
      ({ title }) => title === 'Post 450',
    )
    expect(changed?.excerptLine).toBe('Changed.')
    await again.close()
  })

  test('of one blog may be stopped while another’s is brought down whole', async () => {
    const on = await deskOnLongBlog({ posts: 230 })
    on.line.onRequest = async (request) => {
      if (isList('posts')(request)) await on.desk.mutate('line', 'setPaused', { blogId: on.blogId, isPaused: true })
    }
    await sync(on)
    const practice = await on.desk.mutate('blogs', 'connectPractice')
    expect(await on.desk.mutate('line', 'syncNow', { blogId: practice.id })).toMatchObject({ isPaused: false })
    expect((await on.desk.query('posts', 'list', { blogId: practice.id })).length).toBeGreaterThan(5)
    expect((await titles(on)).size).toBe(100)
    on.line.onRequest = () => {}
    await on.desk.mutate('line', 'setPaused', { blogId: on.blogId, isPaused: false })
    await sync(on)
    expect((await titles(on)).size).toBe(230)
    await on.desk.close()
  })

  test('what the person sends in the middle of it does not wait for its end', async () => {
    const on = await deskOnLongBlog({ posts: 900 })
    const { id: postId } = await on.desk.mutate('posts', 'create', { blogId: on.blogId })
    await write(on.desk, postId, { title: 'Urgent', blocks: [paragraph('Now.')] })
    let isQueued = false
    on.line.onRequest = async (request) => {
      if (!isList('posts')(request) || isQueued || countOf(on, 'posts') < 3) return
      isQueued = true
      await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
      void sync(on)
    }
    await sync(on)
    const order = on.line.seen.map((request) =>
      request.isWrite ? 'write' : isList('posts')(request) && !request.path.includes('slug') ? 'page' : '',
    )
    expect(order.lastIndexOf('page')).toBeGreaterThan(order.indexOf('write'))
    expect((await titles(on)).size).toBe(901)
    await on.desk.close()
  })
})

describe('what has gone from the blog', () => {
  async function synced(posts: number): Promise<DeskOnLongBlog> {
    const on = await deskOnLongBlog({ posts, comments: 20 })
    await sync(on)
    return on
  }

  test('a post in the blog’s trash and one deleted for good count as in the trash, with their words', async () => {
    const on = await synced(12)
    await on.rest('DELETE', 'posts/3')
    await on.rest('DELETE', 'posts/4?force=true')
    await sync(on)
    for (const title of ['Post 3', 'Post 4']) {
      const { id, state } = await postCalled(on, title)
      expect(state).toBe('in-trash')
      const { document } = await on.desk.query('posts', 'get', { postId: id })
      expect(JSON.stringify(document)).toContain(`The words of ${title.toLowerCase()}.`)
    }
    await on.desk.close()
  })

  test('a post that comes out of the trash is as before', async () => {
    const on = await synced(12)
    await on.rest('DELETE', 'posts/3')
    await sync(on)
    await on.rest('POST', 'posts/3', { status: 'publish' })
    await sync(on)
    expect((await postCalled(on, 'Post 3')).state).toBe('published')
    await on.desk.close()
  })

  test('the person’s own words on it stay theirs, and they are told', async () => {
    const on = await synced(12)
    const { id } = await postCalled(on, 'Post 3')
    await write(on.desk, id, { title: 'My post 3' })
    await on.rest('DELETE', 'posts/3')
    await sync(on)
    expect(await on.desk.query('posts', 'get', { postId: id })).toMatchObject({
      title: 'My post 3',
      state: 'off-the-blog',
    })
    await on.desk.close()
  })

  test('is looked for once an hour, not in every round', async () => {
    const on = await synced(12)
    on.desk.core.start()
    const idQuestions = () =>
      on.asked.filter((url) => url.includes('/posts?') && url.includes('_fields=id%2Cmodified')).length
    const settle = async (): Promise<void> => {
      for (;;) {
        const [line] = await on.desk.query('line', 'list')
        if (line && !line.isSyncing) return
        await new Promise((resolve) => void setImmediate(resolve))
      }
    }
    await settle()
    const before = idQuestions()
    for (let minute = 0; minute < 59; minute += 1) {
      on.clock.advance(60_000)
      await settle()
    }
    expect(idQuestions()).toBe(before)
    for (let minute = 0; minute < 3; minute += 1) {
      on.clock.advance(60_000)
      await settle()
    }
    expect(idQuestions()).toBe(before + 1)
    await on.desk.close()
  })

  test('more than a fifth of ten: nothing is taken away before the person says so', async () => {
    const on = await synced(20)
    for (const id of [1, 2, 3, 4, 5]) await on.rest('DELETE', `posts/${id}?force=true`)
    expect(await sync(on)).toMatchObject({ vanished: { count: 5, ofCount: 20 } })
    const inTrash = async () =>
      (await on.desk.query('posts', 'list', { blogId: on.blogId })).filter(({ state }) => state === 'in-trash').length
    expect(await inTrash()).toBe(0)
    expect(await on.desk.mutate('line', 'confirmVanished', { blogId: on.blogId })).toMatchObject({ vanished: null })
    expect(await inTrash()).toBe(5)
    await expect(on.desk.mutate('line', 'confirmVanished', { blogId: on.blogId })).rejects.toMatchObject({
      data: { kind: 'not-allowed-now', why: 'nothing-vanished' },
    })
    await on.desk.close()
  })

  test('a blog that is whole again before the answer takes the question back', async () => {
    const on = await synced(20)
    for (const id of [1, 2, 3, 4, 5]) await on.rest('DELETE', `posts/${id}`)
    expect((await sync(on)).vanished).not.toBeNull()
    for (const id of [1, 2, 3, 4, 5]) await on.rest('POST', `posts/${id}`, { status: 'publish' })
    expect(await sync(on)).toMatchObject({ vanished: null })
    await on.desk.close()
  })

  test('a list that leaves a post out is not believed: the post itself is asked for', async () => {
    const on = await synced(12)
    on.alter = (url, body) =>
      url.includes('_fields=id%2Cmodified') && Array.isArray(body)
        ? body.filter((post: { id?: unknown }) => post.id !== 6)
        : body
    await sync(on)
    expect((await postCalled(on, 'Post 6')).state).toBe('published')
    await on.desk.close()
  })
})

describe('comments', () => {
  test('what a moderator takes away, holds back or approves within the window comes down', async () => {
    const on = await deskOnLongBlog({ posts: 12, comments: 20 })
    await sync(on)
    await on.rest('POST', 'comments/20', { status: 'spam' })
    await on.rest('DELETE', 'comments/19?force=true')
    await on.rest('POST', 'comments/18', { status: 'hold' })
    await sync(on)
    const shown = await on.desk.query('comments', 'list', { blogId: on.blogId, postId: null })
    const status = new Map(shown.map(({ authorName, status }) => [authorName, status]))
    expect(status.size).toBe(18)
    expect([status.get('Reader 20'), status.get('Reader 19'), status.get('Reader 18')]).toEqual([
      undefined,
      undefined,
      'hold',
    ])
    await on.rest('POST', 'comments/20', { status: 'approved' })
    await sync(on)
    expect(await on.desk.query('comments', 'list', { blogId: on.blogId, postId: null })).toHaveLength(19)
    await on.desk.close()
  })

  test('an old thread is read again, whole, when its post changes', async () => {
    const on = await deskOnLongBlog({ posts: 12, comments: 100 })
    await sync(on)
    const isShown = async () =>
      (await on.desk.query('comments', 'list', { blogId: on.blogId, postId: null })).some(
        ({ authorName }) => authorName === 'Reader 1',
      )
    await on.rest('DELETE', 'comments/1')
    await sync(on)
    expect(await isShown()).toBe(true)
    await on.rest('POST', 'posts/1', { content: 'Changed.' })
    await sync(on)
    expect(await isShown()).toBe(false)
    await on.desk.close()
  })
})
