import { inSentence } from '../../../../shared/content/text-direction.ts'
import type { HandedIn, ReviewSummary } from '../../../../shared/domain/review.ts'
import { sealSentence } from '../../../../shared/review-sentences.ts'
import { dayWords } from '../../ui/times.ts'
import { t } from '../../../../shared/words/t.ts'

/** A state's word with its colour; violet is the seal's own. */
export interface ReviewWords {
  word: string
  sentence: string
  tone: 'plain' | 'done' | 'waits' | 'needs-you' | 'sealed'
}

type Standing = Pick<
  ReviewSummary,
  'state' | 'request' | 'askedBy' | 'handedIn' | 'conclusion' | 'openCount' | 'seal' | 'urgent' | 'postId'
>

/** How a review stands, in one or two words and one sentence. */
export function reviewWords(review: Standing): ReviewWords {
  const { state, conclusion, openCount, seal, urgent } = review
  const by = inSentence(conclusion?.by ?? t('The reviewer'))
  const askedBy = inSentence(review.askedBy)
  if (urgent)
    return {
      word: t('Needs review', {}, 'state'),
      sentence: t('{name} published it before anybody approved it. It is to be reviewed all the same.', {
        name: inSentence(urgent.by),
      }),
      tone: 'needs-you',
    }
  switch (state) {
    case 'asked':
      if (review.handedIn) return handedInWords(askedBy, review.handedIn.left)
      return { word: t('In review', {}, 'a text'), sentence: waitsForWords(review.request.of), tone: 'waits' }
    case 'sent-back':
      return {
        word: t('Sent back', {}, 'state'),
        sentence: t('{name} sent it back to {author}.', { name: by, author: askedBy }),
        tone: 'needs-you',
      }
    case 'withdrawn':
      return {
        word: t('Withdrawn', {}, 'state'),
        sentence: t('{name} does not ask any more.', { name: askedBy }, 'for a review'),
        tone: 'plain',
      }
    case 'approved':
    case 'approved-with-changes':
      if (seal.state === 'whole')
        return {
          word: t('Approved, sealed', {}, 'state'),
          sentence: t('It is exactly what {name} approved.', { name: by }),
          tone: 'sealed',
        }
      if (state === 'approved-with-changes' && openCount > 0)
        return {
          word: t('Approved with changes', {}, 'state'),
          sentence: t('{name} approved it as proposed: with all changes taken it is sealed.', { name: by }),
          tone: 'waits',
        }
      if (seal.state === 'broken')
        return { word: t('Seal broken', {}, 'state'), sentence: sealSentence(seal), tone: 'needs-you' }
      return { word: t('Approved', {}, 'state'), sentence: t('{name} approved it.', { name: by }), tone: 'done' }
  }
}

function handedInWords(name: string, left: HandedIn['left']): ReviewWords {
  switch (left) {
    case null:
      return {
        word: t('Handed in', {}, 'state'),
        sentence: t('{name} handed it in; nobody wrote what to look at.', { name }),
        tone: 'waits',
      }
    case 'published':
      return {
        word: t('Published meanwhile', {}, 'state'),
        sentence: t('It was published on the blog before anybody decided here. What was suggested and noted is kept.'),
        tone: 'plain',
      }
    case 'draft-again':
      return {
        word: t('A draft again', {}, 'state'),
        sentence: t(
          'It was made a draft again on the blog before anybody decided here. What was suggested and noted is kept.',
        ),
        tone: 'plain',
      }
    case 'gone':
      return {
        word: t('Off the blog', {}, 'state'),
        sentence: t('It was taken off the blog before anybody decided here. What was suggested and noted is kept.'),
        tone: 'plain',
      }
  }
}

/** `name` is '' where nobody was named. */
const waitsForWords = (name: string): string =>
  name === '' ? t('It waits for a reviewer.') : t('It waits for {name}.', { name: inSentence(name) })

/** `by 1 December`, `by today`, `since yesterday` of a civil day; null where there is no hurry. */
export function dueWords(by: string | null, today = civilDay(new Date())): { words: string; isLate: boolean } | null {
  if (by === null) return null
  if (by < today) return { words: t('was due {day}', { day: dayWords(by) }, 'a review'), isLate: true }
  const words = by === today ? t('by today', {}, 'a review') : t('by {day}', { day: dayWords(by) }, 'a review')
  return { words, isLate: false }
}

/** The same as a sentence of its own. */
export function dueSentence(by: string | null, today = civilDay(new Date())): string | null {
  if (by === null) return null
  if (by < today) return t('It is asked for and was due {day}.', { day: dayWords(by) })
  return by === today ? t('It is asked for by today.') : t('It is asked for by {day}.', { day: dayWords(by) })
}

const civilDay = (date: Date): string => date.toLocaleDateString('en-CA')
