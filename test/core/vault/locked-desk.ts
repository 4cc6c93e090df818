import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppCore } from '../../../src/main/core/app-core.ts'
import { createEarlyCore } from '../../../src/main/core/early-core.ts'
import type { DeskKeys } from '../../../src/main/core/vault/desk-keys.ts'
import type { KeyStore } from '../../../src/main/core/vault/key-slots.ts'
import { createLockedCore } from '../../../src/main/core/vault/locked-core.ts'
import { madeReadable } from '../../../src/main/core/policy/made-readable.ts'
import { sealedPasswords } from '../../../src/main/core/vault/sealed-passwords.ts'
import { profileIn } from '../../../src/main/host/profile.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import type { LockRouter } from '../../../src/shared/contract/lock-router.ts'
import type { AppRouter } from '../../../src/shared/contract/router.ts'
import type { PolicyReading } from '../../../src/shared/domain/policy.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts'

type Inputs = inferRouterInputs<AppRouter & LockRouter>
type Outputs = inferRouterOutputs<AppRouter & LockRouter>

type Ask = <In extends keyof Inputs, Name extends keyof Inputs[In] & string>(
  place: In,
  name: Name,
  ...input: undefined extends Inputs[In][Name] ? [] : [Inputs[In][Name]]
) => Promise<Outputs[In][Name & keyof Outputs[In]]>

export interface LockedDesk {
  core: AppCore
  clock: ManualClock
  query: Ask
  mutate: Ask
  close(): Promise<void>
}

/** A key store with a memory: `login` is what its seals open for. */
export function keyStoreOf(login: string): KeyStore {
  return {
    strength: 'system',
    seal: async (bytes) => `${login}:${Buffer.from(bytes).toString('base64')}`,
    open: async (sealed) => {
      const [by, bytes = ''] = sealed.split(':')
      return by === login ? new Uint8Array(Buffer.from(bytes, 'base64')) : null
    },
  }
}

export const noKeyStore: KeyStore = { strength: 'none', seal: async () => '', open: async () => null }
export const weakKeyStore: KeyStore = { ...noKeyStore, strength: 'weak' }

/** The work of a passphrase in a test. */
const LITTLE_WORK = { memoryKib: 64, passes: 1, lanes: 1 }

/** The desk behind its lock as a host opens it, with a clock that stands still. */
export function openLocked(
  profileFolder: string,
  {
    keyStore = noKeyStore,
    escrowKey = null,
    clock = createManualClock(),
    onKeys = () => undefined,
    readPolicy = () => ({ found: 'nothing' }),
  }: {
    keyStore?: KeyStore
    escrowKey?: string | null
    clock?: ManualClock
    onKeys?: (keys: DeskKeys) => unknown
    readPolicy?: () => PolicyReading
  } = {},
): LockedDesk {
  const profile = profileIn(profileFolder)
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const core = createLockedCore({
    places: profile,
    keyStore,
    clock,
    random: systemRandom,
    log,
    findEscrowKey: async () => escrowKey,
    passphraseCost: LITTLE_WORK,
    async openDesk(keys, onDamage) {
      onKeys(keys)
      const policy = await madeReadable(readPolicy())
      const ports = {
        ...profile,
        keys,
        onDamage,
        readPolicy,
        secrets: sealedPasswords(profile.passwordsPath, keys.passwords, systemRandom),
        fetch: () => Promise.reject(new TypeError('no line')),
        clock,
        random: systemRandom,
        log,
      }
      return createEarlyCore(ports, policy)
    },
  })
  const ask =
    (type: 'query' | 'mutation'): Ask =>
    async (place, name, ...input) => {
      const response = await core.call({ type, path: `${place}.${name}`, input: input[0] })
      if (!response.ok) throw new AppError(response.error)
      return response.data as never
    }
  return { core, clock, query: ask('query'), mutate: ask('mutation'), close: () => core.close() }
}
