import { expect, test } from 'vitest'
import type { RemoteTermId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'
import { ferry } from '../../support/pictures.ts'

const sync = ({ desk, blogId }: DeskOnBlog) => desk.mutate('line', 'syncNow', { blogId })

test('a question about a post names categories and featured pictures, also without a line', async () => {
  const on = await deskOnPracticeBlog()
  const administrator = on.as('administrator')
  const upload = (fileName: string, alt: string) =>
    administrator.uploadMedia({ bytes: new Uint8Array(ferry.bytes), fileName, mimeType: 'image/gif', alt })
  const before = await upload('pier.gif', '')
  const after = await upload('harbour.gif', 'The harbour at dusk')
  const category = await administrator.ensureTerm('category', 'Travel')
  const postId = await newPost(on.desk, on.blogId, 'The ferry', paragraph('It leaves at six.'))
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('not published')
  on.clock.advance(60_000)
  await administrator.updatePost(remoteId, { featuredMediaId: before.remoteId })
  await sync(on)
  on.clock.advance(60_000)
  await write(on.desk, postId, { blocks: [paragraph('It leaves at seven.')] })
  await administrator.updatePost(remoteId, {
    content: '<!-- wp:paragraph -->\n<p>It leaves at eight.</p>\n<!-- /wp:paragraph -->',
    featuredMediaId: after.remoteId,
    categoryIds: [1 as RemoteTermId, category.remoteId],
  })
  // The blog's terms come down every ten minutes.
  on.clock.advance(10 * 60_000)
  await sync(on)
  on.line.fateOf = () => 'lost-before'

  const { items, categoryNames, pictureNames } = await on.desk.query('posts', 'conflict', { postId })
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['featured-media', 'category']))
  expect(categoryNames).toEqual({ [category.remoteId]: 'Travel' })
  expect(pictureNames).toEqual({
    [before.remoteId]: expect.stringMatching(/^pier.*\.gif$/),
    [after.remoteId]: 'The harbour at dusk',
  })
  await on.desk.close()
})
