import { beforeEach, afterEach, describe, expect, test } from 'vitest'
import type { Line } from '../../../src/shared/domain/line.ts'
import { deskOnPracticeBlog, newPost, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

const MINUTE_MS = 60_000
let on: DeskOnBlog

beforeEach(async () => {
  on = await deskOnPracticeBlog()
})
afterEach(() => on.desk.close())

const sync = (): Promise<Line> => on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
const line = async (): Promise<Line | undefined> =>
  (await on.desk.query('line', 'list')).find(({ blogId }) => blogId === on.blogId)
const saysItCosts = () => on.desk.mutate('settings', 'set', { isLineMetered: true })
const computerSays = (isMetered: boolean) => on.desk.mutate('settings', 'noteMetered', { isMetered })

async function untilAtRest(): Promise<void> {
  do await new Promise((resolve) => setImmediate(resolve))
  while ((await on.desk.query('line', 'list')).some(({ isSyncing }) => isSyncing))
}
/** Rounds in so many minutes in which nobody does anything. */
async function roundsIn(minutes: number): Promise<number> {
  let rounds = 0
  for (let minute = 0; minute < minutes; minute += 1) {
    on.line.seen.length = 0
    on.clock.advance(MINUTE_MS)
    await untilAtRest()
    if (on.line.seen.length > 0) rounds += 1
  }
  return rounds
}
async function begin(): Promise<void> {
  on.desk.core.start()
  await untilAtRest()
}

describe('a quiet line that costs is looked at every ten minutes instead of every minute:', () => {
  test.each([
    ['when the person says so', saysItCosts],
    ['when the computer says so', () => computerSays(true)],
  ])('%s', async (_who, say) => {
    await begin()
    expect(await roundsIn(20)).toBe(20)
    await say()
    expect(await roundsIn(60)).toBe(6)
    expect(await line()).toMatchObject({ isCostly: true })
  })

  test('until it costs no longer', async () => {
    await computerSays(true)
    await begin()
    expect(await roundsIn(20)).toBe(2)
    on.desk.events.length = 0
    await computerSays(false)
    expect(on.desk.events).toContainEqual({ topic: 'line', blogId: on.blogId })
    expect(await roundsIn(10)).toBe(10)
    expect(await line()).toMatchObject({ isCostly: false })
  })
})

test('what a person sends between two of its rounds goes at once, and is not asked about', async () => {
  await saysItCosts()
  await begin()
  expect(await roundsIn(9)).toBe(0)
  const postId = await newPost(on.desk, on.blogId, 'From the consulate')
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await untilAtRest()
  expect(await line()).toMatchObject({ arrival: null, waitingCount: 0 })
})

test('a line that was away longer than a quiet round is asked about as before', async () => {
  await saysItCosts()
  await sync()
  const postId = await newPost(on.desk, on.blogId, 'From the air')
  on.line.fateOf = () => 'lost-before'
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await sync()
  on.clock.advance(12 * MINUTE_MS)
  on.line.fateOf = () => 'ok'
  expect((await sync()).arrival?.entryIds).toHaveLength(1)
})

test('a line that costs is not looked at for the theme of the site unless somebody asks', async () => {
  await computerSays(true)
  const ask = (isAsked: boolean) => on.desk.mutate('preview', 'renewSiteStyle', { blogId: on.blogId, isAsked })
  const before = on.line.seen.length
  expect(await ask(false)).toBeNull()
  expect(on.line.seen).toHaveLength(before)
  await ask(true)
  expect(on.line.seen.length).toBeGreaterThan(before)
})
