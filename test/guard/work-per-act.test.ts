import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PostDocument } from '../../src/shared/content/document.ts'
import type { PostId } from '../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, write, type DeskOnBlog } from '../support/desk-on-practice-blog.ts'
import { countWork } from './count-work.ts'

/**
 * Counts, never times: they are the same on every machine. Whoever makes an act dearer changes the number here, and says in the
 * commit what it is worth.
 */
let here: DeskOnBlog
let postId: PostId

beforeEach(async () => {
  here = await deskOnPracticeBlog({ contents: 'embassy' })
  postId = await newPost(here.desk, here.blogId, 'The ferry', paragraph('It left before noon.'))
})
afterEach(() => here.desk.close())

describe('what a screen asks of the store does not grow with what is on it:', () => {
  const posts = async (): Promise<void> => {
    for (let index = 0; index < 6; index += 1)
      await newPost(here.desk, here.blogId, `Post ${index}`, paragraph('Another one.'))
  }
  const comments = async (): Promise<void> => {
    const [post] = await here
      .as('editor')
      .listPosts({ pageNumber: 1, modifiedAfter: null })
      .then(({ items }) => items)
    for (let index = 0; index < 6; index += 1) await here.visitorComment(post?.remoteId ?? 0, `A question ${index}`)
    await here.desk.mutate('line', 'syncNow', { blogId: here.blogId })
  }
  const entries = async (): Promise<void> => {
    here.line.fateOf = () => 'lost-before'
    for (let index = 0; index < 6; index += 1) {
      const id = await newPost(here.desk, here.blogId, `Post ${index}`, paragraph('Another one.'))
      await here.desk.mutate('posts', 'publish', { postId: id, as: 'publish' })
    }
  }
  const versions = async (): Promise<void> => {
    for (let index = 0; index < 6; index += 1) await write(here.desk, postId, { blocks: [paragraph(`Day ${index}.`)] })
  }
  test.each<{ screen: string; most: number; more: () => Promise<void>; open: () => Promise<unknown> }>([
    { screen: 'the list of posts', most: 3, more: posts, open: () => here.desk.query('posts', 'list', ofBlog()) },
    { screen: 'the conversation', most: 7, more: comments, open: () => here.desk.query('comments', 'inbox', ofBlog()) },
    { screen: 'the outbox', most: 2, more: entries, open: () => here.desk.query('outbox', 'list', ofBlog()) },
    {
      screen: 'the history of a post',
      most: 2,
      more: versions,
      open: () => here.desk.query('posts', 'history', { postId }),
    },
    // A few for each of what it shows, and it shows so many and no more.
    { screen: 'today', most: 71, more: posts, open: () => here.desk.query('today', 'look') },
  ])('$screen', async ({ more, most, open }) => {
    const few = await countWork(open)
    await more()
    const many = await countWork(open)
    expect(many.statements.length).toBeLessThanOrEqual(few.statements.length)
    expect(many.statements.length).toBeLessThanOrEqual(most)
  })

  test('the comments, which are not counted again for a round that brought nothing', async () => {
    const look = async (): Promise<void> => {
      await here.desk.query('comments', 'badge')
      await here.desk.query('comments', 'inbox', ofBlog())
      await here.desk.query('today', 'look')
    }
    const countings = async (): Promise<number> =>
      (await countWork(look)).statements.filter((sql) => sql.includes('FROM shown')).length
    await comments()
    expect(await countings()).toBe(2)
    await here.desk.mutate('line', 'syncNow', ofBlog())
    expect(await countings()).toBe(0)
    await here.desk.mutate('settings', 'set', { theme: 'dark' })
    expect(await countings()).toBe(2)
  })
})

describe('a desk that nobody touches', () => {
  test('wakes the processor once a minute to ask the blog, and for all else every few minutes', async () => {
    await here.syncUntilQuiet()
    const { after } = here.clock
    const wokenAt: number[] = []
    here.clock.after = (delayMs, callback) =>
      after(delayMs, () => {
        wokenAt.push(here.clock.elapsedMs())
        callback()
      })
    here.desk.core.start()
    await stillness()
    wokenAt.length = 0
    here.line.seen.length = 0
    for (let second = 0; second < 3600; second += 1) {
      here.clock.advance(1000)
      if (second % 60 === 0) await stillness()
    }
    // What falls due together is one waking.
    const seconds = new Set(wokenAt.map((ms) => Math.floor(ms / 1000)))
    expect(seconds.size).toBeGreaterThan(50)
    expect(seconds.size).toBeLessThanOrEqual(90)
    expect(here.line.seen.filter(({ isWrite }) => isWrite)).toEqual([])
    expect(here.line.seen.length).toBeLessThanOrEqual(6 * 62)
  })
})

/** Until the round that began is over. */
async function stillness(): Promise<void> {
  for (let quiet = 0, seen = -1; quiet < 3; quiet += 1) {
    if (seen !== here.line.seen.length) quiet = 0
    seen = here.line.seen.length
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** Of what the blog answers, before anything on the way makes it smaller. */
async function bytesOfQuietRound(): Promise<number> {
  await here.syncUntilQuiet()
  let bytes = 0
  here.line.onCarriedOut = async (_request, _index, answer) => {
    bytes += (await answer.clone().arrayBuffer()).byteLength
  }
  await here.desk.mutate('line', 'syncNow', ofBlog())
  here.line.onCarriedOut = () => {}
  return bytes
}

const ofBlog = () => ({ blogId: here.blogId })

describe('a save', () => {
  test('is one row and one wait for the disk, and putting it where it belongs is one more', async () => {
    const post = await here.desk.query('posts', 'get', { postId })
    const { title, excerpt, language, direction, categoryIds, tags } = post
    const document: PostDocument = { type: 'doc', content: [paragraph('It left at noon.')] }
    const words = { title, excerpt, language, direction, categoryIds, tags, document }
    await here.desk.mutate('posts', 'edit', { postId, sequence: 1000, ...words, caret: null })
    const save = await countWork(() => here.clock.advance(300))
    const settling = await countWork(() => here.clock.advance(2_000))
    expect(save.commits).toBe(1)
    expect(save.statements.length).toBeLessThanOrEqual(4)
    expect(settling.commits).toBe(1)
    expect(settling.statements.length).toBeLessThanOrEqual(24)
  })
})

describe('a round in which nothing changed', () => {
  test('asks the blog eight times, and waits for the disk no more often than it always did', async () => {
    await here.syncUntilQuiet()
    here.line.seen.length = 0
    const work = await countWork(() => here.desk.mutate('line', 'syncNow', ofBlog()))
    expect(here.line.seen.filter(({ isWrite }) => isWrite)).toEqual([])
    expect(here.line.seen.length).toBeLessThanOrEqual(8)
    expect(work.commits).toBeLessThanOrEqual(14)
  })

  test('brings down as many bytes as the blog takes to say so, and does not grow with the blog', async () => {
    const few = await bytesOfQuietRound()
    const [post] = await here
      .as('editor')
      .listPosts({ pageNumber: 1, modifiedAfter: null })
      .then(({ items }) => items)
    for (let index = 0; index < 12; index += 1)
      await here.visitorComment(post?.remoteId ?? 0, 'A long one. '.repeat(80))
    const many = await bytesOfQuietRound()
    expect(many).toBeLessThanOrEqual(few * 1.02)
    expect(many).toBeLessThanOrEqual(10_000)
  })
})
