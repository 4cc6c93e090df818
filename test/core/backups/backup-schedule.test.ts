import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupsToKeep } from '../../../src/main/core/backups/backup-schedule.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const START = Date.parse('2026-11-01T00:00:00.000Z')

test('of a backup each half hour for a year stay four, then one an hour, a day and a week', () => {
  const times = Array.from({ length: 365 * 48 }, (_, at) => START + at * 30 * MINUTE)
  const now = times.at(-1) ?? 0
  const kept = [...backupsToKeep(times, now)].map((time) => now - time)
  expect(kept.filter((age) => age < 2 * HOUR)).toHaveLength(4)
  expect(kept.filter((age) => age < DAY)).toHaveLength(26)
  expect(kept.filter((age) => age < 15 * DAY)).toHaveLength(39)
  expect(Math.max(...kept)).toBeGreaterThan(42 * DAY)
  expect(kept.length).toBeLessThanOrEqual(50)
})

test('a clock that was years ahead or years behind costs no backup of the time it was right', () => {
  const hours = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at * HOUR)
  const right = hours(START, 24 * 60)
  const ahead = hours(START + 3000 * DAY, 24 * 80)
  const now = right.at(-1) ?? 0
  const alone = backupsToKeep(right, now)
  const stays = right.filter((time) => alone.has(time))
  const among = backupsToKeep([...right, ...ahead], now)
  expect(right.filter((time) => among.has(time))).toEqual(stays)
  // The battery is flat, and it is years ago again: what is made now stays, and so does what there was.
  const behind = hours(START - 3000 * DAY, 5)
  const after = backupsToKeep([...right, ...behind], behind.at(-1) ?? 0)
  expect(behind.every((time) => after.has(time))).toBe(true)
  expect(right.filter((time) => after.has(time))).toEqual(stays)
})

test('the newest always stays, what stays would stay again, and one more backup drops none of the last hours', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(400 * 24 * 60), { minLength: 1, maxLength: 200 }), (minutes) => {
      const times = minutes.map((minute) => START + minute * MINUTE)
      const kept = backupsToKeep(times, Infinity)
      expect(kept.has(Math.max(...times))).toBe(true)
      expect(backupsToKeep([...kept], Infinity)).toEqual(kept)
    }),
  )
})
