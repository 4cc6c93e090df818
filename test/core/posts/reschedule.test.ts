import { describe, expect, test } from 'vitest'
import { utcIso, type RemotePostId } from '../../../src/shared/domain/ids.ts'
import type { NewSchedule } from '../../../src/shared/domain/post.ts'
import { deskOnPracticeBlog, newPost, paragraph, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

const HOUR_MS = 3_600_000
const inHours = ({ clock }: Pick<DeskOnBlog, 'clock'>, hours: number) =>
  utcIso(new Date(clock.now().getTime() + hours * HOUR_MS))

/** A post that the blog makes public in two hours. */
async function scheduledPost(options?: Parameters<typeof deskOnPracticeBlog>[0]) {
  const on = await deskOnPracticeBlog(options)
  const postId = await newPost(on.desk, on.blogId, 'The morning boat', paragraph('It leaves at eight.'))
  const publishAt = inHours(on, 2)
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish', publishAt })
  on.clock.advance(10_000)
  await on.syncUntilQuiet()
  const remoteId = (await on.desk.query('posts', 'get', { postId })).remoteId as RemotePostId
  on.clock.advance(60_000)
  return { ...on, postId, remoteId, publishAt }
}
type Scheduled = Awaited<ReturnType<typeof scheduledPost>>

const ask = ({ desk, postId }: Scheduled, to: NewSchedule) => desk.mutate('posts', 'reschedule', { postId, to })
const sync = ({ desk, blogId }: DeskOnBlog) => desk.mutate('line', 'syncNow', { blogId })
const onBlog = ({ as, remoteId }: Scheduled) => as('administrator').getPost(remoteId)
const post = ({ desk, postId }: Scheduled) => desk.query('posts', 'get', { postId })
const firstEntry = async ({ desk, blogId }: DeskOnBlog) => (await desk.query('outbox', 'list', { blogId }))[0]

describe('a scheduled post', () => {
  test('takes another time; its words are not sent with it', async () => {
    const on = await scheduledPost()
    await write(on.desk, on.postId, { blocks: [paragraph('It leaves at nine.')] })
    const later = inHours(on, 5)
    await ask(on, { as: 'future', publishAt: later })
    await on.syncUntilQuiet()
    expect(await onBlog(on)).toMatchObject({
      status: 'future',
      publishedAt: later,
      content: expect.stringContaining('at eight'),
    })
    const { state, publishedAt, document } = await post(on)
    expect({ state, publishedAt }).toEqual({ state: 'scheduled', publishedAt: later })
    expect(JSON.stringify(document)).toContain('at nine')
    expect(await firstEntry(on)).toMatchObject({ kind: 'reschedule-post', receipt: { remoteStatus: 'future' } })
    await on.desk.close()
  })

  test('goes out now, dated by the blog’s own clock', async () => {
    const on = await scheduledPost({ blogAheadMs: 7 * 60_000 })
    await ask(on, { as: 'publish' })
    await on.syncUntilQuiet()
    const { status, publishedAt } = await onBlog(on)
    expect(status).toBe('publish')
    expect(Math.abs(Date.parse(publishedAt ?? '') - on.clock.now().getTime() - 7 * 60_000)).toBeLessThan(60_000)
    expect(await post(on)).toMatchObject({ state: 'published' })
    await on.desk.close()
  })

  test('is a draft again and stays one when its time comes', async () => {
    const on = await scheduledPost()
    await ask(on, { as: 'draft' })
    await on.syncUntilQuiet()
    on.clock.advance(3 * HOUR_MS)
    await sync(on)
    expect(await onBlog(on)).toMatchObject({ status: 'draft', publishedAt: null })
    expect(await post(on)).toMatchObject({ state: 'draft' })
    await on.desk.close()
  })

  test('is stopped although its words wait for somebody', async () => {
    const on = await scheduledPost()
    await write(on.desk, on.postId, { blocks: [paragraph('It leaves at nine.')] })
    await on.as('administrator').updatePost(on.remoteId, { content: '<p>It does not leave.</p>' })
    await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
    await sync(on)
    await ask(on, { as: 'draft' })
    await sync(on)
    expect(await onBlog(on)).toMatchObject({ status: 'draft', content: '<p>It does not leave.</p>' })
    await on.desk.close()
  })

  test('asked twice for the same is one act; asked for something else, the last word counts', async () => {
    const on = await scheduledPost({ holdMs: 10_000 })
    const later = inHours(on, 5)
    const first = await ask(on, { as: 'future', publishAt: later })
    expect((await ask(on, { as: 'future', publishAt: later })).id).toBe(first.id)
    await ask(on, { as: 'draft' })
    on.clock.advance(10_000)
    await on.syncUntilQuiet()
    expect(await onBlog(on)).toMatchObject({ status: 'draft' })
    expect((await on.desk.query('outbox', 'list', { blogId: on.blogId })).map(({ kind }) => kind)).toEqual([
      'reschedule-post',
      'publish-post',
    ])
    await on.desk.close()
  })
})

describe('what somebody else decided meanwhile stays', () => {
  const changes: [string, (on: Scheduled) => Promise<unknown>][] = [
    [
      'another time',
      (on) => on.as('administrator').setPostStatus(on.remoteId, { status: 'future', publishAt: inHours(on, 9) }),
    ],
    ['published', (on) => on.as('administrator').setPostStatus(on.remoteId, { status: 'publish', publishAt: null })],
    ['its time came', async (on) => on.clock.advance(3 * HOUR_MS)],
  ]
  test.each(changes)('%s', async (_what, change) => {
    const on = await scheduledPost()
    await ask(on, { as: 'draft' })
    await change(on)
    const before = await onBlog(on)
    await sync(on)
    expect(await firstEntry(on)).toMatchObject({
      state: 'needs-you',
      reason: { kind: 'conflict', code: 'schedule-changed' },
    })
    expect(await onBlog(on)).toEqual(before)
    expect(await post(on)).toMatchObject({ remoteStatus: before.status, publishedAt: before.publishedAt })
    await on.desk.close()
  })

  test('in the trash', async () => {
    const on = await scheduledPost()
    await ask(on, { as: 'publish' })
    await on.as('administrator').trashPost(on.remoteId)
    await sync(on)
    expect(await firstEntry(on)).toMatchObject({ state: 'needs-you', reason: { kind: 'gone' } })
    expect(await post(on)).toMatchObject({ state: 'off-the-blog' })
    await on.desk.mutate('posts', 'letGo', { postId: on.postId })
    expect(await post(on)).toMatchObject({ state: 'in-trash' })
    await on.desk.close()
  })
})

test('a lost answer is looked up, and nothing is sent twice', async () => {
  const on = await scheduledPost()
  await ask(on, { as: 'draft' })
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
  await sync(on)
  expect(await firstEntry(on)).toMatchObject({ state: 'unknown' })
  on.line.fateOf = () => 'ok'
  const writesBefore = on.line.seen.filter(({ isWrite }) => isWrite).length
  await on.syncUntilQuiet()
  expect(await firstEntry(on)).toMatchObject({ state: 'done' })
  expect(on.line.seen.filter(({ isWrite }) => isWrite)).toHaveLength(writesBefore)
  expect(await onBlog(on)).toMatchObject({ status: 'draft' })
  await on.desk.close()
})

test('a lost request is made again only when a slow blog can no longer bring it', async () => {
  const on = await scheduledPost()
  const later = inHours(on, 5)
  await ask(on, { as: 'future', publishAt: later })
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'late' : 'ok')
  await sync(on)
  on.line.fateOf = () => 'ok'
  on.clock.advance(60_000)
  await sync(on)
  expect(await firstEntry(on)).toMatchObject({ state: 'unknown' })
  expect(await onBlog(on)).toMatchObject({ publishedAt: on.publishAt })
  on.clock.advance(120_000)
  await on.syncUntilQuiet()
  expect(await onBlog(on)).toMatchObject({ publishedAt: later })
  await on.desk.close()
})

