import { describe, expect, test, vi } from 'vitest'
import { pausedUntil } from '../../../src/main/core/sync/retry-policy.ts'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import { utcIso } from '../../../src/shared/domain/ids.ts'
import { ferry, pictureOf } from '../../support/pictures.ts'
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
