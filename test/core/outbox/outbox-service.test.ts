import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { profileIn } from '../../../src/main/host/profile.ts'
import {
  deskOnPracticeBlog,
  newPost,
  paragraph,
  syncUntilQuiet,
  type DeskOnBlog,
} from '../../support/desk-on-practice-blog.ts'
import { ferry, pictureOf } from '../../support/pictures.ts'

async function onBlog(options?: Parameters<typeof deskOnPracticeBlog>[0]) {
  const on = await deskOnPracticeBlog(options)
  const list = () => on.desk.query('outbox', 'list', { blogId: on.blogId })
  return {
    ...on,
    list,
    /** `Title: state` of what is open, in the order in which it will go. */
    waiting: async () =>
      (await list()).filter(({ state }) => state !== 'done').map(({ what, state }) => `${what}: ${state}`),
    /** Titles, in the order in which they reached the blog. */
    sent: async () =>
      (await list())
        .filter(({ state }) => state === 'done')
        .toReversed()
        .map(({ what }) => what),
    async publish(title: string) {
      const postId = await newPost(on.desk, on.blogId, title)
      return on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    },
    sync: () => on.desk.mutate('line', 'syncNow', { blogId: on.blogId }),
  }
}

/** A post on the blog with a visitor's comment under it. */
async function withComment(on: DeskOnBlog) {
  const postId = await newPost(on.desk, on.blogId, 'Ask me')
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  on.clock.advance(60_000)
  await on.syncUntilQuiet()
  const remotes = (await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })).items
  await on.visitorComment(Number(remotes.find(({ title }) => title === 'Ask me')?.remoteId), 'When?')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  const [comment] = await on.desk.query('comments', 'list', { blogId: on.blogId, postId })
  if (!comment) throw new Error('no comment')
  return comment
}

const repliesOn = async (on: DeskOnBlog): Promise<string[]> => {
  const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
  const { items } = await on.as('administrator').listComments(query)
  return items
    .filter(({ authorId }) => authorId !== null)
    .map(({ contentHtml }) => contentHtml.replaceAll(/<[^>]+>|\n/g, ''))
}

describe('the person’s order', () => {
  test('is the order in which things reach the blog', async () => {
    const on = await onBlog()
    const one = await on.publish('One')
    await on.publish('Two')
    const three = await on.publish('Three')
    await on.desk.mutate('outbox', 'move', { entryId: three.id, before: one.id })
    await on.desk.mutate('outbox', 'move', { entryId: one.id, before: null })
    expect(await on.waiting()).toEqual(['Three: ready', 'Two: ready', 'One: ready'])
    on.clock.advance(1_000)
    await on.syncUntilQuiet()
    const posts = (await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null, isById: true })).items
    expect(posts.map(({ title }) => title)).toEqual(['One', 'Two', 'Three'])
    await on.desk.close()
  })

  test('survives a restart', async () => {
    const on = await onBlog()
    const one = await on.publish('One')
    const two = await on.publish('Two')
    await on.desk.mutate('outbox', 'move', { entryId: two.id, before: one.id })
    await on.desk.close()
    const again = on.openOther(on.profileFolder)
    expect((await again.query('outbox', 'list', { blogId: on.blogId })).map(({ what }) => what)).toEqual(['Two', 'One'])
    await again.close()
  })

  test('sends text before pictures that were there first, and a picture directly before its post', async () => {
    const on = await onBlog()
    const { id } = await on.desk.mutate('media', 'add', ferry)
    const postId = await newPost(on.desk, on.blogId, 'The ferry', paragraph('At dawn.'), pictureOf(id))
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.publish('Only text')
    expect(await on.waiting()).toEqual(['Only text: ready', 'ferry.gif: ready', 'The ferry: ready'])
    await on.desk.close()
  })

  test('stays what it is after any number of moves to the same place', async () => {
    const on = await onBlog()
    const [a, b, c] = [await on.publish('A'), await on.publish('B'), await on.publish('C')]
    for (let turn = 0; turn < 120; turn += 1) {
      const [first, second] = turn % 2 === 0 ? [c, b] : [b, c]
      await on.desk.mutate('outbox', 'move', { entryId: first.id, before: second.id })
    }
    expect(await on.waiting()).toEqual(['A: ready', 'B: ready', 'C: ready'])
    await on.desk.mutate('outbox', 'move', { entryId: a.id, before: c.id })
    expect(await on.waiting()).toEqual(['B: ready', 'A: ready', 'C: ready'])
    await on.desk.close()
  })

  test('refuses to tear replies of one thread apart, or to place a picture alone', async () => {
    const on = await onBlog()
    const comment = await withComment(on)
    const reply = (text: string) => on.desk.mutate('comments', 'reply', { commentId: comment.id, text })
    const [first, second] = [await reply('First.'), await reply('Second.')]
    const refusal = { data: { kind: 'not-allowed-now', why: 'builds-on-another' } }
    await expect(on.desk.mutate('outbox', 'move', { entryId: second.id, before: first.id })).rejects.toMatchObject(
      refusal,
    )
    const { id } = await on.desk.mutate('media', 'add', ferry)
    const postId = await newPost(on.desk, on.blogId, 'The ferry', pictureOf(id))
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    const picture = (await on.list()).find(({ kind }) => kind === 'upload-picture')
    await expect(
      on.desk.mutate('outbox', 'move', { entryId: picture?.id ?? '', before: first.id }),
    ).rejects.toMatchObject({ data: { kind: 'not-allowed-now', why: 'a-post-shows-it' } })
    await on.desk.close()
  })
})

