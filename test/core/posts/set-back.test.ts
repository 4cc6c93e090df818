import { expect, test } from 'vitest'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'

/** A live post, and an update of it whose words are still on their way when the line is given up. */
async function updateGivenUp() {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'Ferries', paragraph('One.'))
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('not sent')
  const says = async (text: string) => {
    await write(on.desk, postId, { blocks: [paragraph(text)] })
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  }
  on.clock.advance(60_000)
  await says('Two.')
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'late' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  on.line.fateOf = () => 'ok'
  const lines = async () =>
    (await on.desk.query('outbox', 'list', { blogId: on.blogId })).map(({ kind, state }) => `${kind} ${state}`)
  const textOnBlog = async () => (await on.as('administrator').getPost(remoteId)).content
  return { ...on, postId, remoteId, says, lines, textOnBlog }
}

test('an older text that a late request put back on the blog is put right, once, as a line of its own', async () => {
  const on = await updateGivenUp()
  await on.syncUntilQuiet()
  on.clock.advance(60_000)
  await on.says('Three.')
  await on.syncUntilQuiet()
  expect(await on.textOnBlog()).toContain('Three.')
  const before = await on.lines()
  on.clock.advance(60_000)
  await on.line.deliverLate()
  expect(await on.textOnBlog()).toContain('Two.')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  await on.syncUntilQuiet()
  expect(await on.textOnBlog()).toContain('Three.')
  expect(await on.lines()).toEqual(['update-post done', ...before])
  const receipts = (await on.desk.query('outbox', 'list', { blogId: on.blogId })).map(
    ({ receipt }) => receipt?.isPutRight,
  )
  expect(receipts).toEqual([true, ...before.map(() => false)])
  expect(await on.desk.query('posts', 'get', { postId: on.postId })).toMatchObject({ state: 'published' })
  await on.desk.close()
})

test('the same text put back by a colleague an hour later is their wish', async () => {
  const on = await updateGivenUp()
  await on.syncUntilQuiet()
  await on.says('Three.')
  await on.syncUntilQuiet()
  on.clock.advance(60 * 60_000)
  const content = (await on.textOnBlog()).replace('Three.', 'Two.')
  await on.as('administrator').updatePost(on.remoteId, { content })
  const before = await on.lines()
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  await on.syncUntilQuiet()
  expect(await on.lines()).toEqual(before)
  expect(await on.textOnBlog()).toContain('Two.')
  await on.desk.close()
})

test('a late request that comes while newer words wait is overwritten by them and taken for nobody’s work', async () => {
  const on = await updateGivenUp()
  await on.syncUntilQuiet()
  await on.says('Three.')
  await on.syncUntilQuiet()
  await on.line.deliverLate()
  await on.says('Four.')
  await on.syncUntilQuiet()
  expect(await on.textOnBlog()).toContain('Four.')
  expect(await on.desk.query('posts', 'get', { postId: on.postId })).toMatchObject({ state: 'published' })
  await on.desk.close()
})
