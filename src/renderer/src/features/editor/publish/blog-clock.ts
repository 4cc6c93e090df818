import type { Line } from '../../../../../shared/domain/line.ts'
import { zoneOfBlog } from '../../../../../shared/blog-day.ts'

/** The moment by the blog's own clock, as last measured. */
export const nowAtBlog = (line: Pick<Line, 'clockOffsetMs'> | undefined, here: Date): Date =>
  new Date(here.getTime() + (line?.clockOffsetMs ?? 0))

/** A wall clock as date and time fields have it: `2026-11-22` and `08:00`. */
export interface WallTime {
  date: string
  time: string
}

/** What the clock at the blog shows at this moment. */
export function wallTimeAtBlog(at: Date, blogZone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zoneOfBlog(blogZone),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((found) => found.type === type)?.value ?? ''
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/**
 * The moment at which the clock at the blog shows this; the earlier one where it shows it twice. Null for what is no time,
 * and for one that is skipped there when the clocks are put forward.
 */
export function momentAtBlog({ date, time }: WallTime, blogZone: string): Date | null {
  const asUtcMs = Date.parse(`${date}T${time}:00.000Z`)
  if (Number.isNaN(asUtcMs)) return null
  const moments = [asUtcMs - DAY_MS, asUtcMs + DAY_MS]
    .map((nearMs) => asUtcMs - offsetMs(nearMs, blogZone))
    .filter((ms) => {
      const shown = wallTimeAtBlog(new Date(ms), blogZone)
      return shown.date === date && shown.time === time
    })
  return moments.length === 0 ? null : new Date(Math.min(...moments))
}

const DAY_MS = 86_400_000

function offsetMs(atMs: number, blogZone: string): number {
  const { date, time } = wallTimeAtBlog(new Date(atMs), blogZone)
  return Date.parse(`${date}T${time}:00.000Z`) - Math.floor(atMs / 60_000) * 60_000
}
