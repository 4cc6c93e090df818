import { expect, test } from 'vitest'
import { documentToText } from '../../../src/shared/content/document-to-text.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'

test.each([
  ['comes into the draft and is not sent', 'ok'],
  ['is found by the next attempt when our answer was lost', 'lost-after'],
] as const)('what a colleague saved between our look and our write %s', async (_what, fate) => {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'Ferries', paragraph('One.'), paragraph('Two.'))
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('not sent')
  on.clock.advance(60_000)
  const colleague = on.as('administrator')
  const { content } = await colleague.getPost(remoteId)
  await write(on.desk, postId, { blocks: [paragraph('One, says the author.'), paragraph('Two.')] })
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  let hasSaved = false
  on.line.fateOf = ({ isWrite, path }) => (isWrite && path === `/wp/v2/posts/${remoteId}` && !hasSaved ? fate : 'ok')
  on.line.onRequest = async ({ isWrite, path }) => {
    if (!isWrite || path !== `/wp/v2/posts/${remoteId}` || hasSaved) return
    hasSaved = true
    await colleague.updatePost(remoteId, { content: content.replace('Two.', 'Two, says a colleague.') })
  }
  await on.syncUntilQuiet()

  expect((await colleague.getPost(remoteId)).content).toContain('One, says the author.')
  expect((await colleague.getPost(remoteId)).content).not.toContain('says a colleague')
  const post = await on.desk.query('posts', 'get', { postId })
  expect([post.state, documentToText(post.document)]).toEqual([
    'edited',
    'One, says the author.\nTwo, says a colleague.',
  ])
  const [entry] = await on.desk.query('outbox', 'list', { blogId: on.blogId })
  expect(entry?.receipt?.crossedAt).toMatch(/^2026-/)
  const history = await on.desk.query('posts', 'history', { postId })
  expect(history.map(({ why }) => why)).toContain('received')
  await on.desk.close()
})

test('a send that nobody crossed says so', async () => {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'Ferries', paragraph('One.'))
  for (const text of ['Two.', 'Three.']) {
    await write(on.desk, postId, { blocks: [paragraph(text)] })
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.syncUntilQuiet()
  }
  const entries = await on.desk.query('outbox', 'list', { blogId: on.blogId })
  expect(entries.map(({ receipt }) => receipt?.crossedAt)).toEqual([null, null])
  await on.desk.close()
})
