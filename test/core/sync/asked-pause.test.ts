import { describe, expect, test, vi } from 'vitest'
import { pausedUntil } from '../../../src/main/core/sync/retry-policy.ts'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import { utcIso } from '../../../src/shared/domain/ids.ts'
import { ferry, pictureOf } from '../../support/pictures.ts'
import { postWithComments } from '../../support/post-with-comments.ts'
import { deskOnPracticeBlog, newPost, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

const busy =
  (headers: Record<string, string> = { 'retry-after': '600' }, status = 429) =>
  (): Response =>
    new Response('', { status, headers })

/** Three posts wait; the first write is answered with `answer`. */
async function pausedBy(answer: () => Response): Promise<DeskOnBlog> {
  const on = await deskOnPracticeBlog()
  for (const title of ['One', 'Two', 'Three']) {
    const postId = await newPost(on.desk, on.blogId, title)
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  }
  on.line.seen.length = 0
  on.line.fateOf = ({ isWrite }) => (isWrite && writesOf(on) === 1 ? { answer } : 'ok')
  on.desk.core.start()
  await rested(on)
  return on
}

const writesOf = ({ line }: DeskOnBlog): number => line.seen.filter(({ isWrite }) => isWrite).length
const lineOf = async ({ desk, blogId }: DeskOnBlog) =>
  (await desk.query('line', 'list')).find((line) => line.blogId === blogId)
const rested = (on: DeskOnBlog): Promise<void> =>
  vi.waitFor(
    async () => {
      expect(on.line.seen.length).toBeGreaterThan(0)
      expect(await lineOf(on)).toMatchObject({ isSyncing: false })
    },
    { interval: 1 },
  )
const waiting = async (on: DeskOnBlog): Promise<string[]> =>
  (await on.desk.query('outbox', 'list', { blogId: on.blogId })).map(({ what, state }) => `${what}: ${state}`)

describe('a blog that asks one entry to wait', () => {
  test('is left alone by all of them until then, and the line says so', async () => {
    const on = await pausedBy(busy())
    expect(await waiting(on)).toEqual(['One: waiting', 'Two: ready', 'Three: ready'])
    const until = utcIso(new Date(on.clock.now().getTime() + 600_000))
    expect(await lineOf(on)).toMatchObject({ state: 'open', pausedUntil: until })
    const seen = on.line.seen.length
    on.clock.advance(599_000)
    await rested(on)
    expect(on.line.seen).toHaveLength(seen)
    on.clock.advance(2_000)
    await vi.waitFor(async () => expect(await waiting(on)).toEqual(['Three: done', 'Two: done', 'One: done']), {
      interval: 1,
    })
    expect(await lineOf(on)).toMatchObject({ pausedUntil: null })
    await on.desk.close()
  })

  test('is left alone after a restart, too, and a new entry waits with the others', async () => {
    const on = await pausedBy(busy())
    await on.desk.close()
    const desk = on.openOther(on.profileFolder)
    const postId = await newPost(desk, on.blogId, 'Four')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    const writes = writesOf(on)
    await desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(writesOf(on)).toBe(writes)
    await desk.close()
  })

  test('does not make the others wait behind that entry for ever', async () => {
    const on = await deskOnPracticeBlog()
    const { id } = await on.desk.mutate('media', 'add', ferry)
    const publish = async (title: string, ...blocks: BlockNode[]) => {
      const postId = await newPost(on.desk, on.blogId, title, ...blocks)
      return on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    }
    const withPicture = await publish('The ferry', pictureOf(id))
    const text = await publish('Only text')
    await on.desk.mutate('outbox', 'move', { entryId: withPicture.id, before: text.id })
    on.line.fateOf = ({ path, isWrite }) => (isWrite && path === '/wp/v2/media' ? { answer: busy() } : 'ok')
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await waiting(on)).toEqual(['ferry.gif: waiting', 'The ferry: ready', 'Only text: ready'])
    on.clock.advance(20 * 60_000)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await waiting(on)).toEqual(['ferry.gif: waiting', 'The ferry: ready', 'Only text: done'])
    await on.desk.close()
  })

  test('with 503 and a time is left alone as well; a mangled upload concerns nobody else', () => {
    const at = (ms: number) => utcIso(new Date(ms))
    const entry = { state: 'waiting' as const, nextAttemptAt: at(5_000) }
    const unavailable = { kind: 'unavailable' as const, status: 503, retryAfterMs: 5_000 }
    expect(pausedUntil([{ ...entry, reason: unavailable }], at(0))).toBe(at(5_000))
    expect(pausedUntil([{ ...entry, reason: unavailable }], at(5_000))).toBeNull()
    expect(pausedUntil([{ ...entry, reason: { ...unavailable, status: 412 } }], at(0))).toBeNull()
    expect(pausedUntil([{ ...entry, reason: { ...unavailable, retryAfterMs: null } }], at(0))).toBeNull()
    expect(pausedUntil([{ ...entry, reason: { kind: 'offline' } }], at(0))).toBeNull()
    expect(pausedUntil([{ ...entry, state: 'held', reason: unavailable }], at(0))).toBeNull()
  })
})

describe('a blog that spaces what one person comments', () => {
  /** Two answers under two posts, a decision and a new post wait; the blog takes one answer in 15 s. */
  async function spaced() {
    const on = await postWithComments(['When?', 'Where?'], { userName: 'author' })
    const other = await newPost(on.desk, on.blogId, 'Ask me, too')
    await on.desk.mutate('posts', 'publish', { postId: other, as: 'publish' })
    await on.syncUntilQuiet()
    const { remoteId } = await on.desk.query('posts', 'get', { postId: other })
    on.clock.advance(60_000)
    await on.visitorComment(Number(remoteId), 'Why?')
    await on.sync()
    const [why] = await on.desk.query('comments', 'list', { blogId: on.blogId, postId: other })
    await on.reply('In March.')
    await on.reply('By the river.', on.ids[1])
    await on.reply('For the oysters.', why?.id)
    const postId = await newPost(on.desk, on.blogId, 'Oysters')
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    const outbox = async (): Promise<string[]> =>
      (await on.desk.query('outbox', 'list', { blogId: on.blogId }))
        .slice(0, 4)
        .map(({ kind, what, state }) => `${kind === 'send-reply' ? what.split(': ')[1] : what}: ${state}`)
        .toSorted()
    return { ...on, outbox }
  }

  test('holds the answers of this account in every thread, and nothing else', async () => {
    const on = await spaced()
    await on.sync()
    expect(await on.outbox()).toEqual([
      'By the river.: waiting',
      'For the oysters.: ready',
      'In March.: done',
      'Oysters: done',
    ])
    expect(await lineOf(on)).toMatchObject({ state: 'open', pausedUntil: null })
    const answers = (): number =>
      on.line.seen.filter(({ isWrite, path }) => isWrite && path === '/wp/v2/comments').length
    const asked = answers()
    on.clock.advance(10_000)
    await on.sync()
    expect(answers()).toBe(asked)
    await on.desk.close()
  })

  test('gets them one after the other, each once', async () => {
    const on = await spaced()
    await on.syncUntilQuiet()
    expect(await on.outbox()).toEqual([
      'By the river.: done',
      'For the oysters.: done',
      'In March.: done',
      'Oysters: done',
    ])
    const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
    const { items } = await on.as('administrator').listComments(query)
    expect(items.filter(({ parentRemoteId }) => parentRemoteId !== null)).toHaveLength(3)
    await on.desk.close()
  })
})
