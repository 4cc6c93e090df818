import { expect, test } from 'vitest'
import type { PostId, RemotePostId } from '../../../src/shared/domain/ids.ts'
import type { PracticeUserName } from '../../../src/main/core/practice-blog/practice-state.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'

async function publicPost(userName: PracticeUserName = 'editor') {
  const on = await deskOnPracticeBlog({ userName })
  const postId = await newPost(on.desk, on.blogId, 'Opening hours', paragraph('From nine to noon.'))
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const get = (id: PostId = postId) => on.desk.query('posts', 'get', { postId: id })
  const remoteId = (await get()).remoteId as RemotePostId
  const stick = (isSticky: boolean) => on.desk.mutate('posts', 'setSticky', { postId, isSticky })
  const send = async () => {
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.syncUntilQuiet()
  }
  const isAtTop = async () => (await on.as('administrator').getPost(remoteId)).isSticky === true
  const listed = async () =>
    (await on.desk.query('posts', 'list', { blogId: on.blogId })).find(({ id }) => id === postId)
  return { ...on, postId, remoteId, get, stick, send, isAtTop, listed }
}

test('a tick goes to the top of the blog with the next sending and with nothing else, and off it the same way', async () => {
  const on = await publicPost()
  await on.stick(true)
  on.clock.advance(2 * 3_600_000)
  await on.syncUntilQuiet()
  expect(await on.isAtTop(), 'nothing goes unasked').toBe(false)
  expect(await on.get()).toMatchObject({ isSticky: true, state: 'edited', stickyFixed: null })
  expect(await on.listed()).toMatchObject({ isSticky: true })
  await on.send()
  expect(await on.isAtTop()).toBe(true)
  expect(await on.get()).toMatchObject({ isSticky: true, state: 'published' })
  expect(await on.visit('/')).toContain('Opening hours')
  await on.stick(false)
  await on.send()
  expect(await on.isAtTop()).toBe(false)
  expect(await on.get()).toMatchObject({ isSticky: false, state: 'published' })
  await on.desk.close()
})

test('a tick taken back is no change any more', async () => {
  const on = await publicPost()
  await on.stick(true)
  await on.stick(false)
  expect(await on.get()).toMatchObject({ isSticky: false, state: 'published' })
  await on.desk.close()
})

test('a draft that the blog never had goes to the top when it goes out, also when answers are lost', async () => {
  const on = await publicPost()
  const draftId = await newPost(on.desk, on.blogId, 'The notice of the month')
  await on.desk.mutate('posts', 'setSticky', { postId: draftId, isSticky: true })
  on.line.fateOf = ({ isWrite }, index) => (isWrite && index % 2 === 0 ? 'lost-after' : 'ok')
  await on.desk.mutate('posts', 'publish', { postId: draftId, as: 'publish' })
  await on.syncUntilQuiet()
  expect(await on.get(draftId)).toMatchObject({ isSticky: true, state: 'published' })
  const { items } = await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
  expect(items.map(({ title, isSticky }) => [title, isSticky])).toEqual([
    ['The notice of the month', true],
    ['Opening hours', undefined],
  ])
  await on.desk.close()
})

test('an account without the right changes nothing at the top, and takes nothing off it with its words', async () => {
  const on = await publicPost('author')
  await expect(on.stick(true)).rejects.toMatchObject({
    data: { kind: 'not-allowed-now', why: 'no-right-to-stick' },
  })
  await on.as('administrator').updatePost(on.remoteId, { isSticky: true })
  await on.syncUntilQuiet()
  expect(await on.get()).toMatchObject({ isSticky: true, stickyFixed: 'no-right', state: 'published' })
  await write(on.desk, on.postId, { blocks: [paragraph('From nine to one.')] })
  await on.send()
  expect(await on.isAtTop()).toBe(true)
  await on.desk.close()
})

test('what others do at the top comes in beside words of the person’s own, and is theirs to undo', async () => {
  const on = await publicPost()
  await write(on.desk, on.postId, { blocks: [paragraph('From nine to one.')] })
  await on.stick(true)
  await on.as('administrator').updatePost(on.remoteId, { isSticky: true })
  await on.syncUntilQuiet()
  await on.as('administrator').updatePost(on.remoteId, { isSticky: false })
  await on.syncUntilQuiet()
  expect(await on.get(), 'the wish was fulfilled by a colleague, who took it back').toMatchObject({ isSticky: false })
  await on.send()
  expect(await on.isAtTop()).toBe(false)
  await on.desk.close()
})

test('a post that has a password by now stays where it is, its words go, and the wish is kept', async () => {
  const on = await publicPost()
  await on.stick(true)
  await on.rest('POST', `posts/${on.remoteId}`, { password: 'secret' })
  await write(on.desk, on.postId, { blocks: [paragraph('From nine to one.')] })
  await on.send()
  expect((await on.as('administrator').getPost(on.remoteId)).content).toContain('nine to one')
  expect(await on.isAtTop()).toBe(false)
  expect(await on.get()).toMatchObject({ isSticky: true, stickyFixed: 'has-password', state: 'edited' })
  await on.stick(false)
  expect(await on.get()).toMatchObject({ isSticky: false, state: 'published' })
  await on.desk.close()
})

test('what a plugin does at the top, which counts as no change of the post, is seen with the next comparison', async () => {
  const on = await publicPost()
  on.clock.advance(-6 * 3_600_000)
  await on.as('administrator').updatePost(on.remoteId, { isSticky: true })
  await on.syncUntilQuiet()
  expect(await on.get()).toMatchObject({ isSticky: true, state: 'published' })
  await on.desk.close()
})
