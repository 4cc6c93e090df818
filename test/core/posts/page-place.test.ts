import { expect, test } from 'vitest'
import type { PostId, RemotePostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, paragraph, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

async function newPage({ desk, blogId }: DeskOnBlog, title: string): Promise<PostId> {
  const { id } = await desk.mutate('posts', 'create', { blogId, kind: 'page' })
  await write(desk, id, { title, blocks: [paragraph(`${title} of the embassy.`)] })
  return id
}

async function send(on: DeskOnBlog, postId: PostId): Promise<RemotePostId> {
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  on.clock.advance(60_000)
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('not on the blog')
  return remoteId
}

const place = ({ desk }: DeskOnBlog, postId: PostId) => desk.query('pages', 'place', { postId })
const onBlog = ({ as }: DeskOnBlog, id: RemotePostId) => as('editor').ofKind('page').getPost(id)

async function twoPages() {
  const on = await deskOnPracticeBlog()
  const [above, below] = [await newPage(on, 'Embassy'), await newPage(on, 'Opening hours')]
  const [aboveId, belowId] = [await send(on, above), await send(on, below)]
  return { on, above, below, aboveId, belowId }
}

test('a page moves under another with its next sending, and not before', async () => {
  const { on, below, aboveId, belowId } = await twoPages()
  expect(await place(on, below)).toEqual({
    parentId: null,
    order: 0,
    isWish: false,
    isMovedSince: false,
    parents: [{ remoteId: aboveId, title: 'Embassy' }],
  })
  await on.desk.mutate('pages', 'setParent', { postId: below, parentId: aboveId })
  expect(await place(on, below)).toMatchObject({ parentId: aboveId, isWish: true, isMovedSince: false })
  expect((await on.desk.query('posts', 'get', { postId: below })).state).toBe('edited')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect((await onBlog(on, belowId)).page?.parentId).toBeNull()
  await send(on, below)
  expect(await onBlog(on, belowId)).toMatchObject({
    page: { parentId: aboveId, order: 0 },
    link: expect.stringMatching(/\/embassy\/opening-hours\/$/),
  })
  expect(await place(on, below)).toMatchObject({ parentId: aboveId, isWish: false })
  expect((await on.desk.query('posts', 'get', { postId: below })).state).toBe('published')
  await on.desk.close()
})

test('what was chosen for a page that the blog does not have yet goes with it', async () => {
  const { on, aboveId } = await twoPages()
  const postId = await newPage(on, 'Visas')
  await on.desk.mutate('pages', 'setParent', { postId, parentId: aboveId })
  const remoteId = await send(on, postId)
  expect((await onBlog(on, remoteId)).page?.parentId).toBe(aboveId)
  await on.desk.close()
})

test('a page that somebody else moved since stays where they put it, and the choice stays to be made again', async () => {
  const { on, below, aboveId, belowId } = await twoPages()
  const otherId = await send(on, await newPage(on, 'Consulate'))
  await on.desk.mutate('pages', 'setParent', { postId: below, parentId: aboveId })
  await on.rest('POST', `pages/${belowId}`, { parent: otherId })
  await write(on.desk, below, { title: 'Opening hours in winter' })
  await send(on, below)
  expect(await onBlog(on, belowId)).toMatchObject({ title: 'Opening hours in winter', page: { parentId: otherId } })
  expect(await place(on, below)).toMatchObject({ parentId: aboveId, isWish: true, isMovedSince: true })
  await on.desk.mutate('pages', 'setParent', { postId: below, parentId: aboveId })
  await send(on, below)
  expect((await onBlog(on, belowId)).page?.parentId).toBe(aboveId)
  await on.desk.close()
})

test('choosing what the blog has takes the choice back', async () => {
  const { on, below, aboveId } = await twoPages()
  await on.desk.mutate('pages', 'setParent', { postId: below, parentId: aboveId })
  await on.desk.mutate('pages', 'setParent', { postId: below, parentId: null })
  expect(await place(on, below)).toMatchObject({ parentId: null, isWish: false })
  expect((await on.desk.query('posts', 'get', { postId: below })).state).toBe('published')
  await on.desk.close()
})

test('no page is put under itself, under one that stands under it, or under a page that the blog does not have', async () => {
  const { on, above, below, aboveId, belowId } = await twoPages()
  await on.desk.mutate('pages', 'setParent', { postId: below, parentId: aboveId })
  await send(on, below)
  expect((await place(on, above)).parents).toEqual([])
  const missing = { data: { kind: 'no-such-item' } }
  for (const parentId of [aboveId, belowId, 999_999 as RemotePostId])
    await expect(on.desk.mutate('pages', 'setParent', { postId: above, parentId })).rejects.toMatchObject(missing)
  const { id } = await on.desk.mutate('posts', 'create', { blogId: on.blogId })
  await expect(on.desk.mutate('pages', 'setParent', { postId: id, parentId: aboveId })).rejects.toMatchObject(missing)
  await on.desk.close()
})
