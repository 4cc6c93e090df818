import { expect, test } from 'vitest'
import type { UtcIso } from '../../src/shared/domain/ids.ts'
import type { ReviewRound, ReviewState } from '../../src/shared/domain/review-file.ts'
import { toldOf } from '../../src/shared/review-told.ts'

const at = '2026-11-27T12:00:00.000Z' as UtcIso
const round = (state: ReviewState, change: Partial<ReviewRound> = {}): ReviewRound => ({
  number: 1,
  state,
  request: { of: 'Mai', by: '2026-12-01', lookAt: '' },
  askedBy: 'Ann',
  askedAt: at,
  publishAt: null,
  concluded: state === 'asked' || state === 'withdrawn' ? null : { by: 'Mai', at, words: '' },
  seal: null,
  categoryNames: {},
  ...change,
})
const STATES = ['asked', 'withdrawn', 'sent-back', 'approved', 'approved-with-changes'] as const

test.each([
  ['en-GB', 'About the whole post: Ann asks Mai for a review, by 2026-12-01.'],
  ['fr', 'À propos de tout l’article : Ann demande une relecture à Mai, pour le 2026-12-01.'],
  ['vi-VN', 'Về cả bài: Ann nhờ Mai duyệt bài, chậm nhất ngày 2026-12-01.'],
  ['de', 'About the whole post: Ann asks Mai for a review, by 2026-12-01.'],
  [null, 'About the whole post: Ann asks Mai for a review, by 2026-12-01.'],
])('what is told on a blog in %s is told so', (language, told) => {
  expect(toldOf(round('asked'), language)).toBe(told)
})

test('names and days of the other direction keep to themselves in Arabic', () => {
  expect(toldOf(round('asked'), 'ar')).toBe(
    'عن المقال كله: طلب مراجعة من \u2068Ann\u2069 إلى \u2068Mai\u2069، في موعد أقصاه \u20662026-12-01\u2069.',
  )
  const concluded = { by: 'سلمى', at, words: '' }
  expect(toldOf(round('sent-back', { concluded }), 'ar')).toBe('عن المقال كله: أُعيد المقال من قِبل سلمى.')
  expect(toldOf(round('sent-back', { concluded }), 'en')).toBe('About the whole post: \u2068سلمى\u2069 sent it back.')
})

test('each state is told in each language in words of its own', () => {
  const told = ['en', 'fr', 'ar', 'vi'].flatMap((language) => STATES.map((state) => toldOf(round(state), language)))
  expect(new Set(told).size).toBe(20)
  expect(told).not.toContain(null)
})
