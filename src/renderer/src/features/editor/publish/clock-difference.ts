import { t } from '../../../../../shared/words/t.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** What a person should know of the two clocks before choosing a time; null when they agree to the minute. */
export function clockDifference(blogAheadMs: number): string | null {
  const byMs = Math.abs(blogAheadMs)
  if (byMs <= MINUTE_MS) return null
  const amount = amountWords(byMs)
  return blogAheadMs > 0
    ? t('This laptop’s clock is {amount} behind the blog’s. The blog’s clock counts.', { amount })
    : t('This laptop’s clock is {amount} ahead of the blog’s. The blog’s clock counts.', { amount })
}

function amountWords(ms: number): string {
  if (ms < 2 * HOUR_MS)
    return t(
      '{minutes, plural, one {# minute} other {# minutes}}',
      { minutes: Math.round(ms / MINUTE_MS) },
      'how far a clock is off',
    )
  return ms < 2 * DAY_MS
    ? t('{hours, plural, one {# hour} other {# hours}}', { hours: Math.round(ms / HOUR_MS) }, 'how far a clock is off')
    : t('{days, plural, one {# day} other {# days}}', { days: Math.round(ms / DAY_MS) }, 'how far a clock is off')
}
