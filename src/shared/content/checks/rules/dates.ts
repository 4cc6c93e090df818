import { dateFormat } from '../../../words/date-words.ts'
import { spokenNow } from '../../../words/spoken.ts'
import { t } from '../../../words/t.ts'
import type { Check, CheckContext } from '../check.ts'
import type { Notice } from '../finding.ts'
import { excerptOf, placeOf } from '../place.ts'
import { isInCode } from '../readable-post.ts'

const DAY = { day: 'numeric', month: 'long' } as const

/**
 * Why: a post of the evening here carries tomorrow’s date there, and what it calls today is yesterday for its readers. Source: WordPress
 * stores and shows dates in the site’s own zone (`post_date`).
 */
export const otherDayAtBlog: Check = {
  id: 'other-day-at-blog',
  fine: () => t('Date falls on the same day at the blog'),
  *look(post, context) {
    const here = dayIn(context.hereZone, context)
    const there = dayIn(context.blogZone, context)
    if (here === there) return
    const days = {
      there: dayIn(context.blogZone, context, spokenNow().formatLocale),
      here: dayIn(context.hereZone, context, spokenNow().formatLocale),
    }
    const spoken = spokenDay(post.texts, context.vocabulary.get('today') ?? [])
    yield {
      sentence: spoken
        ? t('It goes out on {there} at the blog, while it is {here} here. The text says “{word}”.', {
            ...days,
            word: excerptOf(spoken.word),
          })
        : t('It goes out on {there} at the blog, while it is {here} here.', days),
      why: t('Readers see the blog’s date, and take “today” and “tomorrow” from it.'),
      where: spoken?.where ?? { in: 'post' },
      fixes: [],
      about: `${here} ${there}`,
    }
  },
}

function spokenDay(
  texts: Parameters<Check['look']>[0]['texts'],
  words: readonly string[],
): { word: string; where: Notice['where'] } | null {
  if (words.length === 0) return null
  for (const block of texts) {
    const text = block.text.toLowerCase()
    for (const word of words) {
      for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + 1)) {
        const isWhole = !/[\p{L}\p{M}]/u.test((text[index - 1] ?? '') + (text[index + word.length] ?? ''))
        if (isWhole && !isInCode(block, index))
          return {
            word: block.text.slice(index, index + word.length),
            where: placeOf(block, index, index + word.length),
          }
      }
    }
  }
  return null
}

/** In English where it is part of a fingerprint, which is the same in every language. */
function dayIn(zone: string, { goesOutAt }: CheckContext, locale = 'en-GB'): string {
  const at = new Date(goesOutAt)
  const timeZone = zone.replace(/^UTC(?=[+-])/u, '')
  try {
    return dateFormat({ ...DAY, timeZone }, locale).format(at)
  } catch {
    // A zone that is newer than this program: better nothing than a wrong day.
    return dateFormat({ ...DAY, timeZone: 'UTC' }, locale).format(at)
  }
}
