import { describe, expect, test } from 'vitest'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import type { PostId, RemotePostId, RemoteTermId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

const publish = ({ desk }: DeskOnBlog, postId: PostId) => desk.mutate('posts', 'publish', { postId, as: 'publish' })

async function remotePosts({ as }: DeskOnBlog) {
  const { items } = await as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
  return items
}

async function publishedPost(options?: Parameters<typeof deskOnPracticeBlog>[0], ...blocks: BlockNode[]) {
  const on = await deskOnPracticeBlog(options)
  const postId = await newPost(on.desk, on.blogId, 'As agreed', ...blocks)
  await publish(on, postId)
  await on.syncUntilQuiet()
  const [remote] = await remotePosts(on)
  if (!remote) throw new Error('not published')
  on.clock.advance(60_000)
  return { ...on, postId, remoteId: remote.remoteId }
}

/** A round in which the blog carries out this write and its answer is lost, and then the line is down. */
async function loseAnswerOf(on: DeskOnBlog, nth: number): Promise<void> {
  let writeCount = 0
  on.line.fateOf = ({ isWrite }) => {
    if (isWrite) writeCount += 1
    return writeCount < nth ? 'ok' : isWrite && writeCount === nth ? 'lost-after' : 'lost-before'
  }
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
}

/** Looks the lost one up and gets no further; then the person takes it back. */
async function lookUpAndTakeBack(on: DeskOnBlog): Promise<void> {
  on.clock.advance(3_600_000)
  const looked = on.line.seen.length
  on.line.fateOf = ({ isWrite }, index) => (isWrite || index > looked + 4 ? 'lost-before' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  const [entry] = await on.desk.query('outbox', 'list', { blogId: on.blogId })
  expect(entry?.state).toBe('waiting')
  await on.desk.mutate('outbox', 'cancel', { entryId: entry?.id ?? '' })
  on.line.fateOf = () => 'ok'
}

describe('words taken back after their answer was lost', () => {
  test('of a new post leave one draft, which the next words use', async () => {
    const on = await deskOnPracticeBlog()
    const postId = await newPost(on.desk, on.blogId, 'First words')
    await publish(on, postId)
    await loseAnswerOf(on, 1)
    await lookUpAndTakeBack(on)
    await write(on.desk, postId, { title: 'Second words' })
    await publish(on, postId)
    await on.syncUntilQuiet()
    expect(await remotePosts(on)).toMatchObject([{ title: 'Second words', status: 'publish', slug: 'second-words' }])
    await on.desk.close()
  })

  test('of an update are ours, not somebody else’s: the next words go without a question', async () => {
    const on = await publishedPost()
    await write(on.desk, on.postId, { title: 'Sent and unanswered' })
    await publish(on, on.postId)
    await loseAnswerOf(on, 1)
    on.clock.advance(3_600_000)
    // The look-up finds the post; the next read fails, so that the entry waits.
    on.line.fateOf = ({ path }) => (path === `/wp/v2/posts/${on.remoteId}` ? 'lost-before' : 'ok')
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    on.line.fateOf = () => 'ok'
    await write(on.desk, on.postId, { title: 'Newer words' })
    await publish(on, on.postId)
    await on.syncUntilQuiet()
    expect(await remotePosts(on)).toMatchObject([{ title: 'Newer words' }])
    expect(await on.desk.query('posts', 'get', { postId: on.postId })).toMatchObject({ state: 'published' })
    await on.desk.close()
  })

  test('that the blog wrote its own way are still recognised as ours', async () => {
    const separator: BlockNode = { type: 'horizontalRule', attrs: { source: null } }
    const on = await publishedPost({ userName: 'author' }, paragraph('One.'))
    await write(on.desk, on.postId, { blocks: [paragraph('One.'), separator, paragraph('Two.')] })
    await publish(on, on.postId)
    await loseAnswerOf(on, 1)
    // As WordPress does on its own for an author.
    const { content } = await on.as('administrator').getPost(on.remoteId)
    await on.as('administrator').updatePost(on.remoteId, { content: content.replaceAll('"/>', '" />') })
    on.line.fateOf = () => 'ok'
    await on.syncUntilQuiet()
    expect(await on.desk.query('posts', 'get', { postId: on.postId })).toMatchObject({ state: 'published' })
    expect((await remotePosts(on))[0]?.content).toContain('<p>Two.</p>')
    await on.desk.close()
  })
})

describe('terms are sent as the person’s change', () => {
  const tagNames = async ({ as }: DeskOnBlog, remoteId: RemotePostId): Promise<string[]> => {
    const api = as('administrator')
    const { tagIds } = await api.getPost(remoteId)
    const { items } = await api.listTerms('tag', { pageNumber: 1 })
    return items.filter((term) => tagIds.includes(term.remoteId)).map(({ name }) => name)
  }

  test('a colleague’s new tag stays, one that the person took out goes', async () => {
    const on = await publishedPost()
    await write(on.desk, on.postId, { tags: ['rice', 'rivers'] })
    await publish(on, on.postId)
    await on.syncUntilQuiet()
    on.clock.advance(60_000)
    const api = on.as('administrator')
    const { tagIds } = await api.getPost(on.remoteId)
    const floods = await api.ensureTerm('tag', 'floods')
    await api.updatePost(on.remoteId, { tagIds: [...tagIds, floods.remoteId] })
    await write(on.desk, on.postId, { tags: ['rivers', 'boats'], title: 'With other tags' })
    await publish(on, on.postId)
    await on.syncUntilQuiet()
    expect((await tagNames(on, on.remoteId)).toSorted()).toEqual(['boats', 'floods', 'rivers'])
    expect((await remotePosts(on))[0]?.title).toBe('With other tags')
    await on.desk.close()
  })

  test('a tag that the desk does not know by name is never taken out', async () => {
    const on = await publishedPost()
    const api = on.as('administrator')
    const floods = await api.ensureTerm('tag', 'floods')
    await api.updatePost(on.remoteId, { tagIds: [floods.remoteId] })
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    await write(on.desk, on.postId, { title: 'Another title' })
    await publish(on, on.postId)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await tagNames(on, on.remoteId)).toEqual(['floods'])
    await on.desk.close()
  })

  test('categories can be cleared, and a new post is only in those that were chosen', async () => {
    const on = await deskOnPracticeBlog({ contents: 'embassy', userName: 'administrator' })
    const { items } = await on.as('administrator').listTerms('category', { pageNumber: 1 })
    const chosen = items.find(({ remoteId }) => Number(remoteId) !== 1)
    if (!chosen) throw new Error('no category')
    const postId = await newPost(on.desk, on.blogId, 'Chosen')
    await write(on.desk, postId, { categoryIds: [chosen.remoteId] })
    await publish(on, postId)
    await on.syncUntilQuiet()
    const categories = async () =>
      (await remotePosts(on)).filter(({ title }) => title === 'Chosen').map(({ categoryIds }) => categoryIds)
    expect(await categories()).toEqual([[chosen.remoteId]])
    await write(on.desk, postId, { categoryIds: [] satisfies RemoteTermId[] })
    await publish(on, postId)
    await on.syncUntilQuiet()
    expect((await categories()).flat()).not.toContain(chosen.remoteId)
    await on.desk.close()
  })
})

describe('a post that went out meanwhile', () => {
  test('is not turned back into a draft by words that were to be reviewed, and they do not go out either', async () => {
    const on = await deskOnPracticeBlog()
    const postId = await newPost(on.desk, on.blogId, 'For review')
    await on.desk.mutate('posts', 'publish', { postId, as: 'pending' })
    await on.syncUntilQuiet()
    const [pending] = await remotePosts(on)
    await on.as('administrator').setPostStatus(pending?.remoteId as RemotePostId, { status: 'publish' })
    await write(on.desk, postId, { title: 'Not reviewed yet' })
    await on.desk.mutate('posts', 'publish', { postId, as: 'pending' })
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await remotePosts(on)).toMatchObject([{ title: 'For review', status: 'publish' }])
    expect(await on.desk.query('outbox', 'list', { blogId: on.blogId })).toMatchObject([
      { state: 'needs-you', reason: { kind: 'conflict', code: 'status-changed' } },
      { state: 'done' },
    ])
    await on.desk.close()
  })

  test('or will go out at its time is not published early', async () => {
    const on = await deskOnPracticeBlog()
    const postId = await newPost(on.desk, on.blogId, 'For review')
    await on.desk.mutate('posts', 'publish', { postId, as: 'pending' })
    await on.syncUntilQuiet()
    const [pending] = await remotePosts(on)
    const publishAt = '2026-12-24T18:00:00.000Z' as NonNullable<NonNullable<typeof pending>['publishedAt']>
    await on.as('administrator').setPostStatus(pending?.remoteId as RemotePostId, { status: 'future', publishAt })
    await write(on.desk, postId, { title: 'At once' })
    await publish(on, postId)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await remotePosts(on)).toMatchObject([{ title: 'For review', status: 'future', publishedAt: publishAt }])
    await on.desk.close()
  })
})

