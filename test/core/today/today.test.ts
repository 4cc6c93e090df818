import { describe, expect, test } from 'vitest'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { postWithComments } from '../../support/post-with-comments.ts'

const DAY_MS = 24 * 3_600_000

describe('the desk in one look', () => {
  test('is empty on a desk on which nothing was written and nobody wrote', async () => {
    const { desk } = await deskOnPracticeBlog()
    expect(await desk.query('today', 'look')).toEqual({
      lastPosts: [],
      waits: [],
      withReviewersCount: 0,
      needsYou: [],
      needsYouCount: 0,
      readers: [],
      unreadCount: 0,
      unreadPostsCount: 0,
    })
    await desk.close()
  })

  test('tells where somebody was: the posts written in last, with the sentence in which they left off', async () => {
    const { desk, blogId, clock } = await deskOnPracticeBlog()
    const first = await newPost(desk, blogId, 'The ferry')
    await write(desk, first, {
      blocks: [paragraph('It rained. Nobody came. We sailed.'), paragraph('The end.')],
      caret: { anchor: 16, head: 16 },
    })
    clock.advance(60_000)
    const second = await newPost(desk, blogId, 'The bridge')
    await write(desk, second, { caret: { anchor: 1, head: 1 } })
    clock.advance(60_000)
    const thrown = await newPost(desk, blogId, 'Thrown away')
    await write(desk, thrown, { caret: { anchor: 1, head: 1 } })
    await desk.mutate('posts', 'setTrashed', { postId: thrown, isTrashed: true })
    const { lastPosts } = await desk.query('today', 'look')
    expect(lastPosts.map(({ title, lastSentence, state }) => ({ title, lastSentence, state }))).toEqual([
      { title: 'The bridge', lastSentence: 'The bridge, and what came of it.', state: 'draft' },
      { title: 'The ferry', lastSentence: 'Nobody came.', state: 'draft' },
    ])
    await desk.close()
  })

  test('tells who wrote, by post, and nothing more of it once it is read', async () => {
    const { desk, blogId, ids } = await postWithComments(['When?', '<b>Why</b> & how?'])
    const before = await desk.query('today', 'look')
    expect(before).toMatchObject({ unreadCount: 2, unreadPostsCount: 1 })
    expect(before.readers).toMatchObject([
      {
        post: { title: 'Ask me' },
        unreadCount: 2,
        newest: [
          { authorName: 'Lan', words: 'Why & how?' },
          { authorName: 'Lan', words: 'When?' },
        ],
      },
    ])
    await desk.mutate('comments', 'markRead', { blogId, commentIds: ids })
    expect(await desk.query('today', 'look')).toMatchObject({ unreadCount: 0, readers: [] })
    await desk.close()
  })

  test('counts a reader who waits beyond the promise among what needs the person, and nobody where nothing is promised', async () => {
    const { desk, blogId, postId, clock, reply } = await postWithComments(['When?'])
    clock.advance(10 * DAY_MS)
    expect(await desk.query('today', 'look')).toMatchObject({ needsYou: [] })
    await desk.mutate('settings', 'set', { promises: { [blogId]: { workingDays: 2, closedOn: [0, 6] } } })
    expect((await desk.query('today', 'look')).needsYou).toMatchObject([
      { what: 'late-answers', post: { postId }, unansweredCount: 1, dueOn: '2026-11-24' },
    ])
    await reply('Tomorrow.')
    expect(await desk.query('today', 'look')).toMatchObject({ needsYou: [] })
    await desk.close()
  })

  test('tells what waits: how much, when the next goes, and what is kept here', async () => {
    const { desk, blogId, clock } = await deskOnPracticeBlog({ holdMs: 10_000 })
    const goes = await newPost(desk, blogId, 'Goes')
    const stays = await newPost(desk, blogId, 'Stays')
    await desk.mutate('posts', 'publish', { postId: goes, as: 'publish' })
    const { id } = await desk.mutate('posts', 'publish', { postId: stays, as: 'publish' })
    await desk.mutate('outbox', 'hold', { entryId: id })
    expect((await desk.query('today', 'look')).waits).toEqual([
      {
        blogId,
        count: 2,
        keptCount: 1,
        nextAt: new Date(clock.now().getTime() + 10_000).toISOString(),
        first: ['Goes', 'Stays'],
      },
    ])
    await desk.close()
  })

  test('a post that changed on both sides needs the person once, also when it waits to be sent', async () => {
    const on = await deskOnPracticeBlog()
    const { desk, blogId } = on
    const postId = await newPost(desk, blogId, 'The ferry', paragraph('As it was sent.'))
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.syncUntilQuiet()
    const { items } = await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
    const remoteId = items[0]?.remoteId
    if (!remoteId) throw new Error('not published')
    on.clock.advance(60_000)
    await write(desk, postId, { blocks: [paragraph('As I have it now.')] })
    await on.rest('POST', `posts/${remoteId}`, { content: 'As a colleague has it.' })
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await desk.mutate('line', 'syncNow', { blogId })
    const look = await desk.query('today', 'look')
    expect(look.needsYou).toMatchObject([{ what: 'changed-on-both', post: { postId } }])
    expect(look.needsYouCount).toBe(1)
    await desk.close()
  })

  test('a day on which a post is to be looked at again comes up on that day', async () => {
    const { desk, blogId, clock } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Our position')
    await desk.mutate('posts', 'setFacts', { postId, reviewBy: '2026-11-23' })
    expect(await desk.query('today', 'look')).toMatchObject({ needsYou: [] })
    clock.advance(3 * DAY_MS)
    expect((await desk.query('today', 'look')).needsYou).toMatchObject([
      { what: 'look-again', post: { postId }, day: '2026-11-23' },
    ])
    await desk.close()
  })

  test('an own text that came back from review needs the person; one that is with a reviewer is only counted', async () => {
    const { desk, blogId } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Our position')
    const asked = await desk.mutate('reviews', 'ask', { postId, of: 'Bea', by: null, lookAt: '', name: 'Ann' })
    expect(await desk.query('today', 'look')).toMatchObject({ needsYou: [], withReviewersCount: 1 })
    await desk.mutate('reviews', 'conclude', {
      reviewId: asked.id,
      decision: 'send-back',
      words: 'Check the deadline.',
      name: 'Bea',
    })
    expect(await desk.query('today', 'look')).toMatchObject({
      needsYou: [{ what: 'review', review: { id: asked.id, waitsFor: 'author', title: 'Our position' } }],
      withReviewersCount: 0,
    })
    await desk.close()
  })

  test('a password that the blog does not take any more needs the person before anything else', async () => {
    const { desk, blogId, line } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Our position')
    await desk.mutate('posts', 'setFacts', { postId, reviewBy: '2026-11-20' })
    line.fateOf = ({ path }) =>
      path.startsWith('/wp/v2')
        ? { answer: () => Response.json({ code: 'incorrect_password', message: '' }, { status: 401 }) }
        : 'ok'
    await desk.mutate('line', 'syncNow', { blogId })
    expect((await desk.query('today', 'look')).needsYou.map(({ what }) => what)).toEqual(['sign-in', 'look-again'])
    await desk.close()
  })
})
