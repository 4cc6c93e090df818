import type { CivilDay } from '../blog-day.ts'

/** Whole days, both counted. */
export interface Period {
  from: CivilDay
  to: CivilDay
}

const DAY_MS = 86_400_000
const MONTHS_IN_QUARTER = 3
const MONTHS_IN_YEAR = 12

/** `months` of a calendar from `month` on, which counts from 0 and may lie outside a year. */
function monthsFrom(year: number, month: number, months: number): Period {
  const day = (ms: number): CivilDay => new Date(ms).toISOString().slice(0, 10)
  return { from: day(Date.UTC(year, month, 1)), to: day(Date.UTC(year, month + months, 0)) }
}

const yearOf = (day: CivilDay): number => Number(day.slice(0, 4))
const monthOf = (day: CivilDay): number => Number(day.slice(5, 7)) - 1

/** The quarter of a calendar year in which the day lies. `by`: so many quarters later. */
export const quarterOf = (day: CivilDay, by = 0): Period =>
  monthsFrom(yearOf(day), (Math.floor(monthOf(day) / MONTHS_IN_QUARTER) + by) * MONTHS_IN_QUARTER, MONTHS_IN_QUARTER)

export const yearAround = (day: CivilDay, by = 0): Period => monthsFrom(yearOf(day) + by, 0, MONTHS_IN_YEAR)

/** As long, and ending on the day before. Whole months are held against whole months. */
export function periodBefore({ from, to }: Period): Period {
  const months = monthsOf({ from, to }).length
  const whole = monthsFrom(yearOf(from), monthOf(from), months)
  if (whole.from === from && whole.to === to) return monthsFrom(yearOf(from), monthOf(from) - months, months)
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  const day = (before: number): CivilDay => new Date(Date.parse(from) - before * DAY_MS).toISOString().slice(0, 10)
  return { from: day(days), to: day(1) }
}

/** 1 to 4 where the period is one quarter, else null. */
export function quarterNumber({ from, to }: Period): number | null {
  const quarter = quarterOf(from)
  return quarter.from === from && quarter.to === to ? monthOf(from) / MONTHS_IN_QUARTER + 1 : null
}

/** Every month that the period touches, `2026-11`. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = []
  for (let month = monthsFrom(yearOf(from), monthOf(from), 1); month.from <= to;) {
    months.push(month.from.slice(0, 7))
    month = monthsFrom(yearOf(month.from), monthOf(month.from) + 1, 1)
  }
  return months
}
