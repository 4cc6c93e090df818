import { expect, test } from 'vitest'
import { clockDifference } from '../../../../../src/renderer/src/features/editor/publish/clock-difference.ts'

const MINUTE_MS = 60_000
const table: [number, string | null][] = [
  [0, null],
  [MINUTE_MS, null],
  [-MINUTE_MS, null],
  [7 * MINUTE_MS, 'This laptop’s clock is 7 minutes behind the blog’s. The blog’s clock counts.'],
  [-MINUTE_MS - 1, 'This laptop’s clock is 1 minute ahead of the blog’s. The blog’s clock counts.'],
  [-3 * 60 * MINUTE_MS, 'This laptop’s clock is 3 hours ahead of the blog’s. The blog’s clock counts.'],
  [400 * 24 * 60 * MINUTE_MS, 'This laptop’s clock is 400 days behind the blog’s. The blog’s clock counts.'],
]

test.each(table)('a blog %i ms ahead', (blogAheadMs, sentence) => {
  expect(clockDifference(blogAheadMs)).toBe(sentence)
})
