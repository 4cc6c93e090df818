import { expect, it } from 'vitest'
import { answerBy } from '../../../src/shared/conversation/answer-promise.ts'

const WESTERN = [0, 6]
const GULF = [5, 6]

it.each([
  ['asked on a Monday', '2026-11-23', 2, WESTERN, '2026-11-25'],
  ['asked on a Thursday', '2026-11-26', 2, WESTERN, '2026-11-30'],
  ['asked on a Saturday', '2026-11-28', 2, WESTERN, '2026-12-01'],
  ['asked on a Thursday where Friday and Saturday are free', '2026-11-26', 2, GULF, '2026-11-30'],
  ['asked on a Wednesday where Friday and Saturday are free', '2026-11-25', 1, GULF, '2026-11-26'],
  ['where the house is always open', '2026-12-31', 1, [], '2027-01-01'],
])('%s', (_when, askedOn, workingDays, closedOn, expected) => {
  expect(answerBy(askedOn, { workingDays, closedOn })).toBe(expected)
})

it('nothing is promised by a house that never opens, nor within no days', () => {
  expect(answerBy('2026-11-23', { workingDays: 2, closedOn: [0, 1, 2, 3, 4, 5, 6] })).toBeNull()
  expect(answerBy('2026-11-23', { workingDays: 0, closedOn: [] })).toBeNull()
})
