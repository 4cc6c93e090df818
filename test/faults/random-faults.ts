import {
  badGateway,
  captivePage,
  firewallPage,
  gatewayTimeout,
  movedTo,
  passwordRefused,
  proxyWantsSignIn,
  tooManyRequests,
  underMaintenance,
} from '../support/fault-proxy-answers.ts'
import type { Cut } from '../support/fault-proxy-line.ts'
import type { Fate } from '../support/fault-proxy.ts'
import type { SeededRandom } from './seeded-random.ts'

export type FaultCounts = Record<string, number>

/** Draws what becomes of each request and connection, and counts what was drawn by class. */
export interface RandomFaults {
  readonly counts: FaultCounts
  fate(request: { method: string; path: string }): Fate | null
  cut(): Cut | null
}

/**
 * Writes are struck most: a fault at the gate ends a round before anything is at stake. One connection in twenty breaks by
 * itself. `elsewhere` is where a stray redirect points.
 */
export function createRandomFaults(random: SeededRandom, elsewhere: string): RandomFaults {
  const counts: FaultCounts = {}
  const counted = (name: string): void => void (counts[name] = (counts[name] ?? 0) + 1)
  const answers = {
    'captive page': captivePage,
    'firewall page': firewallPage,
    'proxy 407': proxyWantsSignIn,
    'redirect elsewhere': movedTo(elsewhere),
    'rate limit': tooManyRequests,
    maintenance: underMaintenance,
    'bad gateway': badGateway,
    'gateway timeout, applied': gatewayTimeout,
    'password refused': passwordRefused,
  } as const
  const kinds = [
    'lose-request',
    'lose-answer',
    'lose-answer',
    'truncate',
    'deliver-twice',
    'deliver-late',
    'captive page',
    'firewall page',
    'proxy 407',
    'redirect elsewhere',
    'rate limit',
    'maintenance',
    'bad gateway',
    'gateway timeout, applied',
    'gateway timeout, applied',
    'password refused',
  ] as const

  return {
    counts,
    fate({ method, path }) {
      const share = method === 'POST' ? 0.5 : isGate(path) ? 0.05 : 0.12
      if (!random.chance(share)) return null
      const kind = random.pick(kinds)
      counted(kind)
      switch (kind) {
        case 'lose-request':
        case 'lose-answer':
        case 'truncate':
        case 'deliver-twice':
        case 'deliver-late':
          return { kind }
        default:
          return { kind: 'answer', answer: answers[kind] }
      }
    },
    cut() {
      if (!random.chance(0.05)) return null
      const direction = random.pick(['to-blog', 'to-desk'] as const)
      const how = random.pick(['close', 'reset'] as const)
      counted(`${how} ${direction}`)
      return { direction, how, afterBytes: random.integer(1, 2_500) }
    },
  }
}

const isGate = (path: string): boolean => path.includes('users/me') || path.includes('_fields=name')