describe('what is kept here', () => {
  test('stays without a limit of time, over a restart, and goes once after it was released', async () => {
    const on = await onBlog({ holdMs: 10_000 })
    const entry = await on.publish('Not yet')
    await on.desk.mutate('outbox', 'hold', { entryId: entry.id })
    on.clock.advance(30 * 24 * 3_600_000)
    await on.sync()
    await on.desk.close()
    const desk = on.openOther(on.profileFolder)
    await desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(on.line.seen.filter(({ isWrite }) => isWrite)).toEqual([])
    expect(await desk.query('outbox', 'list', { blogId: on.blogId })).toMatchObject([
      { state: 'held', heldUntil: null },
    ])
    await desk.mutate('outbox', 'release', { entryId: entry.id })
    await syncUntilQuiet(desk, on.blogId, on.clock)
    const { items } = await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
    expect(items.map(({ title, status }) => [title, status])).toEqual([['Not yet', 'publish']])
    await desk.close()
  })

  test('goes when the person publishes the same words again, with a new undo window', async () => {
    const on = await onBlog({ holdMs: 10_000 })
    const { id, postId } = await on.publish('Not yet')
    await on.desk.mutate('outbox', 'hold', { entryId: id })
    const again = await on.desk.mutate('posts', 'publish', { postId: postId ?? '', as: 'publish' })
    expect(Date.parse(again.heldUntil ?? '') - on.clock.now().getTime()).toBe(10_000)
    expect(await on.waiting()).toEqual(['Not yet: held'])
    on.clock.advance(10_000)
    await on.syncUntilQuiet()
    const { items } = await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
    expect(items.map(({ title, status }) => [title, status])).toEqual([['Not yet', 'publish']])
    await on.desk.close()
  })

  test('keeps its pictures here, and lets the rest of the outbox go', async () => {
    const on = await onBlog()
    const { id } = await on.desk.mutate('media', 'add', ferry)
    const postId = await newPost(on.desk, on.blogId, 'The ferry', pictureOf(id))
    const entry = await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.publish('Something else')
    await on.desk.mutate('outbox', 'hold', { entryId: entry.id })
    await on.sync()
    expect(await on.sent()).toEqual(['Something else'])
    expect(on.libraryCount()).toBe(0)
    await on.desk.mutate('outbox', 'release', { entryId: entry.id })
    await on.syncUntilQuiet()
    expect(on.libraryCount()).toBe(1)
    await on.desk.close()
  })

  test('a picture that another post needs goes with that post', async () => {
    const on = await onBlog()
    const { id } = await on.desk.mutate('media', 'add', ferry)
    const publish = async (title: string) => {
      const postId = await newPost(on.desk, on.blogId, title, pictureOf(id))
      return on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    }
    const kept = await publish('Kept')
    await publish('Goes')
    await on.desk.mutate('outbox', 'hold', { entryId: kept.id })
    await on.sync()
    expect(await on.sent()).toEqual(['ferry.gif', 'Goes'])
    await on.desk.close()
  })

  test('can be what waits for a line or for signing in, and what is done cannot', async () => {
    const on = await onBlog()
    const entry = await on.publish('Waits')
    on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-before' : 'ok')
    await on.sync()
    expect(await on.waiting()).toEqual(['Waits: waiting'])
    await on.desk.mutate('outbox', 'hold', { entryId: entry.id })
    on.line.fateOf = () => 'ok'
    on.clock.advance(3_600_000)
    await on.sync()
    expect(await on.waiting()).toEqual(['Waits: held'])
    await on.desk.mutate('outbox', 'release', { entryId: entry.id })
    await on.syncUntilQuiet()
    const done = { data: { kind: 'not-allowed-now', why: 'being-sent' } }
    await expect(on.desk.mutate('outbox', 'hold', { entryId: entry.id })).rejects.toMatchObject(done)
    await on.desk.close()
  })
})

