import { join } from 'node:path'
import type { Clock, Log, Random } from '../ports.ts'
import type { AppCore } from '../app-core.ts'
import { isGone, recoverDesk, type DeskFile } from '../backups/recover-desk.ts'
import { finishReplacing } from '../backups/replace-desk.ts'
import { AppError, isAppError } from '../../../shared/errors.ts'
import { bringUnderKey } from './bring-under-key.ts'
import type { DeskKeys } from './desk-keys.ts'
import { sealPlainDesk, type DeskPlaces } from './seal-plain-desk.ts'
import type { Vault } from './vault.ts'

export const deskFileOf = (places: DeskPlaces, { database: key }: DeskKeys): DeskFile => ({
  databasePath: places.databasePath,
  backupsFolder: join(places.folder, 'backups'),
  key,
})

/** What was begun with this desk and cut off is ended before it is opened: a replacing, a first sealing, a change of its key. */
export function makeReady(places: DeskPlaces, vault: Vault, keys: DeskKeys, random: Random): void {
  finishReplacing(places.databasePath)
  sealPlainDesk(places, keys, random)
  const earlier = vault.earlierKeys()
  const outcomes = bringUnderKey(places, keys, earlier, random)
  if (earlier.length > 0) vault.noteSwept(outcomes)
}

/** A desk that is found damaged on opening is mended once, from a backup and from itself. */
export async function openMended(
  file: DeskFile,
  open: () => Promise<AppCore>,
  clock: Clock,
  log: Log,
): Promise<AppCore> {
  try {
    if (isGone(file)) throw new AppError({ kind: 'database', reason: 'corrupt' })
    return await open()
  } catch (error) {
    if (!isDamage(error)) throw error
    recoverDesk(file, clock.now(), log)
    return open()
  }
}

const isDamage = (error: unknown): boolean =>
  isAppError(error) && error.data.kind === 'database' && error.data.reason === 'corrupt'
