import { describe, expect, test } from 'vitest'
import { deskOnPracticeBlog, newPost, paragraph, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

/** A post that is out, with words here that the blog never had. */
async function editedPost() {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'The ferry', paragraph('As it was sent.'))
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const [remote] = await remotePosts(on)
  if (!remote) throw new Error('not published')
  on.clock.advance(60_000)
  await write(on.desk, postId, { blocks: [paragraph('As I have it now.')] })
  return { ...on, postId, remoteId: remote.remoteId }
}
type Edited = Awaited<ReturnType<typeof editedPost>>

async function remotePosts({ as }: Pick<DeskOnBlog, 'as'>) {
  const { items } = await as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
  return items
}

const trash = ({ as, remoteId }: Edited) => as('administrator').trashPost(remoteId)
const sync = ({ desk, blogId }: DeskOnBlog) => desk.mutate('line', 'syncNow', { blogId })
const post = ({ desk, postId }: Edited) => desk.query('posts', 'get', { postId })
const textOf = async (on: Edited) => JSON.stringify((await post(on)).document)
const openEntries = async ({ desk, blogId }: DeskOnBlog) =>
  (await desk.query('outbox', 'list', { blogId })).filter(({ state }) => state !== 'done')

/** The versions of the history in which this text stands. */
async function versionsWith(on: Edited, text: string): Promise<string[]> {
  const found: string[] = []
  for (const { id, why } of await on.desk.query('posts', 'history', { postId: on.postId })) {
    const restored = await on.desk.mutate('posts', 'restore', { postId: on.postId, snapshotId: id })
    if (JSON.stringify(restored.document).includes(text)) found.push(why)
  }
  return found
}

describe('a post that a colleague put into the trash while the person had words for it', () => {
  async function trashedPost() {
    const on = await editedPost()
    await trash(on)
    await sync(on)
    return on
  }

  test('says so, since when, and keeps the words', async () => {
    const on = await trashedPost()
    expect(await post(on)).toMatchObject({ state: 'off-the-blog', remoteStatus: 'trash' })
    expect(await on.desk.query('posts', 'offBlog', { postId: on.postId })).toEqual({
      how: 'trashed',
      seenAt: on.clock.now().toISOString(),
    })
    expect(await textOf(on)).toContain('As I have it now.')
    await on.desk.close()
  })

  test('was seen when it was first seen, however often it is looked for', async () => {
    const on = await trashedPost()
    const seenAt = on.clock.now().toISOString()
    on.clock.advance(2 * 3_600_000)
    await sync(on)
    expect(await on.desk.query('posts', 'offBlog', { postId: on.postId })).toMatchObject({ seenAt })
    await on.desk.close()
  })

  test('kept as a new draft is one, with both versions in history, and nothing is sent', async () => {
    const on = await trashedPost()
    const kept = await on.desk.mutate('posts', 'keepAsNew', { postId: on.postId })
    expect(kept).toMatchObject({ state: 'draft', remoteId: null, remoteStatus: null, link: null, title: 'The ferry' })
    const writes = on.line.seen.filter(({ isWrite }) => isWrite).length
    await on.syncUntilQuiet()
    expect(on.line.seen.filter(({ isWrite }) => isWrite)).toHaveLength(writes)
    expect(await textOf(on)).toContain('As I have it now.')
    expect(await on.desk.query('posts', 'offBlog', { postId: on.postId })).toBeNull()
    expect(await versionsWith(on, 'As it was sent.')).toContain('received')
    expect(await versionsWith(on, 'As I have it now.')).toContain('before-receive')
    await on.desk.close()
  })

  test('kept and published is a new post of the blog, under a reservation of its own', async () => {
    const on = await trashedPost()
    await on.desk.mutate('posts', 'keepAsNew', { postId: on.postId })
    await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
    await on.syncUntilQuiet()
    const [only, ...others] = await remotePosts(on)
    expect(others).toEqual([])
    expect(only).toMatchObject({ status: 'publish', content: expect.stringContaining('As I have it now.') })
    expect(only?.remoteId).not.toBe(on.remoteId)
    expect(await on.as('administrator').getPost(on.remoteId)).toMatchObject({ status: 'trash' })
    expect(await post(on)).toMatchObject({ state: 'published', remoteId: only?.remoteId })
    await on.desk.close()
  })

  test('kept, and then taken out of the trash by the colleague, is two posts with their own threads', async () => {
    const on = await editedPost()
    await on.visitorComment(on.remoteId, 'Does it run in winter?')
    const all = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
    const [comment] = (await on.as('administrator').listComments(all)).items
    await sync(on)
    expect(await on.desk.query('comments', 'list', { blogId: on.blogId, postId: on.postId })).toHaveLength(1)
    await trash(on)
    await sync(on)
    await on.desk.mutate('posts', 'keepAsNew', { postId: on.postId })
    expect(await on.desk.query('comments', 'list', { blogId: on.blogId, postId: null })).toEqual([])
    on.clock.advance(60_000)
    await on.as('administrator').setPostStatus(on.remoteId, { status: 'publish' })
    await on.rest('POST', `comments/${comment?.remoteId}`, { status: 'approved' })
    await sync(on)
    const listed = await on.desk.query('posts', 'list', { blogId: on.blogId })
    expect(listed.map(({ state }) => state).toSorted()).toEqual(['draft', 'published'])
    const back = listed.find(({ state }) => state === 'published')
    expect(await on.desk.query('comments', 'list', { blogId: on.blogId, postId: null })).toMatchObject([
      { postId: back?.id },
    ])
    await on.desk.close()
  })

  test('let go is in the trash, and the words come back out of the history', async () => {
    const on = await trashedPost()
    const { post: left, keptAs } = await on.desk.mutate('posts', 'letGo', { postId: on.postId })
    expect(left).toMatchObject({ state: 'in-trash' })
    expect(JSON.stringify(left.document)).toContain('As it was sent.')
    await sync(on)
    expect(await post(on)).toMatchObject({ state: 'in-trash' })
    await on.desk.mutate('posts', 'restore', { postId: on.postId, snapshotId: keptAs })
    expect(await post(on)).toMatchObject({ state: 'off-the-blog' })
    expect(await textOf(on)).toContain('As I have it now.')
    await on.desk.close()
  })

  test('cannot be sent to where it no longer is', async () => {
    const on = await trashedPost()
    await expect(on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })).rejects.toMatchObject({
      data: { kind: 'not-allowed-now', why: 'off-the-blog' },
    })
    await on.desk.close()
  })

  test('and took out again, with other words, is a matter of two texts again', async () => {
    const on = await trashedPost()
    on.clock.advance(60_000)
    await on.as('administrator').setPostStatus(on.remoteId, { status: 'publish' })
    await on.as('administrator').updatePost(on.remoteId, { content: '<p>As a colleague has it.</p>' })
    await sync(on)
    expect(await post(on)).toMatchObject({ state: 'changed-on-both', remoteStatus: 'publish' })
    expect(await on.desk.query('posts', 'offBlog', { postId: on.postId })).toBeNull()
    await on.desk.close()
  })

  test('and took out again as it was is an edited post', async () => {
    const on = await trashedPost()
    on.clock.advance(60_000)
    await on.as('administrator').setPostStatus(on.remoteId, { status: 'publish' })
    await sync(on)
    expect(await post(on)).toMatchObject({ state: 'edited', remoteStatus: 'publish' })
    expect(await textOf(on)).toContain('As I have it now.')
    await on.desk.close()
  })
})

