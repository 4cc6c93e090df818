import { expect, it } from 'vitest'
import { localOf, offsetHours, readDate } from '../../../src/main/core/practice-blog/site-time.ts'
import { openPracticeBlog } from '../../support/open-practice-blog.ts'

it('a scheduled post goes live when its time comes, and not before', async () => {
  const blog = openPracticeBlog({ contents: 'empty' })
  const dateGmt = new Date(blog.clock.now().getTime() + 3_600_000).toISOString().slice(0, 19)
  await blog.rest('you', 'posts', { title: 'Later', status: 'future', date_gmt: dateGmt })
  blog.clock.advance(3_599_000)
  expect((await blog.page('/')).html).not.toContain('Later')
  blog.clock.advance(1_000)
  expect((await blog.page('/')).html).toContain('Later')
  expect((await blog.rest('you', 'posts/1?context=edit')).json).toMatchObject({ status: 'publish', date_gmt: dateGmt })
})

it('somebody who cannot moderate waits 15 seconds between comments', async () => {
  const blog = openPracticeBlog({ contents: 'empty' })
  await blog.rest('you', 'posts', { title: 'Here', status: 'publish' })
  const say = async (content: string) =>
    (await blog.rest('author', 'comments', { post: 1, content })).json['code'] ?? 'said'
  const heard = [await say('one'), await say('two')]
  blog.clock.advance(14_000)
  heard.push(await say('two'))
  blog.clock.advance(1_000)
  heard.push(await say('two'))
  expect(heard).toEqual(['said', 'comment_flood', 'comment_flood', 'said'])
})

it('every update moves the time of change, also one that changes nothing', async () => {
  const blog = openPracticeBlog({ contents: 'empty' })
  const created = await blog.rest('you', 'posts', { title: 'Same', status: 'draft' })
  blog.clock.advance(5_000)
  const updated = await blog.rest('you', 'posts/1', { title: 'Same' })
  expect([created.json['modified_gmt'], updated.json['modified_gmt']]).toEqual([
    '2026-11-21T07:02:00',
    '2026-11-21T07:02:05',
  ])
})

it('a draft without a date takes the time at which it goes out', async () => {
  const blog = openPracticeBlog({ contents: 'empty' })
  await blog.rest('you', 'posts', { title: 'Slow', status: 'draft' })
  blog.clock.advance(86_400_000)
  const published = await blog.rest('you', 'posts/1', { status: 'publish' })
  expect(published.json).toMatchObject({ date_gmt: '2026-11-22T07:02:00', date: '2026-11-22T14:02:00' })
})

it('modified_after compares with the clock of the site when the bound has no zone', async () => {
  const blog = openPracticeBlog({ contents: 'empty' })
  await blog.rest('you', 'posts', { title: 'Written at 14:02 in Hanoi', status: 'publish' })
  const found = async (bound: string) =>
    (await blog.rest('you', `posts?modified_after=${encodeURIComponent(bound)}`)).json['length']
  expect([await found('2026-11-21T14:01:59'), await found('2026-11-21T14:02:00')]).toEqual([1, 0])
  expect([await found('2026-11-21T07:01:59Z'), await found('2026-11-21T07:02:00Z')]).toEqual([1, 0])
})

it.each([
  ['2026-07-01T12:00:00', 'Europe/Paris', '2026-07-01T14:00:00', 2],
  ['2026-01-01T12:00:00', 'Europe/Paris', '2026-01-01T13:00:00', 1],
  ['2026-11-21T20:30:00', 'Asia/Ho_Chi_Minh', '2026-11-22T03:30:00', 7],
  ['2026-11-21T20:30:00', 'Asia/Kathmandu', '2026-11-22T02:15:00', 5.75],
])('%s is in %s %s', (gmt, zone, local, offset) => {
  expect(localOf(gmt, zone)).toBe(local)
  expect(offsetHours(new Date(`${gmt}Z`), zone)).toBe(offset)
  expect(readDate(local, zone, 'site')).toBe(gmt)
})

it.each(['soon', '2026-13-01T00:00:00', '2026-11-21T25:00:00', ''])('"%s" is no date', (text) => {
  expect(readDate(text, 'UTC', 'site')).toBeNull()
})
