const DAY_MS = 24 * 3_600_000

/** How long a post stays in the trash of this laptop. */
export function daysLeftWords(goesAt: string | null, now: Date): string {
  if (goesAt === null) return 'Stays: part of it may have left'
  const days = Math.ceil((Date.parse(goesAt) - now.getTime()) / DAY_MS)
  if (days <= 0) return 'Goes within a day'
  return days === 1 ? '1 day left' : `${days} days left`
}
