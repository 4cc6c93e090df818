import { describe, expect, test } from 'vitest'
import {
  deskOnPracticeBlog,
  newPost,
  paragraph,
  type,
  write,
  type DeskOnBlog,
} from '../../support/desk-on-practice-blog.ts'

const DAY_MS = 24 * 3_600_000

const titles = async ({ desk, blogId }: DeskOnBlog): Promise<string[]> =>
  (await desk.query('posts', 'list', { blogId })).map(({ title }) => title).toSorted()

async function trashed(on: DeskOnBlog, title: string) {
  const postId = await newPost(on.desk, on.blogId, title)
  await on.desk.mutate('posts', 'setTrashed', { postId, isTrashed: true })
  return postId
}

/** A day at a time, as a laptop that is used. */
function live({ clock }: DeskOnBlog, days: number): void {
  for (let day = 0; day < days; day += 1) clock.advance(DAY_MS)
}

describe('the trash of this laptop', () => {
  test('keeps a post for 30 days, then it goes with its history', async () => {
    const on = await deskOnPracticeBlog()
    on.desk.core.start()
    const postId = await trashed(on, 'Old')
    await newPost(on.desk, on.blogId, 'New')
    const [entry] = await on.desk.query('trash', 'list', { blogId: on.blogId })
    expect(entry).toEqual({
      postId,
      trashedAt: '2026-11-21T07:02:00.000Z',
      goesAt: '2026-12-21T07:02:00.000Z',
    })
    live(on, 29)
    expect(await titles(on)).toEqual(['New', 'Old'])
    live(on, 2)
    expect(await titles(on)).toEqual(['New'])
    expect(await on.desk.query('posts', 'history', { postId })).toEqual([])
    await on.desk.close()
  })

  test('lets a post out with everything, and counts anew when it comes back', async () => {
    const on = await deskOnPracticeBlog()
    on.desk.core.start()
    const postId = await trashed(on, 'Old')
    live(on, 29)
    await on.desk.mutate('posts', 'setTrashed', { postId, isTrashed: false })
    expect(await on.desk.query('trash', 'list', { blogId: on.blogId })).toEqual([])
    await on.desk.mutate('posts', 'setTrashed', { postId, isTrashed: true })
    live(on, 29)
    expect(await titles(on)).toEqual(['Old'])
    await on.desk.close()
  })

  test('is not emptied in the first day after a long absence, nor by a clock put forward', async () => {
    const on = await deskOnPracticeBlog()
    on.desk.core.start()
    await trashed(on, 'Old')
    live(on, 1)
    on.clock.turn(400 * DAY_MS)
    on.clock.advance(13 * 3_600_000)
    expect(await titles(on)).toEqual(['Old'])
    on.clock.turn(-400 * DAY_MS)
    live(on, 20)
    expect(await titles(on)).toEqual(['Old'])
    live(on, 12)
    expect(await titles(on)).toEqual([])
    await on.desk.close()
  })

  test('keeps what somebody writes on in it, 30 days from the last word, and the key of that very moment', async () => {
    const on = await deskOnPracticeBlog()
    on.desk.core.start()
    const postId = await trashed(on, 'Old')
    live(on, 29)
    on.clock.advance(DAY_MS - 100)
    await type(on.desk, postId, { blocks: [paragraph('Written on.')] })
    on.clock.advance(100)
    expect(await titles(on)).toEqual(['Old'])
    const [entry] = await on.desk.query('trash', 'list', { blogId: on.blogId })
    expect(entry?.goesAt?.slice(0, 10)).toBe('2027-01-20')
    expect((await on.desk.query('posts', 'get', { postId })).document.content).toEqual([paragraph('Written on.')])
    live(on, 31)
    expect(await titles(on)).toEqual([])
    await on.desk.close()
  })

  test('can be emptied of one post now, whatever it was in', async () => {
    const on = await deskOnPracticeBlog()
    const postId = await newPost(on.desk, on.blogId, 'Old')
    const entry = await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.desk.mutate('outbox', 'cancel', { entryId: entry.id })
    const history = await on.desk.query('posts', 'history', { postId })
    await on.desk.mutate('history', 'name', { postId, snapshotId: history[0]?.id ?? '', name: 'Mine' })
    await on.desk.mutate('posts', 'setTrashed', { postId, isTrashed: true })
    await on.desk.mutate('trash', 'deleteNow', { postId })
    expect(await titles(on)).toEqual([])
    expect(await on.desk.query('posts', 'lastOpened')).toBeNull()
    await expect(on.desk.query('posts', 'get', { postId })).rejects.toMatchObject({ data: { kind: 'no-such-item' } })
    await on.desk.close()
  })

  test('never gives up a post that is not in it, or that the blog has', async () => {
    const on = await deskOnPracticeBlog()
    const draft = await newPost(on.desk, on.blogId, 'Draft')
    const sent = await newPost(on.desk, on.blogId, 'Sent')
    await on.desk.mutate('posts', 'publish', { postId: sent, as: 'publish' })
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    for (const postId of [draft, sent])
      await expect(on.desk.mutate('trash', 'deleteNow', { postId })).rejects.toMatchObject({
        data: { kind: 'not-allowed-now' },
      })
    await write(on.desk, draft, { title: 'Draft still' })
    expect(await titles(on)).toEqual(['Draft still', 'Sent'])
    await on.desk.close()
  })

  test('keeps a post of which a late request may still arrive', async () => {
    const on = await deskOnPracticeBlog()
    const postId = await newPost(on.desk, on.blogId, 'Lost')
    let writes = 0
    on.line.fateOf = ({ isWrite }) => {
      if (!isWrite) return 'ok'
      writes += 1
      return writes === 1 ? 'late' : 'lost-before'
    }
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    for (let round = 0; round < 4; round += 1) {
      await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
      on.clock.advance(20 * 60_000)
    }
    await on.desk.mutate('posts', 'setTrashed', { postId, isTrashed: true })
    expect(await on.desk.query('trash', 'list', { blogId: on.blogId })).toMatchObject([{ postId, goesAt: null }])
    await expect(on.desk.mutate('trash', 'deleteNow', { postId })).rejects.toMatchObject({
      data: { kind: 'not-allowed-now' },
    })
    await on.desk.close()
  })
})
