import { t } from '../../../../shared/words/t.ts'
const DAY_MS = 24 * 3_600_000

/** How long a post stays in the trash of this laptop. */
export function daysLeftWords(goesAt: string | null, now: Date): string {
  if (goesAt === null) return t('Stays: part of it may have left')
  const days = Math.ceil((Date.parse(goesAt) - now.getTime()) / DAY_MS)
  if (days <= 0) return t('Goes within a day')
  return t('{days, plural, one {# day left} other {# days left}}', { days })
}
