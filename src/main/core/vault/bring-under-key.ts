import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isAppError } from '../../../shared/errors.ts'
import { syncFolder } from '../durable-file.ts'
import type { Random } from '../ports.ts'
import { opensWith, sealCopyOf } from '../store/change-key.ts'
import type { DeskKeys } from './desk-keys.ts'
import type { Sweep } from './new-key.ts'
import type { DeskPlaces } from './seal-plain-desk.ts'
import { bringPasswordsUnder } from './sealed-passwords.ts'

const ENDING = '.new-key'

/**
 * Before a new key counts: the database once more under it, proved and durable, so that afterwards nothing can fail but a renaming. Throws `database`; the
 * desk is as it was. The desk is closed meanwhile.
 */
export const copyUnderNewKey = ({ databasePath }: DeskPlaces, before: DeskKeys, keys: DeskKeys): void =>
  sealCopyOf(databasePath, before.database, `${databasePath}${ENDING}`, keys.database)

/**
 * Everything of a closed desk that still lies under a key it had before, under its key of now: the desk, its passwords, its backups and what was set aside. May
 * be cut off anywhere, and begins again. Throws what keeps the desk itself from it; of a copy that fails the outcome tells.
 */
export function bringUnderKey(
  places: DeskPlaces,
  keys: DeskKeys,
  earlier: readonly DeskKeys[],
  random: Random,
): Sweep[] {
  bringDeskUnder(places.databasePath, keys, earlier)
  bringPasswordsUnder(
    places.passwordsPath,
    keys.passwords,
    earlier.map(({ passwords }) => passwords),
    random,
  )
  const outcomes = earlier.map((): Sweep => 'done')
  for (const path of earlier.length > 0 ? copiesOf(places.folder) : []) {
    // One with a log of its own was set aside by a crash. It stays as it was found: opened under a wrong key, SQLite would fold noise into it.
    if (existsSync(`${path}-wal`)) {
      for (const at of earlier.keys()) outcomes[at] = worse(outcomes[at], 'left')
      continue
    }
    const from = opensWith(path, keys.database) ? -1 : earlier.findIndex(({ database }) => opensWith(path, database))
    const before = earlier[from]
    if (before) outcomes[from] = worse(outcomes[from], bringCopyUnder(path, before, keys))
  }
  return outcomes
}

const GRAVITY: Sweep[] = ['done', 'left', 'again']

const worse = (a: Sweep = 'done', b: Sweep): Sweep => (GRAVITY.indexOf(a) > GRAVITY.indexOf(b) ? a : b)

/**
 * Without an earlier key there is nothing to look at. It has no log of its own where it is changed: the copy from before the ring was changed
 * folded it in.
 */
function bringDeskUnder(path: string, keys: DeskKeys, earlier: readonly DeskKeys[]): void {
  const fresh = `${path}${ENDING}`
  const isBrought = earlier.length === 0 || isUnder(path, keys)
  const before = isBrought ? undefined : earlier.find((each) => isUnder(path, each))
  if (before) {
    // The copy from before the ring was changed: nothing was written to the desk since.
    if (!isUnder(fresh, keys)) sealCopyOf(path, before.database, fresh, keys.database)
    putInPlace(fresh, path)
  }
  rmSync(fresh, { force: true })
}

const isUnder = (path: string, { database }: DeskKeys): boolean =>
  existsSync(path) && opensWith(path, database, { keepsLog: true })

function bringCopyUnder(path: string, before: DeskKeys, keys: DeskKeys): Sweep {
  try {
    sealCopyOf(path, before.database, `${path}${ENDING}`, keys.database)
    putInPlace(`${path}${ENDING}`, path)
    return 'done'
  } catch (error) {
    return isAppError(error) && error.data.kind === 'database' && error.data.reason === 'corrupt' ? 'left' : 'again'
  }
}

function putInPlace(fresh: string, path: string): void {
  // Folded in when the copy was made: under the new key they would be noise.
  for (const ending of ['-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
  renameSync(fresh, path)
  syncFolder(dirname(path))
}

const NO_DATABASE = /(-wal|-shm|-journal|\.json|\.unfinished|\.new-key)$/

function copiesOf(profileFolder: string): string[] {
  const aside = ['damaged', 'before-restore'].map((name) => join(profileFolder, name))
  const folders = [join(profileFolder, 'backups'), ...aside.flatMap((folder) => entriesOf(folder, 'folder'))]
  return folders.flatMap((folder) => entriesOf(folder, 'file')).filter((path) => !NO_DATABASE.test(path))
}

const entriesOf = (folder: string, kind: 'file' | 'folder'): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => (kind === 'file' ? entry.isFile() : entry.isDirectory()))
        .map(({ name }) => join(folder, name))
    : []
