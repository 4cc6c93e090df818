import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import { excerptOf, placeOf } from '../place.ts'
import type { ReadablePost } from '../readable-post.ts'
import { isAsked } from '../../templates/asked-words.ts'
import { findTemplate } from '../../templates/templates.ts'

const BRACKETS = /\[([^[\]\n]{3,200})\]/gu

/** Why: a form that was not filled in shows that nobody read it. Finds what a template asked for, and in a post from a template anything like it. */
export const templateLeftover: Check = {
  id: 'template-leftover',
  fine: () => t('Everything the template asked for is filled in'),
  isAbout: (_post, { template }) => template !== '',
  *look(post, { template }) {
    for (const block of post.texts) {
      for (const { index, 0: all, 1: inner = '' } of block.text.matchAll(BRACKETS)) {
        const looksAsked = template !== '' && /^\p{Lu}\S*\s/u.test(inner)
        if (!isAsked(inner) && !looksAsked) continue
        const where = placeOf(block, index, index + all.length)
        yield {
          sentence: t('The template still asks: “{words}”.', { words: excerptOf(inner) }),
          why: t('Readers would see the form instead of your words. Write over it, or take it out.'),
          where,
          fixes: [{ label: t('Fill it in'), change: { kind: 'go', where } }],
          about: inner,
        }
      }
    }
  },
}

/** Why: what a guest writes is not the embassy's word, and a reader can only know it from the page. */
const guestDisclaimer: Check = {
  id: 'guest-without-disclaimer',
  fine: () => t('It says whose views they are'),
  templates: ['guest-post'],
  *look(post) {
    if (
      post.texts.some(({ text }) =>
        /\b(?:views?|opinions?|vues|opinions|quan điểm)\b|آراء|وجهات النظر|نظرات/iu.test(text),
      )
    )
      return
    yield {
      sentence: t('Nothing says whose views these are.'),
      why: t('Without that line readers take a guest’s words for the embassy’s.'),
      where: { in: 'post' },
      fixes: [],
      about: 'disclaimer',
    }
  },
}

/** Why: an interview with one voice is a speech. */
const interviewVoices: Check = {
  id: 'interview-without-answers',
  fine: null,
  templates: ['interview'],
  *look(post) {
    const questions = post.texts.filter(({ text }) => /[?؟？;]\s*$/u.test(text)).length
    if (questions > 0 || isStillAsking(post)) return
    yield {
      sentence: t('There is no question in this interview.'),
      why: t('Readers look for who asks and who answers; a question ends in its sign.'),
      where: { in: 'post' },
      fixes: [],
      about: 'questions',
    }
  },
}

/** Why: a position without a day goes on being quoted when it is no longer held. */
const reviewDay: Check = {
  id: 'snapshot-without-review-day',
  fine: () => t('It has a day on which it is looked at again'),
  templates: ['position-snapshot'],
  *look(_post, { reviewBy, goesOutAt }) {
    if (reviewBy !== null && reviewBy > goesOutAt.slice(0, 10)) return
    yield {
      sentence:
        reviewBy === null
          ? t('It has no day on which you look at it again.')
          : t('Its day to be looked at again has passed.'),
      why: t('A position goes on being quoted after it has changed. The list shows the post when its day has come.'),
      where: { in: 'review-by' },
      fixes: [{ label: t('Choose the day'), change: { kind: 'go', where: { in: 'review-by' } } }],
      about: reviewBy ?? 'none',
    }
  },
}

/** Why: a record is read for when things happened. */
const eventTimes: Check = {
  id: 'event-without-times',
  fine: () => t('Its entries have their times'),
  isAbout: (post) => !isStillAsking(post),
  templates: ['event-record'],
  *look(post) {
    if (isStillAsking(post) || post.texts.some(({ text }) => /^\d{1,2}[:.h]\d{2}\b/u.test(text))) return
    yield {
      sentence: t('No entry has a time.'),
      why: t('Readers follow a record by its times. F9 stamps the time at the blog.'),
      where: { in: 'post' },
      fixes: [],
      about: 'times',
    }
  },
}

/** The core refuses it as well: what is written for a closed room is never sent. */
const printOnly: Check = {
  id: 'print-only',
  fine: null,
  severity: 'stops',
  *look(_post, { template }) {
    if (findTemplate(template)?.isPrintOnly !== true) return
    yield {
      sentence: t('This sheet is for paper only.'),
      why: t(
        'It was written for a room with closed doors. The desk prints it and never sends it to a blog. What is for readers becomes a post of its own.',
      ),
      where: { in: 'post' },
      fixes: [],
      about: template,
    }
  },
}

/** Until the form is filled in, what it asks for is said once, by the check for leftovers. */
const isStillAsking = (post: ReadablePost): boolean => post.texts.some(({ text }) => /\[[^[\]\n]{3,200}\]/u.test(text))

export const templateChecks: readonly Check[] = [
  printOnly,
  templateLeftover,
  guestDisclaimer,
  interviewVoices,
  reviewDay,
  eventTimes,
]
