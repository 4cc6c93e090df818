import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { MOST_SUMMARIES, type PostSummary } from '../../../src/shared/domain/post.ts'
import { deskOnPracticeBlog, newPost, paragraph, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

let on: DeskOnBlog
beforeEach(async () => {
  on = await deskOnPracticeBlog({ contents: 'embassy' })
})
afterEach(() => on.desk.close())

const list = (): Promise<PostSummary[]> => on.desk.query('posts', 'list', { blogId: on.blogId })
const summaries = (...postIds: PostId[]): Promise<PostSummary[]> =>
  on.desk.query('posts', 'summaries', { blogId: on.blogId, postIds })

test('a row that is asked for alone says what the list says of it, whatever became of the post', async () => {
  const draft = await newPost(on.desk, on.blogId, 'A draft')
  await write(on.desk, draft, { tags: ['rice', 'ferries'] })
  await on.desk.mutate('posts', 'setFacts', { postId: draft, reviewBy: '2027-01-01' })
  const trashed = await newPost(on.desk, on.blogId, 'Thrown away')
  await on.desk.mutate('posts', 'setTrashed', { postId: trashed, isTrashed: true })
  const edited = await newPost(on.desk, on.blogId, 'Public')
  await on.desk.mutate('posts', 'publish', { postId: edited, as: 'publish' })
  await on.syncUntilQuiet()
  await write(on.desk, edited, { blocks: [paragraph('Edited since.')] })
  await on.desk.mutate('posts', 'setSticky', { postId: edited, isSticky: true })
  on.line.fateOf = () => 'lost-before'
  const waits = await newPost(on.desk, on.blogId, 'On its way')
  await on.desk.mutate('posts', 'publish', { postId: waits, as: 'publish' })

  const all = await list()
  expect(new Set(all.map(({ state }) => state))).toEqual(
    expect.objectContaining(new Set(['draft', 'in-trash', 'edited', 'waits', 'published'])),
  )
  for (const row of all) expect(await summaries(row.id)).toEqual([row])
  expect(await summaries(waits, draft)).toEqual(
    expect.arrayContaining(all.filter(({ id }) => id === waits || id === draft)),
  )
})

test('of a post that is gone, or of another blog, there is no row', async () => {
  const gone = await newPost(on.desk, on.blogId, 'Gone')
  const kept = await newPost(on.desk, on.blogId, 'Kept')
  await on.desk.mutate('posts', 'setTrashed', { postId: gone, isTrashed: true })
  await on.desk.mutate('trash', 'deleteNow', { postId: gone })
  expect((await summaries(gone, kept)).map(({ id }) => id)).toEqual([kept])

  const practice = await on.desk.mutate('blogs', 'connectPractice')
  expect(await on.desk.query('posts', 'summaries', { blogId: practice.id, postIds: [kept] })).toEqual([])
})

test('nobody asks for more rows than a list is worth', async () => {
  const postIds = (await list()).map(({ id }) => id)
  const many = Array.from({ length: MOST_SUMMARIES + 1 }, (_, at) => postIds[at % postIds.length] as PostId)
  await expect(summaries(...many)).rejects.toMatchObject({ data: { kind: 'invalid-input' } })
})
