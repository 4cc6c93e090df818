import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Insight } from '../../../../shared/domain/insight.ts'
import { dateFormat } from '../../../../shared/words/date-words.ts'
import { numberWords } from '../../../../shared/words/number-words.ts'
import { t } from '../../../../shared/words/t.ts'
import { longTime } from '../../ui/times.ts'
import { quarterNumber, type Period } from '../../../../shared/insight/period.ts'

const asUtc = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** `Fourth quarter of 2026`, `2026`. */
export function periodWords(period: Period): string {
  const year = numberWords(Number(period.from.slice(0, 4)), { useGrouping: false })
  switch (quarterNumber(period)) {
    case 1:
      return t('First quarter of {year}', { year })
    case 2:
      return t('Second quarter of {year}', { year })
    case 3:
      return t('Third quarter of {year}', { year })
    case 4:
      return t('Fourth quarter of {year}', { year })
    case null:
    default:
      return year
  }
}

/** `October 2026` of `2026-10`. */
export const monthWords = (month: string): string =>
  dateFormat({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(asUtc(`${month}-01`))

/** `2 November 2026`. */
export const fullDayWords = (day: string): string =>
  dateFormat({ dateStyle: 'long', timeZone: 'UTC' }).format(asUtc(day))

const HOURS_IN_DAY = 24
/** Up to here hours say more than days. */
const MOST_HOURS = 48

/** `3 hours`, `4 days`: as long as it takes to answer. */
export function hoursWords(hours: number): string {
  if (hours < 1) return t('under an hour')
  if (hours < MOST_HOURS) return t('{count, plural, one {# hour} other {# hours}}', { count: Math.round(hours) })
  return t('{count, plural, one {# day} other {# days}}', { count: Math.round(hours / HOURS_IN_DAY) })
}

/** How a figure stands to that of the period before. */
export function changeWords(now: number, before: number): string {
  if (now === before) return t('as many as before')
  return now > before
    ? t('{count, number} more than before', { count: now - before })
    : t('{count, number} fewer than before', { count: before - now })
}

export const shareWords = (part: number, whole: number): string =>
  numberWords(whole === 0 ? 0 : part / whole, { style: 'percent', maximumFractionDigits: 0 })

/** Where the figures come from, and how fresh they are. */
export function readWords({ readAt }: Insight, { kind, name }: Pick<Blog, 'kind' | 'name'>): string {
  if (kind === 'practice') return t('Counted from the practice blog on this laptop. Nobody is tracked.')
  return readAt === null
    ? t('Counted from what is on this laptop; {name} was never read. Nobody is tracked.', { name })
    : t('Counted from what is on this laptop, as {name} was on {time}. Nobody is tracked.', {
        name,
        time: longTime(readAt),
      })
}
