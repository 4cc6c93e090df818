import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utcIso, type UtcIso } from '../../../src/shared/domain/ids.ts'
import { believedOffset, measureOffset } from '../../../src/main/core/blogs/blog-clock.ts'
import { deskOnPracticeBlog, newPost } from '../../support/desk-on-practice-blog.ts'

const MINUTE_MS = 60_000

describe('how far the blog’s clock is ahead', () => {
  test('is measured at half of the round trip', () => {
    const answeredAt = '2026-11-21T07:09:02.000Z' as UtcIso
    const receivedAt = new Date('2026-11-21T07:02:03.500Z')
    expect(measureOffset({ answeredAt, receivedAt, roundTripMs: 2_000 })).toEqual({
      offsetMs: 7 * MINUTE_MS,
      uncertaintyMs: 1_500,
    })
  })

  test('is never further off than the measurement says', () => {
    const times = fc.record({
      aheadMs: fc.integer({ min: -1e12, max: 1e12 }),
      askedMs: fc.integer({ min: 1.7e12, max: 1.8e12 }),
      thereMs: fc.integer({ min: 0, max: 30_000 }),
      backMs: fc.integer({ min: 0, max: 30_000 }),
    })
    fc.assert(
      fc.property(times, ({ aheadMs, askedMs, thereMs, backMs }) => {
        const stampedMs = Math.floor((askedMs + thereMs + aheadMs) / 1_000) * 1_000
        const { offsetMs, uncertaintyMs } = measureOffset({
          answeredAt: utcIso(new Date(stampedMs)),
          receivedAt: new Date(askedMs + thereMs + backMs),
          roundTripMs: thereMs + backMs,
        })
        expect(Math.abs(offsetMs - aheadMs)).toBeLessThanOrEqual(uncertaintyMs + 1)
      }),
    )
  })

  test('stays what it was while a measurement does not contradict it', () => {
    expect(believedOffset(0, { offsetMs: 900, uncertaintyMs: 1_000 })).toBe(0)
    expect(believedOffset(0, { offsetMs: 1_100, uncertaintyMs: 1_000 })).toBe(1_100)
    expect(believedOffset(420_000, { offsetMs: 30, uncertaintyMs: 1_000 })).toBe(30)
  })
})

describe('a laptop whose clock is not the blog’s', () => {
  test('knows by how much, also without a line after a restart', async () => {
    const on = await deskOnPracticeBlog({ blogAheadMs: 7 * MINUTE_MS })
    const [line] = await on.desk.query('line', 'list')
    expect(Math.abs((line?.clockOffsetMs ?? 0) - 7 * MINUTE_MS)).toBeLessThanOrEqual(500)
    await on.desk.close()
    on.line.fateOf = () => 'lost-before'
    const again = on.openOther(on.profileFolder)
    expect((await again.query('line', 'list'))[0]?.clockOffsetMs).toBe(line?.clockOffsetMs)
    await again.close()
  })

  test('that agrees to the second has nothing to say', async () => {
    const on = await deskOnPracticeBlog()
    expect(await on.desk.query('line', 'list')).toMatchObject([{ clockOffsetMs: 0 }])
    await on.desk.close()
  })

  test('schedules for the blog’s time: what this laptop takes for past is still to come there', async () => {
    const on = await deskOnPracticeBlog({ blogAheadMs: -3 * 60 * MINUTE_MS })
    const postId = await newPost(on.desk, on.blogId, 'In an hour')
    const publishAt = utcIso(new Date(on.clock.now().getTime() - 2 * 60 * MINUTE_MS))
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish', publishAt })
    await on.syncUntilQuiet()
    expect(await on.desk.query('posts', 'get', { postId })).toMatchObject({
      state: 'scheduled',
      publishedAt: publishAt,
    })
    const [entry] = await on.desk.query('outbox', 'list', { blogId: on.blogId })
    // 07:02 on the laptop, three hours less at the blog, in Hanoi.
    expect(entry?.receipt?.siteTime).toBe('2026-11-21 11:02')
    await on.desk.close()
  })

  test('asks about a time that has passed at the blog, although it is to come here', async () => {
    const on = await deskOnPracticeBlog({ blogAheadMs: 3 * 60 * MINUTE_MS, holdMs: 10_000 })
    const postId = await newPost(on.desk, on.blogId, 'Too late there')
    const soonThere = utcIso(new Date(on.clock.now().getTime() + 3 * 60 * MINUTE_MS + 5_000))
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish', publishAt: soonThere })
    on.clock.advance(20_000)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await on.desk.query('outbox', 'list', { blogId: on.blogId })).toMatchObject([
      { state: 'needs-you', reason: { kind: 'not-allowed-now', why: 'schedule-passed' } },
    ])
    await on.desk.close()
  })
})
