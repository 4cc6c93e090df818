import type { ArrivedComment } from './domain/notice.ts'
import { t } from './words/t.ts'

const MOST_LINES = 3
const MOST_SIGNS = 90

/** Without `where` it says nothing of where: it may be read over a shoulder or on a locked screen. */
export const noticeCount = (count: number, where = ''): string =>
  where === ''
    ? t('{count, plural, one {A new comment} other {# new comments}} on your blog', { count })
    : t('{count, plural, one {A new comment} other {# new comments}} on {where}', { count, where })

/** The first words of the newest, a line each. */
export function noticeWords(newest: readonly ArrivedComment[], count: number): string {
  const lines = newest
    .slice(0, MOST_LINES)
    .map(({ authorName, words }) => `${isolated(authorName) || t('Somebody')}: ${isolated(words)}`)
  const others = count - lines.length
  if (others > 0) lines.push(t('{others, plural, one {and # more} other {and # more}}', { others }, 'comments'))
  return lines.join('\n')
}

/** '' for a blog without a name. */
export const noticeName = (text: string): string => isolated(text)

/**
 * Somebody else's words for a place that we do not draw: without signs that turn the rest of the line round, and without angle
 * brackets, because Linux desktops read a notice as markup.
 */
function isolated(text: string): string {
  const plain = text
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .trim()
  const signs = Array.from(new Intl.Segmenter().segment(plain), ({ segment }) => segment)
  const short = signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS).join('').trimEnd()}…` : plain
  return short === '' ? '' : `\u2068${short}\u2069`
}
