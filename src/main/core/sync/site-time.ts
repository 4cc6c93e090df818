import { clockOfZone } from '../clock-of-zone.ts'
import type { StoredBlog } from '../store/blog-repository.ts'

/** The blog's own wall clock, `2026-11-21 21:02`; by its offset where this laptop does not know its zone. */
export function siteTime(
  now: Date,
  { timeZone, gmtOffsetHours }: Pick<StoredBlog, 'timeZone' | 'gmtOffsetHours'>,
): string {
  const clock = timeZone.startsWith('UTC') ? null : clockOfZone(timeZone)
  if (!clock) return new Date(now.getTime() + gmtOffsetHours * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  const parts = clock.formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
}
