import type { CivilDay } from '../blog-day.ts'

/** What readers of a blog may expect: an answer within so many working days, and which days the house is closed. */
export interface AnswerPromise {
  workingDays: number
  /** 0 is Sunday. */
  closedOn: readonly number[]
}

/** Where nobody said when the house is closed. */
export const WEEKEND: readonly number[] = [0, 6]

const DAY_MS = 86_400_000
const DAYS_IN_WEEK = 7

/**
 * The last day on which an answer keeps the promise: the day it was asked does not count, nor does one on which the house is
 * closed. null where nothing is promised, or the house never opens.
 */
export function answerBy(askedOn: CivilDay, { workingDays, closedOn }: AnswerPromise): CivilDay | null {
  const closed = new Set(closedOn)
  if (workingDays <= 0 || closed.size >= DAYS_IN_WEEK) return null
  let day = Date.parse(`${askedOn}T00:00:00Z`)
  for (let left = workingDays; left > 0;) {
    day += DAY_MS
    if (!closed.has(new Date(day).getUTCDay())) left -= 1
  }
  return new Date(day).toISOString().slice(0, 10)
}
