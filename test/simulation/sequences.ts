import { drawAction, drawCrash, drawHow, drawLet, drawStop, type Action, type DeviceName } from './actions.ts'
import { drawBrowserAction } from './in-browser.ts'
import { drawReviewAction } from './review-actions.ts'
import { drawReview } from './review-sequences.ts'
import { drawOtherTime, drawSchedule } from './schedule-sequences.ts'
import type { Chance } from './seeded-random.ts'
import { drawDevice, drawLateAndAgain, holdPasses, LATEST, MINUTE } from './sequence-steps.ts'

/** What a run of single steps hardly ever comes to: each of these is a situation that one protection is there for. */
const situations: readonly (readonly [weight: number, draw: (chance: Chance) => Action[]])[] = [
  [3, drawSchedule],
  [3, drawReplies],
  [3, drawCorrection],
  [2, drawWrongList],
  [2, drawRevisit],
  [3, drawStrayDraft],
  [3, drawKept],
  [3, drawStopped],
  [2, drawOwnOrder],
  [3, drawOtherTime],
  [2, drawArrival],
  [2, drawLateSend],
  [6, drawReview],
]

/** What a run is mostly about. */
export type Theme = 'anything' | 'reviews'

/** At least `count` steps: single ones, and now and then a few that belong together and reach deep into a send. */
export function drawActions(chance: Chance, count: number, theme: Theme): Action[] {
  const actions: Action[] = []
  while (actions.length < count) {
    const drawn = chance.weighted<(chance: Chance) => Action[]>([
      [64, (single) => [drawAction(single)]],
      [28, drawSend],
      [8, (rare) => rare.weighted(situations)(rare)],
      [theme === 'reviews' ? 20 : 0, drawReview],
      [theme === 'reviews' ? 60 : 0, (single) => [drawReviewAction(single, drawDevice(single))]],
      [theme === 'reviews' ? 10 : 0, (single) => [drawBrowserAction(single, drawDevice(single))]],
    ])(chance)
    actions.push(...drawn, ...drawRevival(chance, drawn))
  }
  return actions
}

/** A laptop that is off plays no part, so after a kill it is mostly not long until somebody switches it on. */
function drawRevival(chance: Chance, drawn: Action[]): Action[] {
  const killed = drawn.find((action) => action.do === 'crash')
  if (!killed || chance.isHit(0.2)) return []
  const meanwhile = Array.from({ length: chance.below(3) }, () => drawAction(chance))
  return [...meanwhile, { do: 'start', on: killed.on }]
}

/** Something is sent off, its undo window passes, and its requests meet their fates one after the other. */
function drawSend(chance: Chance): Action[] {
  const on = drawDevice(chance)
  const some = (): number => chance.below(1000)
  const post = some()
  const how = drawHow(chance)
  const wanted: Action[] = chance.weighted<Action[]>([
    [2, [{ do: 'reply', on, comment: some(), hasLink: chance.isHit(0.6) }]],
    [
      1,
      [
        { do: 'attach', on, post, picture: some() },
        { do: 'publish', on, post, as: 'publish' },
      ],
    ],
    [
      4,
      [
        { do: 'write', on, post, how, isSavedAtOnce: true },
        // A new post is the last of the list.
        { do: 'publish', on, post: how === 'new' ? LATEST : post, as: chance.isHit(0.85) ? 'publish' : 'pending' },
      ],
    ],
  ])
  const meanwhile = chance.isHit(0.4) ? [drawAction(chance)] : []
  const kill = chance.isHit(0.3) ? [drawCrash(chance, on)] : []
  const revival: Action[] = kill.length > 0 ? [{ do: 'start', on }] : []
  const fates = Array.from({ length: 1 + chance.below(4) }, (_, tries) => [
    ...(tries > 0 ? drawPause(chance, revival) : []),
    // What looks an unclear write up only reads.
    drawLet(chance, on, tries > 0 && chance.isHit(0.3) ? 'any' : 'write'),
  ]).flat()
  return chance.isHit(0.3)
    ? [...kill, ...wanted, { do: 'all', on }, ...revival, holdPasses, ...fates]
    : [...wanted, ...meanwhile, { do: 'all', on }, holdPasses, ...kill, ...fates, ...revival]
}

