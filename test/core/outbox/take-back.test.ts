import { describe, expect, test } from 'vitest'
import type { MediaId, PostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { ferry, pictureOf } from '../../support/pictures.ts'

const addFerry = async (desk: TestDesk): Promise<MediaId> => (await desk.mutate('media', 'add', ferry)).id

async function heldPostWithPicture() {
  const on = await deskOnPracticeBlog({ holdMs: 10_000 })
  const mediaId = await addFerry(on.desk)
  const postId = await newPost(on.desk, on.blogId, 'The ferry', paragraph('At dawn.'), pictureOf(mediaId))
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  const states = async () =>
    (await on.desk.query('outbox', 'list', { blogId: on.blogId })).map(({ what, state }) => `${what}: ${state}`)
  const publish = (id: PostId) => on.desk.mutate('posts', 'publish', { postId: id, as: 'publish' })
  return { ...on, mediaId, postId, states, publish }
}

describe('a picture goes with the post that shows it', () => {
  test('taken out of the post before it left, it is never sent', async () => {
    const { desk, clock, postId, publish, states, syncUntilQuiet, libraryCount } = await heldPostWithPicture()
    await write(desk, postId, { blocks: [paragraph('No picture after all.')] })
    await publish(postId)
    expect(await states()).toEqual(['The ferry: held'])
    clock.advance(10_000)
    await syncUntilQuiet()
    expect(libraryCount()).toBe(0)
    await desk.close()
  })

  test('a post in the local trash leaves a picture that another post waits for in the outbox', async () => {
    const { desk, blogId, clock, postId, mediaId, publish, states, syncUntilQuiet } = await heldPostWithPicture()
    const other = await newPost(desk, blogId, 'The same ferry', paragraph('Again.'), pictureOf(mediaId))
    await publish(other)
    await desk.mutate('posts', 'setTrashed', { postId, isTrashed: true })
    expect(await states()).toEqual(['ferry.gif: held', 'The same ferry: held'])
    clock.advance(10_000)
    await syncUntilQuiet()
    expect(await desk.query('posts', 'get', { postId: other })).toMatchObject({ state: 'published' })
    await desk.close()
  })

  test('it cannot be taken back alone, and goes with the post that is taken back', async () => {
    const { desk, blogId, states } = await heldPostWithPicture()
    const [picture, post] = await desk.query('outbox', 'list', { blogId })
    if (!picture || !post) throw new Error('two entries were expected')
    await expect(desk.mutate('outbox', 'cancel', { entryId: picture.id })).rejects.toMatchObject({
      data: { kind: 'not-allowed-now', why: 'a-post-shows-it' },
    })
    await desk.mutate('outbox', 'cancel', { entryId: post.id })
    expect(await states()).toEqual([])
    await desk.close()
  })

  test('an account that may not upload hears so before anything is queued', async () => {
    const { desk, blogId } = await deskOnPracticeBlog({ userName: 'contributor' })
    const postId = await newPost(desk, blogId, 'The ferry', pictureOf(await addFerry(desk)))
    await expect(desk.mutate('posts', 'publish', { postId, as: 'pending' })).rejects.toMatchObject({
      data: { kind: 'not-allowed-now', why: 'no-right-to-upload' },
    })
    expect(await desk.query('outbox', 'list', { blogId })).toEqual([])
    await desk.close()
  })
})

describe('the last word counts', () => {
  test('words changed back to those still on their way are sent again, after what came between', async () => {
    const { desk, blogId, line, as, syncUntilQuiet } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'First')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await syncUntilQuiet()
    await write(desk, postId, { title: 'Second' })
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
    await desk.mutate('line', 'syncNow', { blogId })
    line.fateOf = () => 'ok'
    for (const title of ['Third', 'Second']) {
      await write(desk, postId, { title })
      await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    }
    await syncUntilQuiet()
    const { items } = await as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
    expect(items.map(({ title }) => title)).toEqual(['Second'])
    await desk.close()
  })

  test('publishing again takes up an entry that the blog had refused', async () => {
    const { desk, blogId, line, as, syncUntilQuiet } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Refused at first')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    const refused = (): Response => Response.json({ code: 'rest_cannot_create', message: '' }, { status: 403 })
    line.fateOf = ({ isWrite }) => (isWrite ? { answer: refused } : 'ok')
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await desk.query('outbox', 'list', { blogId })).toMatchObject([{ state: 'blocked' }])
    line.fateOf = () => 'ok'
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await syncUntilQuiet()
    const { items } = await as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
    expect(items).toMatchObject([{ title: 'Refused at first', status: 'publish' }])
    await desk.close()
  })
})

describe('an earlier version of a post with a later one behind it', () => {
  async function twoVersions() {
    const on = await deskOnPracticeBlog()
    const { desk, blogId, line, clock } = on
    const postId = await newPost(desk, blogId, 'The ferry', paragraph('First words.'))
    line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
    const first = await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await desk.mutate('line', 'syncNow', { blogId })
    await write(desk, postId, { title: 'The ferry', blocks: [paragraph('Other words.')] })
    const second = await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    line.fateOf = ({ isWrite }) => (isWrite ? { answer: tooMany } : 'ok')
    clock.advance(20 * 60_000)
    await desk.mutate('line', 'syncNow', { blogId })
    line.fateOf = () => 'ok'
    const states = async () => (await desk.query('outbox', 'list', { blogId })).map(({ state }) => state)
    expect(await states()).toEqual(['waiting', 'ready'])
    const isOnBlog = async (words: string) => {
      const { items } = await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
      return items.some(({ content }) => content.includes(words))
    }
    return { ...on, first, second, states, isOnBlog }
  }

  test('can be taken back', async () => {
    const { desk, first, isOnBlog, syncUntilQuiet } = await twoVersions()
    await desk.mutate('outbox', 'cancel', { entryId: first.id })
    await syncUntilQuiet()
    expect(await isOnBlog('Other words.')).toBe(true)
    await desk.close()
  })

  test('goes although the later one is kept here', async () => {
    const { desk, blogId, clock, second, states, isOnBlog } = await twoVersions()
    await desk.mutate('outbox', 'hold', { entryId: second.id })
    clock.advance(20 * 60_000)
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await states()).toEqual(['held', 'done'])
    expect(await isOnBlog('First words.')).toBe(true)
    await desk.close()
  })
})

const tooMany = (): Response =>
  new Response('{"code":"slow_down","message":""}', {
    status: 429,
    headers: { 'content-type': 'application/json', 'retry-after': '5' },
  })