describe('a reply that waits', () => {
  test('is changed in its place: the old words never leave, the new ones do once', async () => {
    const on = await onBlog()
    const comment = await withComment(on)
    const first = await on.desk.mutate('comments', 'reply', { commentId: comment.id, text: 'In March.' })
    await on.desk.mutate('comments', 'reply', { commentId: comment.id, text: 'Bring a friend.' })
    expect(await on.desk.query('outbox', 'replyText', { entryId: first.id })).toEqual({ text: 'In March.' })
    const edited = await on.desk.mutate('comments', 'editReply', { entryId: first.id, text: 'In April.' })
    expect(edited.id).not.toBe(first.id)
    expect(await on.waiting()).toEqual(['Lan: In April.: ready', 'Lan: Bring a friend.: ready'])
    await on.syncUntilQuiet()
    expect((await repliesOn(on)).toSorted()).toEqual(['Bring a friend.', 'In April.'])
    await on.desk.close()
  })

  test('that is kept here stays so when it is changed, and one in its undo window gets a new one', async () => {
    const on = await onBlog({ holdMs: 10_000 })
    const comment = await withComment(on)
    const reply = await on.desk.mutate('comments', 'reply', { commentId: comment.id, text: 'In March.' })
    on.clock.advance(9_000)
    const edited = await on.desk.mutate('comments', 'editReply', { entryId: reply.id, text: 'In April.' })
    expect(Date.parse(edited.heldUntil ?? '') - on.clock.now().getTime()).toBe(10_000)
    await on.desk.mutate('outbox', 'hold', { entryId: edited.id })
    const again = await on.desk.mutate('comments', 'editReply', { entryId: edited.id, text: 'In May.' })
    expect(again).toMatchObject({ state: 'held', heldUntil: null })
    await on.desk.close()
  })

  test('cannot be changed once it may be under way, and the same words change nothing', async () => {
    const on = await onBlog()
    const comment = await withComment(on)
    const reply = await on.desk.mutate('comments', 'reply', { commentId: comment.id, text: 'In March.' })
    const same = await on.desk.mutate('comments', 'editReply', { entryId: reply.id, text: 'In March.' })
    expect(same.id).toBe(reply.id)
    on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
    await on.sync()
    await expect(
      on.desk.mutate('comments', 'editReply', { entryId: reply.id, text: 'In April.' }),
    ).rejects.toMatchObject({ data: { kind: 'not-allowed-now', why: 'being-sent' } })
    on.line.fateOf = () => 'ok'
    await on.syncUntilQuiet()
    expect(await repliesOn(on)).toEqual(['In March.'])
    await on.desk.close()
  })

  test('that is discarded keeps its words, and so do those it had before it was changed', async () => {
    const on = await onBlog()
    const comment = await withComment(on)
    const reply = await on.desk.mutate('comments', 'reply', { commentId: comment.id, text: 'In March.' })
    const edited = await on.desk.mutate('comments', 'editReply', { entryId: reply.id, text: 'In April.' })
    await on.desk.mutate('outbox', 'cancel', { entryId: edited.id })
    expect(await on.desk.query('outbox', 'discarded', { blogId: on.blogId })).toMatchObject([
      { id: edited.id, commentId: comment.id, text: 'In April.' },
      { id: reply.id, commentId: comment.id, text: 'In March.' },
    ])
    await on.syncUntilQuiet()
    expect(await repliesOn(on)).toEqual([])
    await on.desk.close()
  })

  test('is the only thing whose words can be changed here', async () => {
    const on = await onBlog()
    const entry = await on.publish('A post')
    const refusal = { data: { kind: 'not-allowed-now', why: 'no-reply' } }
    await expect(on.desk.mutate('comments', 'editReply', { entryId: entry.id, text: 'x' })).rejects.toMatchObject(
      refusal,
    )
    await expect(on.desk.query('outbox', 'replyText', { entryId: entry.id })).rejects.toMatchObject(refusal)
    await on.desk.close()
  })
})

test('a list reads nothing of the words', async () => {
  const on = await onBlog()
  await on.publish('First')
  await on.publish('Second')
  await on.desk.close()
  const database = new Database(profileIn(on.profileFolder).databasePath)
  database.exec("UPDATE outbox_entries SET payload = 'no words at all'")
  const plan = database
    .prepare(
      "EXPLAIN QUERY PLAN SELECT what, state, is_stopped FROM outbox_entries WHERE blog_id = ? AND state NOT IN ('done', 'cancelled') ORDER BY position, sequence",
    )
    .all(on.blogId)
  expect(plan).toMatchObject([{ detail: expect.stringContaining('USING COVERING INDEX outbox_listed') }])
  database.close()
  const again = on.openOther(on.profileFolder)
  const entries = await again.query('outbox', 'list', { blogId: on.blogId })
  expect(entries.map(({ what }) => what)).toEqual(['First', 'Second'])
  await again.close()
})
