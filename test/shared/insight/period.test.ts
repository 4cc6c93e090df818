import { expect, test } from 'vitest'
import { monthsOf, periodBefore, quarterNumber, quarterOf, yearAround } from '../../../src/shared/insight/period.ts'

test('a day lies in its quarter, and quarters are counted over the turn of a year', () => {
  expect(quarterOf('2026-11-28')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(quarterOf('2026-11-28', 1)).toEqual({ from: '2027-01-01', to: '2027-03-31' })
  expect(quarterOf('2026-02-28', -1)).toEqual({ from: '2025-10-01', to: '2025-12-31' })
  expect(yearAround('2026-02-28', -1)).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect(quarterNumber({ from: '2026-04-01', to: '2026-06-30' })).toBe(2)
  expect(quarterNumber({ from: '2026-04-01', to: '2026-07-01' })).toBeNull()
})

test('whole months are held against whole months, and other periods against as many days', () => {
  expect(periodBefore({ from: '2026-01-01', to: '2026-03-31' })).toEqual({ from: '2025-10-01', to: '2025-12-31' })
  expect(periodBefore({ from: '2024-03-01', to: '2024-03-31' })).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-10' })).toEqual({ from: '2026-02-19', to: '2026-02-28' })
})

test('every month that a period touches is named, also the first and the last in part', () => {
  expect(monthsOf({ from: '2025-12-31', to: '2026-02-01' })).toEqual(['2025-12', '2026-01', '2026-02'])
  expect(monthsOf({ from: '2026-05-05', to: '2026-05-05' })).toEqual(['2026-05'])
})
