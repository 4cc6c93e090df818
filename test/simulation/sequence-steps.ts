import type { Action, DeviceName } from './actions.ts'
import type { Chance } from './seeded-random.ts'

export const MINUTE = 60_000
const HOLD_PASSES_MS = 10_100
/** The last of a list is what came to it last. */
export const LATEST = -1

/** On the left laptop more often, so that what belongs together meets. */
export const drawDevice = (chance: Chance): DeviceName => (chance.isHit(0.65) ? 'left' : 'right')

export const holdPasses: Action = { do: 'wait', ms: HOLD_PASSES_MS, line: 'good' }

/** The line breaks, the request goes on, and there is time for another try before it arrives. */
export const drawLateAndAgain = (chance: Chance, on: DeviceName): Action[] => [
  { do: 'let', on, requests: chance.below(2), until: 'write', fate: 'late', number: chance.below(1000) },
  { do: 'all', on },
  { do: 'wait', ms: 20_000, line: 'good' },
  { do: 'all', on },
]
