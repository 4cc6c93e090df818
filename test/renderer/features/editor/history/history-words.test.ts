import { expect, test } from 'vitest'
import {
  changeSpoken,
  changeWords,
  dayName,
  pointWords,
} from '../../../../../src/renderer/src/features/editor/history/history-words.ts'
import { daysLeftWords } from '../../../../../src/renderer/src/features/posts/trash-words.ts'

test('a version is called by its name, else by what became of it', () => {
  expect(pointWords({ name: 'Mine', why: 'sent', sentAs: 'published' })).toBe('Mine')
  expect(pointWords({ name: null, why: 'sent', sentAs: 'in-review' })).toBe('Sent for review')
  expect(pointWords({ name: null, why: 'before-receive', sentAs: null })).toBe('Before the merge')
})

test('changed words are counted for the eye and for the ear', () => {
  expect(changeWords({ added: 1200, removed: 3 })).toBe('+1,200 −3 words')
  expect(changeWords({ added: 0, removed: 1 })).toBe('−1 word')
  expect(changeWords({ added: 0, removed: 0 })).toBe('Same words')
  expect(changeSpoken({ added: 1200, removed: 3 })).toBe('1,200 words more, 3 words gone')
  expect(changeSpoken({ added: 1, removed: 1 })).toBe('1 word more, 1 word gone')
})

test('days are named as people name them', () => {
  const now = new Date(2026, 10, 26, 9)
  expect(dayName(new Date(2026, 10, 26, 1).toISOString(), now)).toBe('Today')
  expect(dayName(new Date(2026, 10, 25, 23).toISOString(), now)).toBe('Yesterday')
  expect(dayName(new Date(2026, 10, 20, 12).toISOString(), now)).toBe('Friday 20 November')
  expect(dayName(new Date(2025, 10, 20, 12).toISOString(), now)).toBe('Thursday, 20 November 2025')
})

test('the trash says how long it keeps a post', () => {
  const now = new Date('2026-11-21T07:00:00.000Z')
  expect(daysLeftWords('2026-12-21T07:00:00.000Z', now)).toBe('30 days left')
  expect(daysLeftWords('2026-11-21T09:00:00.000Z', now)).toBe('1 day left')
  expect(daysLeftWords('2026-11-20T09:00:00.000Z', now)).toBe('Goes within a day')
  expect(daysLeftWords(null, now)).toBe('Stays: part of it may have left')
})
