import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { utcIso } from '../../shared/domain/ids.ts'
import { resumeAfterBackup } from './backups/resume-after-backup.ts'
import { takePolicy } from './policy/policy-in-force.ts'
import type { ReadableReading } from './policy/readable-reading.ts'
import { createSettingsInForce, type SettingsInForce } from './settings/settings-in-force.ts'
import type { Clock, Log } from './ports.ts'
import type { Checkpointer, CheckpointerPorts } from './store/checkpointer.ts'
import { createDesk, type Desk } from './store/desk.ts'
import { openStore, type Store } from './store/open-store.ts'
import type { DeskKeys } from './vault/desk-keys.ts'

export interface StoredDeskPorts {
  databasePath: string
  /** What everything is sealed with; null for a desk in the clear, which only a test has. */
  keys: DeskKeys | null
  clock: Clock
  log: Log
  /** Folds the log of the store into its file beside the writer, which does it by itself unless told. */
  createCheckpointer?: (ports: CheckpointerPorts) => Checkpointer
}

/** A desk that is open, and nothing that acts on it yet. Whoever holds it closes the store. */
export interface StoredDesk {
  store: Store
  desk: Desk
  settings: SettingsInForce
}

/**
 * What the last run was cut off at is told, and the machine's policy is in force, before anybody can ask. Throws `AppError` of kind `database` when the
 * desk cannot be opened; nothing was changed then.
 */
export function openStoredDesk(
  { databasePath, keys, clock, log, createCheckpointer }: StoredDeskPorts,
  policy: ReadableReading,
): StoredDesk {
  mkdirSync(dirname(databasePath), { recursive: true, mode: 0o700 })
  const key = keys?.database ?? null
  const checkpointer = createCheckpointer?.({ databasePath, key, log })
  const store = openStore({ databasePath, key, ...(checkpointer ? { checkpointer } : {}) })
  const desk = createDesk(store)
  const interrupted = desk.transaction(() => {
    desk.outbox.makeSweepsDue(utcIso(clock.now()))
    return desk.outbox.markInterruptedAsUnknown(null)
  })
  if (interrupted > 0) log.warn('interrupted-entries', { interrupted })
  resumeAfterBackup(desk, clock)
  takePolicy(desk, policy, log)
  return { store, desk, settings: createSettingsInForce(desk, log) }
}