/** Until the next try, mostly: the laptop is on again and its wait is over. */
const drawPause = (chance: Chance, revival: Action[]): Action[] =>
  chance.isHit(0.7) ? [...revival, { do: 'wait', ms: 1_000 + chance.below(24_000), line: 'good' }] : []

/** Several answers in one thread, of which the first does not get through at once. */
function drawReplies(chance: Chance): Action[] {
  const on = drawDevice(chance)
  const comment = chance.below(1000)
  const count = 2 + chance.below(2)
  const replies = Array.from({ length: count }, (): Action => ({
    do: 'reply',
    on,
    comment,
    hasLink: chance.isHit(0.3),
  }))
  return [
    ...replies,
    { do: 'all', on },
    holdPasses,
    drawLet(chance, on, 'write'),
    ...(chance.isHit(0.4) ? [drawAction(chance)] : []),
    { do: 'all', on },
    { do: 'wait', ms: chance.pick([5_000, 30_000, 130_000]), line: 'good' },
    { do: 'all', on },
  ]
}

/** A post corrected because of a comment, and the answer that says so; the correction is taken back, kept, renewed, or asked about. */
function drawCorrection(chance: Chance): Action[] {
  const on = drawDevice(chance)
  const comment = chance.below(1000)
  const correct: Action = { do: 'correct', on, comment }
  // The one before the answer, in the order in which they were made.
  const corrected = LATEST - 1
  const meanwhile = chance.weighted<Action[]>([
    [3, []],
    [3, [{ do: 'cancel', on, entry: corrected }]],
    [2, [correct]],
    [1, [{ do: 'hold', on, entry: corrected }]],
    [1, [{ do: chance.isHit(0.5) ? 'release' : 'try-now', on, entry: LATEST }]],
    [
      2,
      [
        { do: 'sleep', on, ms: 10 * MINUTE },
        { do: 'all', on },
        { do: 'go', on, entry: chance.below(1000) },
      ],
    ],
  ])
  return [
    correct,
    { do: 'reply', on, comment, hasLink: true },
    ...meanwhile,
    { do: 'all', on },
    holdPasses,
    ...(chance.isHit(0.5) ? [drawLet(chance, on, 'write')] : []),
    { do: 'all', on },
    { do: 'wait', ms: chance.pick([5_000, 130_000]), line: 'good' },
    { do: 'all', on },
  ]
}

/** The blog is asked what there is, and something on the way answers that there is nothing. */
function drawWrongList(chance: Chance): Action[] {
  const on = drawDevice(chance)
  return [
    { do: 'all', on },
    { do: 'sync', on },
    { do: 'let', on, requests: chance.below(3), until: 'list', fate: 'empty-list', number: chance.below(1000) },
    { do: 'all', on },
  ]
}

/** A few versions within a minute, now and then an old one brought back, and hours later the next words. */
function drawRevisit(chance: Chance): Action[] {
  const on = drawDevice(chance)
  const post = chance.below(1000)
  const again = (): Action => ({ do: 'write', on, post, how: chance.pick(['more', 'title']), isSavedAtOnce: true })
  const back: Action[] = chance.isHit(0.5) ? [{ do: 'restore', on, post, version: chance.below(1000) }, again()] : []
  return [
    again(),
    again(),
    ...back,
    { do: 'wait', ms: chance.pick([16 * MINUTE, 65 * MINUTE, 26 * 60 * MINUTE]), line: 'good' },
    again(),
  ]
}

/** A draft that a request brought which nobody waited for any more, and in which a colleague goes on before it is looked for. */
function drawStrayDraft(chance: Chance): Action[] {
  const on = drawDevice(chance)
  const post = LATEST
  return [
    { do: 'write', on, post, how: 'new', isSavedAtOnce: true },
    { do: 'publish', on, post, as: 'publish' },
    { do: 'all', on },
    holdPasses,
    {
      do: 'let',
      on,
      requests: 0,
      until: 'write',
      fate: chance.isHit(0.6) ? 'twice' : 'late',
      number: chance.below(1000),
    },
    { do: 'wait', ms: chance.pick([5_000, 20_000, 115_000]), line: 'good' },
    { do: 'all', on },
    ...(chance.isHit(0.7)
      ? [{ do: 'colleague', act: chance.pick(['edit', 'rewrite'] as const), item: LATEST } as const]
      : []),
    { do: 'wait', ms: chance.pick([125_000, 16 * MINUTE]), line: 'good' },
    { do: 'all', on },
  ]
}

