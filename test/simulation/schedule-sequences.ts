import { drawCrash, drawLet, drawReschedule, type Action, type DeviceName } from './actions.ts'
import type { Chance } from './seeded-random.ts'
import { drawDevice, drawLateAndAgain, holdPasses, LATEST, MINUTE } from './sequence-steps.ts'

/** A post for later, and a line that comes back about when its time has come: before, between two requests, or long after. */
export function drawSchedule(chance: Chance): Action[] {
  const on = drawDevice(chance)
  if (chance.isHit(0.3)) return drawSlowSchedule(chance, on)
  const laterMs = MINUTE + chance.below(10 * MINUTE)
  const isPast = chance.isHit(0.8)
  const restMs = isPast ? laterMs + chance.below(20 * MINUTE) : chance.below(laterMs)
  const gone = chance.weighted<Action[]>([
    [3, [{ do: 'wait', ms: Math.max(restMs, 26_000), line: 'dead' }]],
    [2, [{ do: 'sleep', on, ms: restMs }]],
    [1, [drawCrash(chance, on), { do: 'all', on }, { do: 'wait', ms: restMs, line: 'dead' }, { do: 'start', on }]],
  ])
  const begun = chance.isHit(0.5)
    ? [{ do: 'all', on } as const, holdPasses, drawLet(chance, on, chance.isHit(0.5) ? 'write' : 'any')]
    : []
  return [
    { do: 'write', on, post: chance.below(1000), how: 'new', isSavedAtOnce: true },
    { do: 'publish', on, post: LATEST, as: 'publish', laterMs },
    ...begun,
    ...gone,
    { do: 'all', on },
    ...(chance.isHit(0.5) ? [{ do: 'try-now', on, entry: LATEST } as const, { do: 'all', on } as const] : []),
  ]
}

/** The time comes while its requests are under way, each of which takes its while. */
function drawSlowSchedule(chance: Chance, on: DeviceName): Action[] {
  const slowly = Array.from({ length: 3 + chance.below(4) }, (): Action[] => [
    { do: 'let', on, requests: chance.below(3), until: 'any', fate: 'ok', number: 0 },
    { do: 'wait', ms: 8_000 + chance.below(16_000), line: 'good' },
  ]).flat()
  return [
    { do: 'write', on, post: chance.below(1000), how: 'new', isSavedAtOnce: true },
    { do: 'publish', on, post: LATEST, as: 'publish', laterMs: MINUTE + chance.below(MINUTE) },
    { do: 'all', on },
    holdPasses,
    ...slowly,
    { do: 'all', on },
  ]
}

/** A post that the blog is to make public, and a person who changes their mind about when; now and then twice. */
export function drawOtherTime(chance: Chance): Action[] {
  const on = drawDevice(chance)
  const minds = Array.from({ length: 1 + chance.below(2) }, () => [
    drawReschedule(chance, on),
    { do: 'all', on } as const,
    holdPasses,
    ...(chance.isHit(0.4) ? drawLateAndAgain(chance, on) : [drawLet(chance, on, 'write')]),
    ...(chance.isHit(0.5) ? [drawReschedule(chance, on)] : []),
    { do: 'all', on } as const,
  ]).flat()
  return [
    { do: 'write', on, post: chance.below(1000), how: 'new', isSavedAtOnce: true },
    { do: 'publish', on, post: LATEST, as: 'publish', laterMs: 5 * MINUTE + chance.below(60 * MINUTE) },
    { do: 'all', on },
    holdPasses,
    { do: 'all', on },
    ...minds,
    ...(chance.isHit(0.4) ? [{ do: 'wait', ms: 125_000, line: 'good' } as const, { do: 'all', on } as const] : []),
  ]
}
