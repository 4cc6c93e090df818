import { MOST_COUNTED, type SearchGroup, type SearchKind } from '../../../../shared/domain/search.ts'

const NAMES: Record<SearchKind, { one: string; many: string; heading: string }> = {
  post: { one: 'post', many: 'posts', heading: 'Posts' },
  comment: { one: 'comment', many: 'comments', heading: 'Comments' },
  picture: { one: 'picture', many: 'pictures', heading: 'Pictures' },
}

export const kindHeading = (kind: SearchKind): string => NAMES[kind].heading

/** `12 posts`, `1 comment`, `1,000 or more posts`. */
export function countWords({ kind, count }: Pick<SearchGroup, 'kind' | 'count'>): string {
  if (count === 1) return `1 ${NAMES[kind].one}`
  const number = count.toLocaleString('en-GB')
  return `${count >= MOST_COUNTED ? `${number} or more` : number} ${NAMES[kind].many}`
}

/** What was found, as one line that is also read out. */
export function foundWords(groups: SearchGroup[], inLibraryCount: number): string {
  const parts = [...groups.map(countWords), ...(inLibraryCount === 0 ? [] : [`${inLibraryCount} in the library`])]
  return parts.length === 0 ? 'Nothing found' : parts.join(' · ')
}

/** While the index is behind, so that nobody takes little for all. */
export function pendingWords(pendingCount: number): string | null {
  if (pendingCount === 0) return null
  const what =
    pendingCount === 1 ? '1 post or comment is' : `${pendingCount.toLocaleString('en-GB')} posts and comments are`
  return `The index is still filling: ${what} not in it yet.`
}

export const TIMES = [
  { id: 'any', label: 'Any time', days: null },
  { id: 'week', label: 'Last 7 days', days: 7 },
  { id: 'month', label: 'Last 30 days', days: 30 },
  { id: 'year', label: 'Last 12 months', days: 365 },
] as const
export type SearchTime = (typeof TIMES)[number]['id']

/** The first day that counts. */
export function firstDayOf(time: SearchTime, now: Date): string | null {
  const days = TIMES.find(({ id }) => id === time)?.days ?? null
  return days === null ? null : new Date(now.getTime() - days * 24 * 3_600_000).toISOString().slice(0, 10)
}
