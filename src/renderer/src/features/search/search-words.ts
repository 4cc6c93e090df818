import { t } from '../../../../shared/words/t.ts'
import { MOST_COUNTED, type SearchGroup, type SearchKind } from '../../../../shared/domain/search.ts'

export function kindHeading(kind: SearchKind): string {
  switch (kind) {
    case 'post':
      return t('Posts')
    case 'comment':
      return t('Comments')
    case 'picture':
      return t('Pictures')
  }
}

/** `12 posts`, `1 comment`, `1,000 or more posts`. */
export function countWords({ kind, count }: Pick<SearchGroup, 'kind' | 'count'>): string {
  const isMore = count >= MOST_COUNTED
  switch (kind) {
    case 'post':
      return isMore
        ? t('{count, number} or more posts', { count })
        : t('{count, plural, one {# post} other {# posts}}', { count })
    case 'comment':
      return isMore
        ? t('{count, number} or more comments', { count })
        : t('{count, plural, one {# comment} other {# comments}}', { count })
    case 'picture':
      return isMore
        ? t('{count, number} or more pictures', { count })
        : t('{count, plural, one {# picture} other {# pictures}}', { count })
  }
}

/** What was found, as one line that is also read out. */
export function foundWords(groups: SearchGroup[], inLibraryCount: number, actionCount: number): string {
  const parts = [
    ...(actionCount === 0 ? [] : [t('{count, plural, one {# action} other {# actions}}', { count: actionCount })]),
    ...groups.map(countWords),
    ...(inLibraryCount === 0 ? [] : [t('{count, number} in the library', { count: inLibraryCount })]),
  ]
  return parts.length === 0 ? t('Nothing found') : parts.join(' · ')
}

/** While the index is behind, so that nobody takes little for all. */
export function pendingWords(pendingCount: number): string | null {
  if (pendingCount === 0) return null
  return t(
    'The index is still filling: {count, plural, one {# post or comment is not in it yet.} other {# posts and comments are not in it yet.}}',
    { count: pendingCount },
  )
}

export const TIMES = [
  { id: 'any', days: null },
  { id: 'week', days: 7 },
  { id: 'month', days: 30 },
  { id: 'year', days: 365 },
] as const
export type SearchTime = (typeof TIMES)[number]['id']

export function timeWords(time: SearchTime): string {
  switch (time) {
    case 'any':
      return t('Any time')
    case 'week':
      return t('{days, plural, one {Last # day} other {Last # days}}', { days: 7 })
    case 'month':
      return t('{days, plural, one {Last # day} other {Last # days}}', { days: 30 })
    case 'year':
      return t('{months, plural, one {Last # month} other {Last # months}}', { months: 12 })
  }
}

/** The first day that counts. */
export function firstDayOf(time: SearchTime, now: Date): string | null {
  const days = TIMES.find(({ id }) => id === time)?.days ?? null
  return days === null ? null : new Date(now.getTime() - days * 24 * 3_600_000).toISOString().slice(0, 10)
}
