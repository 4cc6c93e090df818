import { expect, test } from 'vitest'
import { deskOnPracticeBlog, newPost, write } from '../../support/desk-on-practice-blog.ts'

test('a tag made on the blog a moment ago comes down with the post it is on, and stays there when the person sends', async () => {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'Ferries')
  await write(on.desk, postId, { tags: ['rice'] })
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('not sent')
  const colleague = on.as('administrator')
  const { tagIds } = await colleague.getPost(remoteId)
  const floods = await colleague.ensureTerm('tag', 'floods')
  await colleague.updatePost(remoteId, { tagIds: [...tagIds, floods.remoteId] })
  on.clock.advance(60_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect((await on.desk.query('posts', 'get', { postId })).tags).toEqual(['rice', 'floods'])
  await write(on.desk, postId, { title: 'Ferries again' })
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  expect((await colleague.getPost(remoteId)).tagIds).toEqual([...tagIds, floods.remoteId])
  await on.desk.close()
})
