import type { Chance } from './seeded-random.ts'
import { fatesOfReads, fatesOfWrites, type FateName } from './fates.ts'
import { drawBrowserAction, type BrowserAction } from './in-browser.ts'
import { drawReviewAction, type ReviewAction } from './review-actions.ts'

export type DeviceName = 'left' | 'right'

/**
 * One step of a run, complete in itself: numbers are taken modulo what there is to choose from when the step comes, and a
 * step that fits nothing does nothing. So any step can be left out of a list and the others keep their meaning.
 */
export type Action =
  /** The person. */
  | {
      do: 'write'
      on: DeviceName
      post: number
      how: WriteHow
      isSavedAtOnce: boolean
      /** On top of the words the window showed last, whatever came in since. */
      isWithoutALook?: boolean
    }
  | { do: 'publish'; on: DeviceName; post: number; as: 'publish' | 'pending'; laterMs?: number }
  | { do: 'attach'; on: DeviceName; post: number; picture: number }
  | { do: 'reply'; on: DeviceName; comment: number; hasLink: boolean }
  /** Because of a comment the post is changed and sent again; an answer to it goes behind that. */
  | { do: 'correct'; on: DeviceName; comment: number }
  | { do: 'cancel' | 'try-now' | 'hold' | 'release' | 'edit-reply'; on: DeviceName; entry: number }
  | { do: 'stop'; on: DeviceName; entry: number; inFlight: InFlight }
  | { do: 'move'; on: DeviceName; entry: number; before: number | null }
  /** Of a post that the blog is to make public. */
  | { do: 'reschedule'; on: DeviceName; post: number; as: 'future' | 'publish' | 'draft'; laterMs: number }
  /** Answers the question about what waited while the line was away, for one or all of it. */
  | { do: 'go'; on: DeviceName; entry: number | null }
  | { do: 'settle'; on: DeviceName; post: number; keep: 'mine' | 'the-blogs' }
  /** Of a post that is off the blog. */
  | { do: 'keep-as-new' | 'let-go'; on: DeviceName; post: number }
  | { do: 'restore'; on: DeviceName; post: number; version: number }
  | { do: 'trash'; on: DeviceName; post: number; isTrashed: boolean }
  | { do: 'sync' | 'sign-in' | 'confirm-vanished'; on: DeviceName }
  /** The line: lets some requests through, then gives the next one its fate. `all` lets the device come to rest. */
  | { do: 'let'; on: DeviceName; requests: number; until: Until; fate: FateName; number: number }
  | { do: 'all'; on: DeviceName }
  /** Time. Over a long wait the line was good (what was asked is answered first) or dead. */
  | { do: 'wait'; ms: number; line: 'good' | 'dead' }
  | { do: 'sleep'; on: DeviceName; ms: number }
  | { do: 'set-clock'; on: DeviceName; hours: number }
  /** The laptop. `yields`: how many more calls out of the core, or commits told to the window, it lives. */
  | { do: 'crash'; on: DeviceName; yields: number; inFlight: InFlight }
  | { do: 'start' | 'restart'; on: DeviceName }
  | { do: 'fill-disk' | 'free-disk'; on: DeviceName }
  /** The blog and whoever else is there. */
  | { do: 'revoke' | 'lower' | 'raise'; on: DeviceName }
  /** A plugin of the blog's rewrites the text of each post that is saved. */
  | { do: 'plugin'; isOn: boolean }
  | { do: 'colleague'; act: ColleagueAct; item: number }
  | ReviewAction
  | BrowserAction

