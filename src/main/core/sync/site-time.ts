import type { StoredBlog } from '../store/blog-repository.ts'

/** The blog's own wall clock, `2026-11-21 21:02`; by its offset where this laptop does not know its zone. */
export function siteTime(
  now: Date,
  { timeZone, gmtOffsetHours }: Pick<StoredBlog, 'timeZone' | 'gmtOffsetHours'>,
): string {
  if (timeZone.startsWith('UTC') || !isKnownZone(timeZone)) {
    return new Date(now.getTime() + gmtOffsetHours * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  }
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
}

/** The list of zones is older here than on the blog, or a plugin made one up. */
function isKnownZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
