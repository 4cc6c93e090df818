import { drawLet, drawCrash, type Action, type DeviceName } from './actions.ts'
import { drawBrowserAction } from './in-browser.ts'
import { drawConclusion, drawNote, drawProposal, drawTaking } from './review-actions.ts'
import type { Chance } from './seeded-random.ts'
import { holdPasses, LATEST } from './sequence-steps.ts'

/** Between two people: one asks, the other reads, says something and decides, and the first goes on; each letter meets its fates. */
export function drawReview(chance: Chance): Action[] {
  const asker: DeviceName = chance.isHit(0.65) ? 'left' : 'right'
  const reader: DeviceName = asker === 'left' ? 'right' : 'left'
  const isNew = chance.isHit(0.6)
  const post = isNew ? LATEST : chance.below(1000)
  const written: Action = { do: 'write', on: asker, post, how: isNew ? 'new' : 'more', isSavedAtOnce: true }
  const rounds = 1 + chance.below(2)
  return [
    ...(isNew || chance.isHit(0.5) ? [written] : []),
    ...Array.from({ length: rounds }, () => drawRound(chance, asker, reader, post)).flat(),
  ]
}

function drawRound(chance: Chance, asker: DeviceName, reader: DeviceName, post: number): Action[] {
  return [
    ...maybe(chance, 0.3, () => drawNote(chance, asker, LATEST)),
    { do: 'ask', on: asker, post },
    ...drawSending(chance, asker),
    ...maybe(chance, 0.2, () => ({ do: 'withdraw', on: asker, review: LATEST })),
    ...maybe(chance, 0.25, () => drawBrowserAction(chance, chance.isHit(0.6) ? reader : asker)),
    ...drawFetching(chance, reader),
    ...maybe(chance, 0.7, () => drawProposal(chance, reader, LATEST)),
    ...maybe(chance, 0.5, () => drawNote(chance, reader, LATEST)),
    ...maybe(chance, 0.4, () => drawNote(chance, reader, LATEST)),
    ...maybe(chance, 0.2, () => ({ do: 'answer', on: reader, review: LATEST, note: LATEST, isUsual: false })),
    ...maybe(chance, 0.85, () => drawConclusion(chance, reader, LATEST)),
    ...drawSending(chance, reader),
    ...drawFetching(chance, asker),
    ...maybe(chance, 0.5, () => drawTaking(chance, asker, LATEST)),
    ...maybe(chance, 0.3, () => ({
      do: 'answer',
      on: asker,
      review: LATEST,
      note: LATEST,
      isUsual: chance.isHit(0.3),
    })),
    ...maybe(chance, 0.3, () => ({ do: 'resolve', on: asker, review: LATEST, note: LATEST, isResolved: true })),
    ...maybe(chance, 0.3, () => ({ do: 'publish', on: asker, post, as: 'publish' })),
  ]
}

const maybe = (chance: Chance, probability: number, draw: () => Action): Action[] =>
  chance.isHit(probability) ? [draw()] : []

/** The undo window passes, and some of the requests do not get through at once. */
function drawSending(chance: Chance, on: DeviceName): Action[] {
  const fates = Array.from({ length: chance.below(4) }, (_, tries): Action[] => [
    ...(tries > 0 ? [{ do: 'wait', ms: chance.pick([1_000, 20_000, 125_000]), line: 'good' } as const] : []),
    drawLet(chance, on, chance.isHit(0.7) ? 'write' : 'any'),
  ]).flat()
  const kill: Action[] = chance.isHit(0.2) ? [drawCrash(chance, on)] : []
  return [
    { do: 'all', on },
    holdPasses,
    ...kill,
    ...fates,
    { do: 'all', on },
    ...(kill.length > 0 ? [{ do: 'start', on } as const, { do: 'all', on } as const] : []),
    ...maybe(chance, 0.4, () => ({ do: 'wait', ms: 125_000, line: 'good' })),
    { do: 'all', on },
  ]
}

function drawFetching(chance: Chance, on: DeviceName): Action[] {
  return [
    ...maybe(chance, 0.5, () => ({ do: 'look', on })),
    { do: 'sync', on },
    ...maybe(chance, 0.2, () => drawLet(chance, on, 'any')),
    { do: 'all', on },
  ]
}