/** Which requests count: each, those that write, or those for a list of the posts there are. */
export type Until = 'any' | 'write' | 'list'
export type WriteHow = 'new' | 'title' | 'paragraph' | 'more' | 'less' | 'tags' | 'excerpt'
/** What becomes of requests that were under way when the laptop died, or that were cut. */
export type InFlight = 'never' | 'applied' | 'late'
export type ColleagueAct =
  'edit' | 'rewrite' | 'tag' | 'trash' | 'purge' | 'delete' | 'restore' | 'comment' | 'correct-reply'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export function drawAction(chance: Chance): Action {
  const on: DeviceName = chance.isHit(0.65) ? 'left' : 'right'
  const some = (): number => chance.below(1000)
  const kinds: readonly (readonly [number, () => Action])[] = [
    [
      14,
      () => ({
        do: 'write',
        on,
        post: some(),
        how: drawHow(chance),
        isSavedAtOnce: chance.isHit(0.6),
        isWithoutALook: chance.isHit(0.3),
      }),
    ],
    [11, () => ({ do: 'publish', on, post: some(), as: chance.isHit(0.85) ? 'publish' : 'pending' })],
    [1, () => ({ do: 'publish', on, post: some(), as: 'publish', laterMs: 60_000 + chance.below(2 * HOUR) })],
    [2, () => ({ do: 'attach', on, post: some(), picture: some() })],
    [5, () => ({ do: 'reply', on, comment: some(), hasLink: chance.isHit(0.6) })],
    [1, () => ({ do: 'correct', on, comment: some() })],
    [4, () => ({ do: 'cancel', on, entry: some() })],
    [3, () => ({ do: 'try-now', on, entry: some() })],
    [1, () => ({ do: 'hold', on, entry: some() })],
    [1.5, () => ({ do: 'release', on, entry: some() })],
    [1, () => drawStop(chance, on)],
    [1, () => ({ do: 'move', on, entry: some(), before: chance.isHit(0.3) ? null : some() })],
    [1, () => ({ do: 'edit-reply', on, entry: some() })],
    [1, () => drawReschedule(chance, on)],
    [2, () => ({ do: 'go', on, entry: chance.isHit(0.3) ? some() : null })],
    [6, () => ({ do: 'settle', on, post: some(), keep: chance.isHit(0.5) ? 'mine' : 'the-blogs' })],
    [2, () => ({ do: chance.isHit(0.5) ? 'keep-as-new' : 'let-go', on, post: some() })],
    [1, () => ({ do: 'restore', on, post: some(), version: some() })],
    [1, () => ({ do: 'trash', on, post: some(), isTrashed: chance.isHit(0.5) })],
    [3, () => ({ do: 'sync', on })],
    [1, () => ({ do: 'confirm-vanished', on })],
    [2, () => ({ do: 'sign-in', on })],
    [16, () => drawLet(chance, on, 'write')],
    [8, () => drawLet(chance, on, 'any')],
    [10, () => ({ do: 'all', on })],
    [8, () => ({ do: 'wait', ms: chance.below(12_000), line: 'good' })],
    [6, () => ({ do: 'wait', ms: drawLongWait(chance), line: chance.isHit(0.7) ? 'good' : 'dead' })],
    [1, () => ({ do: 'sleep', on, ms: 5 * MINUTE + chance.below(8 * HOUR) })],
    [1, () => ({ do: 'set-clock', on, hours: chance.below(21) - 10 })],
    [6, () => drawCrash(chance, on)],
    [9, () => ({ do: 'start', on })],
    [1, () => ({ do: 'restart', on })],
    [1, () => ({ do: 'fill-disk', on })],
    [2, () => ({ do: 'free-disk', on })],
    [1, () => ({ do: 'revoke', on })],
    [1, () => ({ do: 'lower', on })],
    [1, () => ({ do: 'raise', on })],
    [1, () => ({ do: 'plugin', isOn: chance.isHit(0.4) })],
    [4, () => ({ do: 'colleague', act: 'edit', item: some() })],
    [2, () => ({ do: 'colleague', act: 'rewrite', item: some() })],
    [1, () => ({ do: 'colleague', act: 'trash', item: some() })],
    [1, () => ({ do: 'colleague', act: 'purge', item: some() })],
    [0.5, () => ({ do: 'colleague', act: 'delete', item: some() })],
    [1, () => ({ do: 'colleague', act: 'restore', item: some() })],
    [2, () => ({ do: 'colleague', act: 'comment', item: some() })],
    [1, () => ({ do: 'colleague', act: 'correct-reply', item: some() })],
    [3, () => drawReviewAction(chance, on)],
    [0.5, () => drawBrowserAction(chance, on)],
  ]
  return chance.weighted(kinds)()
}

export const drawHow = (chance: Chance): WriteHow =>
  chance.weighted([
    [5, 'new'],
    [3, 'title'],
    [5, 'paragraph'],
    [4, 'more'],
    [2, 'less'],
    [2, 'tags'],
    [2, 'excerpt'],
  ] as const)

export function drawLet(chance: Chance, on: DeviceName, until: 'any' | 'write'): Action {
  const fate = chance.isHit(0.3) ? 'ok' : chance.weighted(until === 'write' ? fatesOfWrites : fatesOfReads)
  return { do: 'let', on, requests: chance.below(until === 'write' ? 2 : 10), until, fate, number: chance.below(1000) }
}

export const drawCrash = (chance: Chance, on: DeviceName): Action => ({
  do: 'crash',
  on,
  yields: drawYields(chance),
  inFlight: chance.pick(['never', 'applied', 'late']),
})

export const drawStop = (chance: Chance, on: DeviceName): Action => ({
  do: 'stop',
  on,
  entry: chance.below(1000),
  inFlight: chance.pick(['never', 'applied', 'late']),
})

export const drawReschedule = (chance: Chance, on: DeviceName): Action => ({
  do: 'reschedule',
  on,
  post: chance.below(1000),
  as: chance.pick(['future', 'publish', 'draft']),
  laterMs: 60_000 + chance.below(2 * HOUR),
})

/** Mostly near the waits of the protocol: the undo window, the quarantine, the longest back-off. */
const drawLongWait = (chance: Chance): number =>
  chance.pick([30_000, 65_000, 125_000, 5 * MINUTE, 16 * MINUTE, 2 * HOUR]) + chance.below(10_000)

/** Small numbers often, so that whatever follows the step is cut in its middle; now and then a long life. */
const drawYields = (chance: Chance): number => 1 + Math.floor(2 ** (chance.fraction() * 7))
