import { afterEach, beforeEach, expect, test } from 'vitest'
import { listTagUse } from '../../../src/shared/tags/tag-use.ts'
import { deskOnPracticeBlog, newPost, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

let on: DeskOnBlog
beforeEach(async () => {
  on = await deskOnPracticeBlog({ userName: 'author' })
})
afterEach(() => on.desk.close())

const tagsInList = async (): Promise<string[][]> =>
  (await on.desk.query('posts', 'list', { blogId: on.blogId })).map(({ tags }) => tags)

const use = async (): Promise<unknown> => {
  const posts = await on.desk.query('posts', 'list', { blogId: on.blogId })
  const terms = await on.desk.query('blogs', 'terms', { blogId: on.blogId })
  return listTagUse(posts, terms).map(({ name, hereCount, blogCount, postCount }) => [
    name,
    hereCount,
    blogCount,
    postCount,
  ])
}

test('a list tells the tags of a post as the person has them, and as the blog has them once they went', async () => {
  const postId = await newPost(on.desk, on.blogId, 'Ferries')
  await write(on.desk, postId, { tags: ['rice', 'ferries'] })
  expect(await tagsInList()).toEqual([['rice', 'ferries']])
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  expect(await tagsInList()).toEqual([['rice', 'ferries']])
  await write(on.desk, postId, { tags: ['ferries'] })
  expect(await tagsInList()).toEqual([['ferries']])
})

test('what is used is told from the posts that are here and from what the blog counts of everybody', async () => {
  const editor = on.as('editor')
  const visas = await editor.ensureTerm('tag', 'visas')
  for (const title of ['One', 'Two', 'Three']) {
    const { remoteId } = await editor.createDraft({ slug: title.toLowerCase(), title })
    await editor.updatePost(remoteId, { content: 'Text.', tagIds: [visas.remoteId] })
    await editor.setPostStatus(remoteId, { status: 'publish' })
  }
  const drafts = [await newPost(on.desk, on.blogId, 'Mine'), await newPost(on.desk, on.blogId, 'Mine, too')]
  for (const postId of drafts) await write(on.desk, postId, { tags: ['rice'] })
  const gone = await newPost(on.desk, on.blogId, 'Gone')
  await write(on.desk, gone, { tags: ['rice', 'nobody'] })
  await on.desk.mutate('posts', 'setTrashed', { postId: gone, isTrashed: true })
  on.clock.advance(11 * 60_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect(await use()).toEqual([
    ['visas', 0, 3, 3],
    ['rice', 2, 0, 2],
  ])
})