test('what a colleague writes between our update and its receipt is kept beside the words written meanwhile', async () => {
  const on = await publishedPost()
  await write(on.desk, on.postId, { title: 'Sent' })
  await publish(on, on.postId)
  let isSent = false
  on.line.onRequest = async ({ isWrite }) => {
    if (!isSent) {
      isSent = isWrite
      return
    }
    on.line.onRequest = () => {}
    await write(on.desk, on.postId, { title: 'Written meanwhile' })
    await on.as('administrator').updatePost(on.remoteId, { title: 'A colleague’s' })
  }
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect((await remotePosts(on))[0]?.title).toBe('A colleague’s')
  expect(await on.desk.query('posts', 'get', { postId: on.postId })).toMatchObject({
    title: 'Written meanwhile',
    state: 'changed-on-both',
  })
  await on.desk.close()
})

test('a line that breaks before the reading back leaves a post that was sent, not one to be taken back', async () => {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'Public already')
  await publish(on, postId)
  let writeCount = 0
  on.line.fateOf = ({ isWrite }) => {
    if (isWrite) writeCount += 1
    return !isWrite && writeCount === 3 ? 'lost-before' : 'ok'
  }
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect(await remotePosts(on)).toMatchObject([{ title: 'Public already', status: 'publish' }])
  expect(await on.desk.query('outbox', 'list', { blogId: on.blogId })).toMatchObject([
    { state: 'done', receipt: { remoteStatus: 'publish' } },
  ])
  await on.desk.close()
})
