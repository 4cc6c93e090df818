const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** What a person should know of the two clocks before choosing a time; null when they agree to the minute. */
export function clockDifference(blogAheadMs: number): string | null {
  const byMs = Math.abs(blogAheadMs)
  if (byMs <= MINUTE_MS) return null
  return `This laptop’s clock is ${amount(byMs)} ${blogAheadMs > 0 ? 'behind' : 'ahead of'} the blog’s. The blog’s clock counts.`
}

function amount(ms: number): string {
  if (ms < 2 * HOUR_MS) return counted(ms / MINUTE_MS, 'minute')
  return ms < 2 * DAY_MS ? counted(ms / HOUR_MS, 'hour') : counted(ms / DAY_MS, 'day')
}

function counted(amount: number, unit: string): string {
  const whole = Math.round(amount)
  return `${whole.toLocaleString('en-GB')} ${whole === 1 ? unit : `${unit}s`}`
}
