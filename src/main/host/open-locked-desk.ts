import type { PolicyReading } from '../../shared/domain/policy.ts'
import type { AppCore } from '../core/app-core.ts'
import { createDeskCopier } from '../core/backups/desk-copier.ts'
import { createEarlyCore } from '../core/early-core.ts'
import type { Fetch, Log } from '../core/ports.ts'
import type { KeyStore } from '../core/vault/key-slots.ts'
import { createLockedCore } from '../core/vault/locked-core.ts'
import { escrowKeyIn } from '../core/policy/escrow-key-in.ts'
import { madeReadable } from '../core/policy/made-readable.ts'
import { createCheckpointer } from '../core/store/checkpointer.ts'
import { sealedPasswords } from '../core/vault/sealed-passwords.ts'
import { readMachinePolicy } from './policy/read-machine-policy.ts'
import { profileIn } from './profile.ts'
import { systemClock } from './system-clock.ts'
import { systemRandom } from './system-random.ts'

/** The desk of a profile behind its lock, with this machine's clock and chance: the same under every host. */
export function openLockedDesk({
  profileFolder,
  keyStore,
  log,
  fetch,
  holdMs,
  readPolicy = readMachinePolicy,
}: {
  profileFolder: string
  keyStore: KeyStore
  log: Log
  fetch: Fetch
  holdMs?: number
  /** What the administrator of this machine decided; the system's own place unless told. */
  readPolicy?: () => PolicyReading
}): AppCore {
  const profile = profileIn(profileFolder)
  const common = { clock: systemClock, random: systemRandom, log }
  return createLockedCore({
    ...common,
    places: profile,
    keyStore,
    findEscrowKey: async () => escrowKeyIn(await madeReadable(readPolicy())),
    openDesk: async (keys, onDamage) =>
      createEarlyCore(
        {
          ...profile,
          ...common,
          readPolicy,
          createCheckpointer,
          createDeskCopier,
          keys,
          onDamage,
          secrets: sealedPasswords(profile.passwordsPath, keys.passwords, systemRandom),
          fetch,
          ...(holdMs === undefined ? {} : { holdMs }),
        },
        await madeReadable(readPolicy()),
      ),
  })
}
