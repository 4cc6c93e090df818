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

const FATES: [name: string, fate: Fate][] = [
  ...(['lose-request', 'lose-answer', 'lose-answer', 'truncate', 'deliver-twice', 'deliver-late'] as const).map(
    (kind): [string, Fate] => [kind, { kind }],
  ),
  ...Object.entries({
    'captive page': captivePage,
    'firewall page': firewallPage,
    'proxy 407': proxyWantsSignIn,
    'rate limit': tooManyRequests,
    maintenance: underMaintenance,
    'bad gateway': badGateway,
    'gateway timeout, applied': gatewayTimeout,
    'password refused': passwordRefused,
  }).map(([name, answer]): [string, Fate] => [name, { kind: 'answer', answer }]),
]

/**
 * Writes are struck most: a fault at the gate ends a round before anything is at stake. One connection in twenty breaks by
 * itself. `elsewhere` is where a stray redirect points.
 */
export function createRandomFaults(random: SeededRandom, elsewhere: string): RandomFaults {
  const counts: FaultCounts = {}
  const counted = (name: string): void => void (counts[name] = (counts[name] ?? 0) + 1)
  const redirect: [string, Fate] = ['redirect elsewhere', { kind: 'answer', answer: movedTo(elsewhere) }]

  return {
    counts,
    fate({ method, path }) {
      const share = method === 'POST' ? 0.5 : isGate(path) ? 0.05 : 0.12
      if (!random.chance(share)) return null
      const [name, fate] = random.pick([redirect, ...FATES])
      counted(name)
      return fate
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
