import { expect, test } from 'vitest'
import { deskOnPracticeBlog, newPost, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

const DAY_MS = 86_400_000
const sync = ({ desk, blogId }: DeskOnBlog) => desk.mutate('line', 'syncNow', { blogId })
const entryOf = async ({ desk, blogId }: DeskOnBlog) => (await desk.query('outbox', 'list', { blogId }))[0]

async function queued(holdMs: number) {
  const on = await deskOnPracticeBlog({ holdMs })
  const postId = await newPost(on.desk, on.blogId, 'On its way')
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  return on
}

test('a hold does not last a day because the laptop’s clock was put back by one', async () => {
  const on = await queued(10_000)
  on.clock.turn(-DAY_MS)
  await sync(on)
  expect((await entryOf(on))?.state).toBe('held')
  on.clock.advance(9_000)
  await sync(on)
  expect((await entryOf(on))?.state).toBe('held')
  on.clock.advance(1_000)
  await sync(on)
  expect((await entryOf(on))?.state).toBe('done')
  await on.desk.close()
})

test('a wait ends within its longest time after the clock was put back', async () => {
  const on = await queued(0)
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-before' : 'ok')
  await sync(on)
  expect((await entryOf(on))?.state).toBe('waiting')
  on.line.fateOf = () => 'ok'
  on.clock.turn(-DAY_MS)
  await sync(on)
  expect((await entryOf(on))?.state).toBe('waiting')
  on.clock.advance(15 * 60_000)
  await sync(on)
  expect((await entryOf(on))?.state).toBe('done')
  await on.desk.close()
})

test('a look-up is made within the longest wait after the clock was put back', async () => {
  const on = await queued(0)
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
  await sync(on)
  expect((await entryOf(on))?.state).toBe('unknown')
  on.line.fateOf = () => 'ok'
  on.clock.turn(-DAY_MS)
  await sync(on)
  on.clock.advance(15 * 60_000)
  await sync(on)
  expect((await entryOf(on))?.state).toBe('done')
  await on.desk.close()
})

test('a wait that the blog asked for is kept, however long', async () => {
  const on = await queued(0)
  const busy = new Response('{}', {
    status: 429,
    headers: { 'retry-after': '7200', 'content-type': 'application/json' },
  })
  on.line.fateOf = ({ isWrite }) => (isWrite ? { answer: () => busy.clone() } : 'ok')
  await sync(on)
  on.line.fateOf = () => 'ok'
  on.clock.advance(3_600_000)
  await sync(on)
  expect((await entryOf(on))?.state).toBe('waiting')
  on.clock.advance(3_600_000)
  await sync(on)
  expect((await entryOf(on))?.state).toBe('done')
  await on.desk.close()
})
