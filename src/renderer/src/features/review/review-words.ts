import type { SealedPiece } from '../../../../shared/content/seal/sealed-post.ts'
import type { ReviewSummary, SealStatus } from '../../../../shared/domain/review.ts'
import { dayWords } from '../../ui/times.ts'

/** A state's word with its colour; violet is the seal's own. */
export interface ReviewWords {
  word: string
  sentence: string
  tone: 'plain' | 'done' | 'waits' | 'needs-you' | 'sealed'
}

type Standing = Pick<
  ReviewSummary,
  'state' | 'request' | 'askedBy' | 'conclusion' | 'openCount' | 'seal' | 'urgent' | 'postId'
>

/** How a review stands, in one or two words and one sentence. */
export function reviewWords(review: Standing): ReviewWords {
  const { state, conclusion, openCount, seal, urgent } = review
  const by = conclusion?.by ?? 'The reviewer'
  if (urgent)
    return {
      word: 'Needs review',
      sentence: `${urgent.by} published it before anybody approved it. It is to be reviewed all the same.`,
      tone: 'needs-you',
    }
  switch (state) {
    case 'asked':
      return { word: 'In review', sentence: `It waits for ${reviewerName(review)}.`, tone: 'waits' }
    case 'sent-back':
      return { word: 'Sent back', sentence: `${by} sent it back to ${review.askedBy}.`, tone: 'needs-you' }
    case 'withdrawn':
      return { word: 'Withdrawn', sentence: `${review.askedBy} does not ask any more.`, tone: 'plain' }
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
      if (seal.state === 'broken') return { word: 'Seal broken', sentence: brokenSentence(seal), tone: 'needs-you' }
      return { word: 'Approved', sentence: `${by} approved it.`, tone: 'done' }
  }
}

/** Whom it waits for, also where nobody was named. */
export const reviewerName = ({ request }: Pick<ReviewSummary, 'request'>): string => request.of || 'a reviewer'

const PIECES: Record<SealedPiece, string> = {
  title: 'the title',
  text: 'the text',
  pictures: 'the pictures',
  excerpt: 'the excerpt',
  language: 'the language or its direction',
  terms: 'the categories or tags',
  schedule: 'the time it goes out',
  share: 'the lines to share',
}

/** “The title and the text are not what Lan approved.” */
export function brokenSentence(seal: Extract<SealStatus, { state: 'broken' }>): string {
  const names = seal.pieces.map((piece) => PIECES[piece])
  const isOne = seal.pieces.length === 1 && !['pictures', 'terms', 'share'].includes(seal.pieces[0] ?? '')
  return `${capital(list(names))} ${isOne ? 'is' : 'are'} not what ${seal.approvedBy} approved.`
}

export const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

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