describe('a new time', () => {
  test('that has passed before there was a line is asked about', async () => {
    const on = await scheduledPost()
    on.line.fateOf = () => 'lost-before'
    await ask(on, { as: 'future', publishAt: inHours(on, 1) })
    on.clock.advance(HOUR_MS + 60_000)
    on.line.fateOf = () => 'ok'
    await on.syncUntilQuiet()
    expect(await firstEntry(on)).toMatchObject({
      state: 'needs-you',
      reason: { kind: 'not-allowed-now', why: 'schedule-passed' },
    })
    expect(await onBlog(on)).toMatchObject({ status: 'future', publishedAt: on.publishAt })
    await on.desk.close()
  })

  test('in the past is refused, and so is any for a post that is not scheduled', async () => {
    const on = await scheduledPost()
    await expect(ask(on, { as: 'future', publishAt: inHours(on, -1) })).rejects.toMatchObject({
      data: { kind: 'invalid-input', field: 'publishAt', rule: 'in-the-past' },
    })
    const postId = await newPost(on.desk, on.blogId, 'A draft')
    await expect(on.desk.mutate('posts', 'reschedule', { postId, to: { as: 'draft' } })).rejects.toMatchObject({
      data: { kind: 'not-allowed-now', why: 'not-scheduled' },
    })
    await on.desk.close()
  })
})
