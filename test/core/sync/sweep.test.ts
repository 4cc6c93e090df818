import { expect, test } from 'vitest'
import { documentToText } from '../../../src/shared/content/document-to-text.ts'
import { deskOnPracticeBlog, newPost, paragraph, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

/** A post whose first draft request waits somewhere on the line while a second one makes it public. */
async function publishedWithALateRequest(): Promise<DeskOnBlog> {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'Once only')
  let isFirst = true
  on.line.fateOf = ({ method, path }) => {
    if (!isFirst || method !== 'POST' || path !== '/wp/v2/posts') return 'ok'
    isFirst = false
    return 'late'
  }
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  return on
}

const states = async ({ as }: DeskOnBlog): Promise<string[]> =>
  (await as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })).items.map(({ status }) => status)

test('a draft that a late request brings after the post was published is put into the trash', async () => {
  const on = await publishedWithALateRequest()
  await on.line.deliverLate()
  expect((await states(on)).toSorted()).toEqual(['draft', 'publish'])
  on.clock.advance(2 * 60_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect(await states(on)).toEqual(['publish'])
  await on.desk.close()
})

test('it is looked for again and again, the last time a day later', async () => {
  const on = await publishedWithALateRequest()
  for (const ms of [2 * 60_000, 13 * 60_000]) {
    on.clock.advance(ms)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  }
  await on.line.deliverLate()
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect((await states(on)).toSorted()).toEqual(['draft', 'publish'])
  on.clock.advance(24 * 3_600_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect(await states(on)).toEqual(['publish'])
  await on.desk.close()
})

test('a start of the desk looks at once', async () => {
  const on = await publishedWithALateRequest()
  await on.line.deliverLate()
  await on.desk.close()
  const again = on.openOther(on.profileFolder)
  await again.mutate('line', 'syncNow', { blogId: on.blogId })
  expect(await states(on)).toEqual(['publish'])
  await again.close()
})

test('a stray draft that somebody has begun to write in is left alone', async () => {
  const on = await publishedWithALateRequest()
  await on.line.deliverLate()
  const { items } = await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
  const stray = items.find(({ status }) => status === 'draft')
  if (!stray) throw new Error('the late request made no draft')
  await on
    .as('administrator')
    .updatePost(stray.remoteId, { content: '<!-- wp:paragraph -->\n<p>Mine now.</p>\n<!-- /wp:paragraph -->' })
  on.clock.advance(2 * 60_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect((await states(on)).toSorted()).toEqual(['draft', 'publish'])
  await on.desk.close()
})

test('a draft that arrives after its act was taken back goes to the trash too', async () => {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'Taken back')
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'late' : 'ok')
  const { id: entryId } = await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-before' : 'ok')
  on.clock.advance(20 * 60_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  await on.desk.mutate('outbox', 'cancel', { entryId })
  on.line.fateOf = () => 'ok'
  await on.line.deliverLate()
  expect(await states(on)).toEqual(['draft'])
  on.clock.advance(2 * 60_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect(await states(on)).toEqual([])
  await on.desk.close()
})

test('what a colleague saved, and a late copy of our own send then replaced, is found among the blog’s revisions', async () => {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'Ferries', paragraph('One.'), paragraph('Two.'))
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('not sent')
  on.clock.advance(60_000)
  await write(on.desk, postId, { blocks: [paragraph('One, says the author.'), paragraph('Two.')] })
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'late' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  on.line.fateOf = () => 'ok'
  await on.syncUntilQuiet()
  const colleague = on.as('administrator')
  const { content } = await colleague.getPost(remoteId)
  await colleague.updatePost(remoteId, { content: content.replace('Two.', 'Two, says a colleague.') })
  await on.line.deliverLate()
  expect((await colleague.getPost(remoteId)).content).not.toContain('says a colleague')
  on.clock.advance(2 * 60_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  const post = await on.desk.query('posts', 'get', { postId })
  expect([post.state, documentToText(post.document)]).toEqual([
    'edited',
    'One, says the author.\nTwo, says a colleague.',
  ])
  await on.desk.close()
})
