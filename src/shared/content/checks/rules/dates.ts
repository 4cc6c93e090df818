import type { Check, CheckContext } from '../check.ts'
import type { Notice } from '../finding.ts'
import { placeOf, quoted } from '../place.ts'
import { isInCode } from '../readable-post.ts'

const DAY = { day: 'numeric', month: 'long' } as const

/**
 * Why: a post of the evening here carries tomorrow’s date there, and what it calls today is yesterday for its readers. Source: WordPress
 * stores and shows dates in the site’s own zone (`post_date`).
 */
export const otherDayAtBlog: Check = {
  id: 'other-day-at-blog',
  fine: 'Date falls on the same day at the blog',
  *look(post, context) {
    const here = dayIn(context.hereZone, context)
    const there = dayIn(context.blogZone, context)
    if (here === there) return
    const spoken = spokenDay(post.texts, context.vocabulary.get('today') ?? [])
    yield {
      sentence: `It goes out on ${there} at the blog, while it is ${here} here.${spoken ? ` The text says ${quoted(spoken.word)}.` : ''}`,
      why: 'Readers see the blog’s date, and take “today” and “tomorrow” from it.',
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

function dayIn(zone: string, { goesOutAt }: CheckContext): string {
  const at = new Date(goesOutAt)
  const timeZone = zone.replace(/^UTC(?=[+-])/u, '')
  try {
    return new Intl.DateTimeFormat('en-GB', { ...DAY, timeZone }).format(at)
  } catch {
    // A zone that is newer than this program: better nothing than a wrong day.
    return new Intl.DateTimeFormat('en-GB', { ...DAY, timeZone: 'UTC' }).format(at)
  }
}