describe('words that wait in the outbox for a post that is taken off the blog', () => {
  const takeOff: [string, (on: Edited) => Promise<unknown>][] = [
    ['trashed', trash],
    ['deleted', (on) => on.rest('DELETE', `posts/${on.remoteId}?force=true`)],
  ]
  test.each(takeOff)('are not sent when it was %s; the post asks', async (how, act) => {
    const on = await editedPost()
    await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
    await act(on)
    await sync(on)
    expect(await openEntries(on)).toMatchObject([{ state: 'needs-you', reason: { kind: 'gone' } }])
    expect(await post(on)).toMatchObject({ state: 'off-the-blog' })
    expect(await on.desk.query('posts', 'offBlog', { postId: on.postId })).toMatchObject({ how })
    await on.desk.close()
  })

  test('are taken back when they are kept as a new draft', async () => {
    const on = await editedPost()
    await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
    await trash(on)
    await sync(on)
    await on.desk.mutate('posts', 'keepAsNew', { postId: on.postId })
    expect(await openEntries(on)).toEqual([])
    expect(await post(on)).toMatchObject({ state: 'draft' })
    expect(await textOf(on)).toContain('As I have it now.')
    await on.syncUntilQuiet()
    expect(await remotePosts(on)).toEqual([])
    await on.desk.close()
  })

  test('go by themselves once the colleague has taken the post out again and the person says so', async () => {
    const on = await editedPost()
    const { id: entryId } = await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
    await trash(on)
    await sync(on)
    await on.as('administrator').setPostStatus(on.remoteId, { status: 'publish' })
    await on.desk.mutate('outbox', 'tryNow', { entryId })
    await on.syncUntilQuiet()
    expect(await remotePosts(on)).toMatchObject([
      { remoteId: on.remoteId, status: 'publish', content: expect.stringContaining('As I have it now.') },
    ])
    expect(await post(on)).toMatchObject({ state: 'published' })
    await on.desk.close()
  })
})

test('a reserved draft whose answer was lost, and that somebody trashed since, asks like any other post', async () => {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'Half sent')
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
  await sync(on)
  on.line.fateOf = () => 'ok'
  const [draft] = await remotePosts(on)
  if (!draft) throw new Error('not reserved')
  await on.as('administrator').trashPost(draft.remoteId)
  await on.syncUntilQuiet()
  expect(await on.desk.query('posts', 'get', { postId })).toMatchObject({ state: 'off-the-blog', title: 'Half sent' })
  await on.desk.mutate('posts', 'keepAsNew', { postId })
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  expect(await remotePosts(on)).toMatchObject([{ title: 'Half sent', status: 'publish' }])
  expect(await on.as('administrator').getPost(draft.remoteId)).toMatchObject({ status: 'trash' })
  await on.desk.close()
})

test('of a post that is on the blog there is nothing to keep and nothing to let go', async () => {
  const on = await editedPost()
  const refusal = { data: { kind: 'not-allowed-now', why: 'nothing-to-settle' } }
  await expect(on.desk.mutate('posts', 'keepAsNew', { postId: on.postId })).rejects.toMatchObject(refusal)
  await expect(on.desk.mutate('posts', 'letGo', { postId: on.postId })).rejects.toMatchObject(refusal)
  expect(await post(on)).toMatchObject({ state: 'edited' })
  await on.desk.close()
})

test('a post without words of the person’s own can become a new draft too', async () => {
  const on = await editedPost()
  await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
  await on.syncUntilQuiet()
  await trash(on)
  await sync(on)
  expect(await post(on)).toMatchObject({ state: 'in-trash' })
  expect(await on.desk.mutate('posts', 'keepAsNew', { postId: on.postId })).toMatchObject({ state: 'draft' })
  await on.desk.close()
})
