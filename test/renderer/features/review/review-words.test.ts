import { describe, expect, test } from 'vitest'
import { reviewMode } from '../../../../src/renderer/src/features/review/review-mode.ts'
import { isInView } from '../../../../src/renderer/src/features/review/queue-views.ts'
import { dueWords, reviewWords } from '../../../../src/renderer/src/features/review/review-words.ts'
import type { ReviewSummary } from '../../../../src/shared/domain/review.ts'
import type { SealStatus } from '../../../../src/shared/domain/seal.ts'
import type { PostId, UtcIso } from '../../../../src/shared/domain/ids.ts'
import { asId } from '../../fake-core.ts'

const at = '2026-11-27T12:00:00.000Z' as UtcIso
const broken = (...pieces: Extract<SealStatus, { state: 'broken' }>['pieces']): SealStatus => ({
  state: 'broken',
  approvedBy: 'Lan',
  approvedAt: at,
  hash: 'a',
  pieces,
})
const standing = (change: Partial<ReviewSummary>): ReviewSummary => ({
  id: asId('r'),
  postId: asId<PostId>('p'),
  blogId: asId('b'),
  blogName: 'Embassy',
  title: 'Ferry',
  language: 'en',
  direction: 'ltr',
  state: 'asked',
  waitsFor: 'reviewer',
  round: 1,
  request: { of: 'Lan', by: null, lookAt: '' },
  askedBy: 'Anna',
  askedAt: at,
  handedIn: null,
  publishAt: null,
  conclusion: null,
  suggestionCount: 0,
  openCount: 0,
  noteCount: 0,
  changedAt: at,
  isNews: false,
  urgent: null,
  isThroughBlog: false,
  seal: { state: 'none' },
  ...change,
})

describe('how a review stands', () => {
  const conclusion = { decision: 'approve' as const, by: 'Lan', at, words: '' }
  const approved = { state: 'approved' as const, waitsFor: null, conclusion }

  test('in one word, which is the seal’s only while it is whole', () => {
    const word = (change: Partial<ReviewSummary>): string => reviewWords(standing(change)).word
    expect(word({})).toBe('In review')
    expect(word({ state: 'sent-back', waitsFor: 'author', conclusion })).toBe('Sent back')
    expect(word({ ...approved, seal: { state: 'whole', approvedBy: 'Lan', approvedAt: at, hash: 'a' } })).toBe(
      'Approved, sealed',
    )
    expect(word({ ...approved, seal: broken('text') })).toBe('Seal broken')
    expect(word({ ...approved, state: 'approved-with-changes', openCount: 2, seal: broken('text') })).toBe(
      'Approved with changes',
    )
    expect(word({ urgent: { by: 'Anna', at, why: 'A storm.' } })).toBe('Needs review')
  })

  test('that nobody asked for says who handed it in, and why it waits no more', () => {
    expect(reviewWords(standing({ handedIn: { left: null } })).sentence).toBe(
      'Anna handed it in; nobody wrote what to look at.',
    )
    const left = (['published', 'draft-again', 'gone'] as const).map(
      (why) => reviewWords(standing({ handedIn: { left: why } })).word,
    )
    expect(left).toEqual(['Published meanwhile', 'A draft again', 'Off the blog'])
  })

  test('the queue tells what waits for whom', () => {
    expect(isInView('reviewer', standing({}))).toBe(true)
    expect(isInView('author', standing({}))).toBe(false)
    expect(isInView('done', standing(approved))).toBe(true)
  })
})

test('a day to come is no hurry, and one that has passed is said to have', () => {
  expect(dueWords(null, '2026-11-27')).toBeNull()
  expect(dueWords('2026-11-27', '2026-11-27')).toEqual({ words: 'by today', isLate: false })
  expect(dueWords('2026-12-01', '2026-11-27')).toEqual({ words: 'by 1 December', isLate: false })
  expect(dueWords('2026-11-26', '2026-11-27')).toEqual({ words: 'was due 26 November', isLate: true })
})

describe('what one can do in a review', () => {
  test('who asked does not review their own text, and nobody does without a name', () => {
    expect(reviewMode(standing({}), 'Lan')).toBe('suggesting')
    expect(reviewMode(standing({}), 'Anna')).toBe('reading')
    expect(reviewMode(standing({}), '')).toBe('reading')
  })

  test('what came back is decided by its author, where the post is', () => {
    const back = { state: 'sent-back' as const, waitsFor: 'author' as const }
    expect(reviewMode(standing(back), 'Anna')).toBe('deciding')
    expect(reviewMode(standing(back), 'Lan')).toBe('reading')
    expect(reviewMode(standing({ ...back, postId: null }), 'Anna')).toBe('reading')
  })
})
