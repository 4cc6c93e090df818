import { describe, expect, test } from 'vitest'
import { deskOnPracticeBlog, newPost, write } from '../../support/desk-on-practice-blog.ts'
import { choicesEverywhere } from '../../support/open-desk.ts'

async function publishedPost() {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'As agreed')
  await write(on.desk, postId, { tags: ['rice'] })
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const colleague = on.as('administrator')
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('not published')
  on.clock.advance(60_000)
  const pull = () => on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  const post = () => on.desk.query('posts', 'get', { postId })
  return { ...on, postId, remoteId, colleague, pull, post }
}

describe('a post that a colleague changed on the blog', () => {
  test('is told by name to the window that has it open', async () => {
    const { desk, blogId, postId, remoteId, colleague, pull } = await publishedPost()
    await colleague.updatePost(remoteId, { title: 'A colleague’s title' })
    desk.events.length = 0
    await pull()
    expect(desk.events).toContainEqual({ topic: 'posts', blogId, postId })
    desk.events.length = 0
    await pull()
    expect(desk.events).not.toContainEqual({ topic: 'posts', blogId, postId })
    await desk.close()
  })

  test('and that the person changed too gets one version in history, however often it is read', async () => {
    const { desk, postId, remoteId, colleague, clock, pull } = await publishedPost()
    await colleague.updatePost(remoteId, { title: 'A colleague’s title' })
    for (const title of ['Mine', 'Mine, longer', 'Mine, longer still']) {
      await write(desk, postId, { title })
      await pull()
      clock.advance(60_000)
    }
    const history = await desk.query('posts', 'history', { postId })
    expect(history.filter(({ why }) => why === 'received').map(({ title }) => title)).toEqual(['A colleague’s title'])
    await desk.close()
  })

  test('and changed back is no longer a question', async () => {
    const { desk, postId, remoteId, colleague, clock, pull, post } = await publishedPost()
    await write(desk, postId, { title: 'Mine' })
    await colleague.updatePost(remoteId, { title: 'A colleague’s title' })
    await pull()
    expect((await post()).state).toBe('changed-on-both')
    clock.advance(60_000)
    await colleague.updatePost(remoteId, { title: 'As agreed' })
    await pull()
    expect(await post()).toMatchObject({ state: 'edited', title: 'Mine' })
    await desk.close()
  })

  test('in its tags only, keeps the person’s words and has both their tags and the colleague’s', async () => {
    const { desk, postId, remoteId, colleague, clock, pull, post } = await publishedPost()
    await write(desk, postId, { title: 'Mine', tags: ['rice', 'boats'] })
    const floods = await colleague.ensureTerm('tag', 'floods')
    await colleague.updatePost(remoteId, { tagIds: [floods.remoteId] })
    clock.advance(11 * 60_000)
    await pull()
    expect(await post()).toMatchObject({ title: 'Mine', tags: ['floods', 'boats'], state: 'edited' })
    await desk.close()
  })
})

describe('settling', () => {
  test('for the blog’s text takes back what waited in the outbox, and nothing of it is sent', async () => {
    const { desk, blogId, postId, remoteId, colleague, pull, post, syncUntilQuiet } = await publishedPost()
    await write(desk, postId, { title: 'Mine' })
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await colleague.updatePost(remoteId, { title: 'A colleague’s title' })
    await pull()
    expect((await post()).state).toBe('needs-you')
    await desk.mutate('posts', 'resolve', { postId, choices: await choicesEverywhere(desk, postId, 'theirs') })
    await syncUntilQuiet()
    expect(await post()).toMatchObject({ title: 'A colleague’s title', state: 'published' })
    expect((await colleague.getPost(remoteId)).title).toBe('A colleague’s title')
    expect((await desk.query('outbox', 'list', { blogId })).filter(({ state }) => state !== 'done')).toEqual([])
    await desk.close()
  })
})

test('our own draft whose flip was refused for a while is not a change of somebody else’s', async () => {
  const { desk, blogId, line, clock, syncUntilQuiet } = await deskOnPracticeBlog()
  const postId = await newPost(desk, blogId, 'Staged')
  await desk.mutate('posts', 'publish', { postId, as: 'publish' })
  let writeCount = 0
  const busy = (): Response => new Response('', { status: 429, headers: { 'retry-after': '120' } })
  line.fateOf = ({ isWrite }) => {
    if (isWrite) writeCount += 1
    return isWrite && writeCount === 3 ? { answer: busy } : 'ok'
  }
  await desk.mutate('line', 'syncNow', { blogId })
  await write(desk, postId, { title: 'Written on' })
  clock.advance(60_000)
  await desk.mutate('line', 'syncNow', { blogId })
  expect(await desk.query('posts', 'get', { postId })).toMatchObject({ title: 'Written on', state: 'waits' })
  await syncUntilQuiet()
  expect(await desk.query('posts', 'get', { postId })).toMatchObject({ title: 'Written on', state: 'edited' })
  await desk.close()
})
