import { inSentence } from '../../../../shared/content/text-direction.ts'
import type { HandedIn, ReviewSummary } from '../../../../shared/domain/review.ts'
import { sealSentence } from '../../../../shared/review-sentences.ts'
import { dayWords } from '../../ui/times.ts'

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
  const by = inSentence(conclusion?.by ?? 'The reviewer')
  const askedBy = inSentence(review.askedBy)
  if (urgent)
    return {
      word: 'Needs review',
      sentence: `${inSentence(urgent.by)} published it before anybody approved it. It is to be reviewed all the same.`,
      tone: 'needs-you',
    }
  switch (state) {
    case 'asked':
      if (review.handedIn) return handedInWords(askedBy, review.handedIn.left)
      return { word: 'In review', sentence: `It waits for ${inSentence(reviewerName(review))}.`, tone: 'waits' }
    case 'sent-back':
      return { word: 'Sent back', sentence: `${by} sent it back to ${askedBy}.`, tone: 'needs-you' }
    case 'withdrawn':
      return { word: 'Withdrawn', sentence: `${askedBy} does not ask any more.`, tone: 'plain' }
    case 'approved':
    case 'approved-with-changes':
      if (seal.state === 'whole')
        return { word: 'Approved, sealed', sentence: `It is exactly what ${by} approved.`, tone: 'sealed' }
      if (state === 'approved-with-changes' && openCount > 0)
        return {
          word: 'Approved with changes',
          sentence: `${by} approved it as proposed: with all changes taken it is sealed.`,
          tone: 'waits',
        }
      if (seal.state === 'broken') return { word: 'Seal broken', sentence: sealSentence(seal), tone: 'needs-you' }
      return { word: 'Approved', sentence: `${by} approved it.`, tone: 'done' }
  }
}

function handedInWords(by: string, left: HandedIn['left']): ReviewWords {
  const kept = 'before anybody decided here. What was suggested and noted is kept.'
  switch (left) {
    case null:
      return { word: 'Handed in', sentence: `${by} handed it in; nobody wrote what to look at.`, tone: 'waits' }
    case 'published':
      return { word: 'Published meanwhile', sentence: `It was published on the blog ${kept}`, tone: 'plain' }
    case 'draft-again':
      return { word: 'A draft again', sentence: `It was made a draft again on the blog ${kept}`, tone: 'plain' }
    case 'gone':
      return { word: 'Off the blog', sentence: `It was taken off the blog ${kept}`, tone: 'plain' }
  }
}

/** Whom it waits for, also where nobody was named. */
export const reviewerName = ({ request }: Pick<ReviewSummary, 'request'>): string => request.of || 'a reviewer'

/** `by 1 December`, `by today`, `since yesterday` of a civil day; null where there is no hurry. */
export function dueWords(by: string | null, today = civilDay(new Date())): { words: string; isLate: boolean } | null {
  if (by === null) return null
  if (by < today) return { words: `was due ${dayWords(by)}`, isLate: true }
  return { words: by === today ? 'by today' : `by ${dayWords(by)}`, isLate: false }
}

const civilDay = (date: Date): string => date.toLocaleDateString('en-CA')

export const counted = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`

export const QUEUE_VIEWS = ['all', 'reviewer', 'author', 'done'] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]

export const QUEUE_NAMES: Record<QueueView, string> = {
  all: 'All',
  reviewer: 'To review',
  author: 'With the author',
  done: 'Done',
}

export const isInView = (view: QueueView, { waitsFor }: Pick<ReviewSummary, 'waitsFor'>): boolean =>
  view === 'all' || (view === 'done' ? waitsFor === null : waitsFor === view)
