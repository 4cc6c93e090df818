import { expect, test } from 'vitest'
import { siteTime } from '../../../src/main/core/sync/site-time.ts'

test.each([
  ['a named zone', 'Asia/Ho_Chi_Minh', 7, '2026-11-21T14:02:00Z', '2026-11-21 21:02'],
  ['summer time', 'Europe/Paris', 2, '2026-10-25T00:30:00Z', '2026-10-25 02:30'],
  ['the same hour after the clocks went back', 'Europe/Paris', 2, '2026-10-25T01:30:00Z', '2026-10-25 02:30'],
  ['another day at the blog', 'Pacific/Auckland', 13, '2026-12-31T12:00:00Z', '2027-01-01 01:00'],
  ['midnight', 'Asia/Ho_Chi_Minh', 7, '2026-11-21T17:00:00Z', '2026-11-22 00:00'],
  ['only an offset, of half an hour', 'UTC-03:30', -3.5, '2026-11-21T02:00:00Z', '2026-11-20 22:30'],
  ['a zone unknown here', 'Moon/Tranquility', 2, '2026-11-21T14:02:00Z', '2026-11-21 16:02'],
])('%s', (_name, timeZone, gmtOffsetHours, now, expected) => {
  expect(siteTime(new Date(now), { timeZone, gmtOffsetHours })).toBe(expected)
})