/** An answer or a post, whichever the outbox then lists. */
function drawWish(chance: Chance, on: DeviceName): Action[] {
  const post = chance.below(1000)
  return chance.weighted<Action[]>([
    [2, [{ do: 'reply', on, comment: chance.below(1000), hasLink: chance.isHit(0.3) }]],
    [
      2,
      [
        { do: 'write', on, post, how: 'more', isSavedAtOnce: true },
        { do: 'publish', on, post, as: 'publish' },
      ],
    ],
    [
      1,
      [
        { do: 'attach', on, post, picture: chance.below(1000) },
        { do: 'publish', on, post, as: 'publish' },
      ],
    ],
  ])
}

/** Something stays here by the person's wish while the line is good, and goes later. */
function drawKept(chance: Chance): Action[] {
  const on = drawDevice(chance)
  return [
    ...drawWish(chance, on),
    { do: 'all', on },
    ...(chance.isHit(0.5) ? [holdPasses, drawLet(chance, on, 'write')] : []),
    { do: 'hold', on, entry: LATEST },
    ...(chance.isHit(0.4) ? drawWish(chance, on) : []),
    ...(chance.isHit(0.4) ? [{ do: 'edit-reply', on, entry: LATEST } as const] : []),
    { do: 'wait', ms: chance.pick([10_100, 65_000]), line: 'good' },
    { do: 'all', on },
    ...(chance.isHit(0.7) ? [{ do: 'release', on, entry: LATEST } as const, { do: 'all', on } as const] : []),
  ]
}

/** Something is stopped in the middle of its requests. */
function drawStopped(chance: Chance): Action[] {
  const on = drawDevice(chance)
  return [
    ...drawWish(chance, on),
    { do: 'all', on },
    holdPasses,
    { do: 'let', on, requests: chance.below(8), until: 'any', fate: 'ok', number: 0 },
    drawStop(chance, on),
    { do: 'all', on },
    { do: 'wait', ms: chance.pick([5_000, 30_000, 130_000]), line: 'good' },
    { do: 'all', on },
    ...(chance.isHit(0.5) ? [{ do: 'release', on, entry: LATEST } as const, { do: 'all', on } as const] : []),
  ]
}

/** A list that the person puts into another order before it goes. */
function drawOwnOrder(chance: Chance): Action[] {
  const on = drawDevice(chance)
  const move = (): Action => ({
    do: 'move',
    on,
    entry: chance.below(1000),
    before: chance.isHit(0.3) ? null : chance.below(1000),
  })
  return [
    ...drawWish(chance, on),
    ...drawWish(chance, on),
    ...drawWish(chance, on),
    move(),
    move(),
    { do: 'all', on },
    holdPasses,
    drawLet(chance, on, 'write'),
    { do: 'all', on },
  ]
}

/** Words are sent, and other words after them, while a request of the first is still on its way. */
function drawLateSend(chance: Chance): Action[] {
  const on = drawDevice(chance)
  const post = chance.below(1000)
  const send: Action[] = [
    { do: 'write', on, post, how: drawHow(chance), isSavedAtOnce: true },
    { do: 'publish', on, post, as: 'publish' },
    { do: 'all', on },
    holdPasses,
  ]
  return [
    ...send,
    ...drawLateAndAgain(chance, on),
    ...send,
    { do: 'all', on },
    ...(chance.isHit(0.3) ? [drawAction(chance)] : []),
    { do: 'wait', ms: 125_000, line: 'good' },
    { do: 'all', on },
  ]
}

/** Written while the line was away for long. */
function drawArrival(chance: Chance): Action[] {
  const on = drawDevice(chance)
  const ms = 5 * MINUTE + chance.below(8 * 60 * MINUTE)
  const away: Action = chance.isHit(0.5) ? { do: 'sleep', on, ms } : { do: 'wait', ms, line: 'dead' }
  return [
    ...drawWish(chance, on),
    away,
    ...(chance.isHit(0.5) ? drawWish(chance, on) : []),
    { do: 'all', on },
    holdPasses,
    { do: 'all', on },
    { do: 'go', on, entry: chance.isHit(0.4) ? chance.below(1000) : null },
    drawLet(chance, on, 'write'),
    { do: 'all', on },
  ]
}
