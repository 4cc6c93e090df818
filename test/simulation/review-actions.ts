import type { ReviewOutcome } from '../../src/shared/domain/review.ts'
import type { DeviceName, WriteHow } from './actions.ts'
import type { Chance } from './seeded-random.ts'

/** What people do at their desks with a review, as steps of a run (see actions.ts). */
export type ReviewAction =
  /** The author asks for a review of a post through the blog, or asks again. */
  | { do: 'ask'; on: DeviceName; post: number }
  | { do: 'withdraw' | 'send-review'; on: DeviceName; review: number }
  /** Whoever reads a review writes into the proposed text. */
  | { do: 'propose'; on: DeviceName; review: number; how: WriteHow }
  /** `isUsual`: words that are said again and again, of which each time counts. */
  | { do: 'note' | 'answer'; on: DeviceName; review: number; note: number; isUsual: boolean }
  | { do: 'resolve'; on: DeviceName; review: number; note: number; isResolved: boolean }
  /** The author takes suggestions, leaves them, or takes that back: one of them, or all. */
  | { do: 'take'; on: DeviceName; review: number; suggestion: number | null; isTaken: boolean | null }
  | { do: 'conclude'; on: DeviceName; review: number; decision: ReviewOutcome; publishes: boolean }
  /** Asks the blog for reviews of posts that readers see. */
  | { do: 'look'; on: DeviceName }
  /** What the desk asks of a post before it goes out. */
  | { do: 'policy'; on: DeviceName; publishing: 'offered' | 'required'; allowsUrgent: boolean }
  | { do: 'publish-urgently'; on: DeviceName; post: number }

const NAMES = [
  'ask',
  'withdraw',
  'send-review',
  'propose',
  'note',
  'answer',
  'resolve',
  'take',
  'conclude',
  'look',
  'policy',
  'publish-urgently',
]

export const isReviewAction = (action: { do: string }): action is ReviewAction => NAMES.includes(action.do)

export function drawReviewAction(chance: Chance, on: DeviceName): ReviewAction {
  const some = (): number => chance.below(1000)
  const kinds: readonly (readonly [number, () => ReviewAction])[] = [
    [3, () => ({ do: 'ask', on, post: some() })],
    [0.5, () => ({ do: 'withdraw', on, review: some() })],
    [0.5, () => ({ do: 'send-review', on, review: some() })],
    [2, () => drawProposal(chance, on, some())],
    [2, () => drawNote(chance, on, some())],
    [1, () => ({ do: 'answer', on, review: some(), note: some(), isUsual: chance.isHit(0.3) })],
    [1, () => ({ do: 'resolve', on, review: some(), note: some(), isResolved: chance.isHit(0.7) })],
    [2, () => drawTaking(chance, on, some())],
    [2, () => drawConclusion(chance, on, some())],
    [1, () => ({ do: 'look', on })],
    [0.5, () => drawPolicy(chance, on)],
    [0.5, () => ({ do: 'publish-urgently', on, post: some() })],
  ]
  return chance.weighted(kinds)()
}

export const drawProposal = (chance: Chance, on: DeviceName, review: number): ReviewAction => ({
  do: 'propose',
  on,
  review,
  how: chance.pick(['title', 'paragraph', 'more', 'more', 'less', 'excerpt'] as const),
})

export const drawNote = (chance: Chance, on: DeviceName, review: number): ReviewAction => ({
  do: 'note',
  on,
  review,
  note: chance.below(1000),
  isUsual: chance.isHit(0.3),
})

export const drawTaking = (chance: Chance, on: DeviceName, review: number): ReviewAction => ({
  do: 'take',
  on,
  review,
  suggestion: chance.isHit(0.4) ? null : chance.below(1000),
  isTaken: chance.pick([true, true, false, null]),
})

export const drawConclusion = (chance: Chance, on: DeviceName, review: number): ReviewAction => ({
  do: 'conclude',
  on,
  review,
  decision: chance.pick(['approve', 'approve-with-changes', 'send-back'] as const),
  publishes: chance.isHit(0.3),
})

const drawPolicy = (chance: Chance, on: DeviceName): ReviewAction => ({
  do: 'policy',
  on,
  publishing: chance.isHit(0.5) ? 'required' : 'offered',
  allowsUrgent: chance.isHit(0.5),
})
