import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, rmSync } from 'node:fs'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../durable-file.ts'
import type { Random } from '../ports.ts'
import { sealCopyOf } from '../store/change-key.ts'
import type { DeskKeys } from './desk-keys.ts'
import { isSealedFile, sealedFiles } from './sealed-files.ts'

/** Where the things of one desk lie that are to be sealed. */
export interface DeskPlaces {
  folder: string
  databasePath: string
  mediaFolder: string
  practiceFolder: string
  passwordsPath: string
}

/**
 * A desk from before desks were sealed: the database goes through a sealed copy that is proved before it takes the file's place, the
 * pictures one by one. May be cut off anywhere and begins again at the next start; a sealed desk is left as it is.
 */
export function sealPlainDesk(places: DeskPlaces, keys: DeskKeys, random: Random): void {
  if (!isPlainDatabase(places.databasePath)) return
  const files = sealedFiles(keys.files, random)
  // Before the database, which says that it is done.
  for (const folder of [places.mediaFolder, places.practiceFolder, join(places.practiceFolder, 'media')])
    for (const name of filesIn(folder)) {
      const path = join(folder, name)
      const bytes = readFileSync(path)
      if (isSealedFile(bytes)) continue
      writeDurably(join(folder, files.nameOf(name)), files.seal(name, bytes))
      rmSync(path)
    }
  // Both can be made again, or asked for once more.
  rmSync(`${places.mediaFolder}-sizes`, { recursive: true, force: true })
  for (const name of ['passwords.json', 'passwords.sealed.json']) rmSync(join(places.folder, name), { force: true })
  const sealed = `${places.databasePath}.sealed`
  sealCopyOf(places.databasePath, null, sealed, keys.database)
  renameSync(sealed, places.databasePath)
  for (const ending of ['-wal', '-shm']) rmSync(`${places.databasePath}${ending}`, { force: true })
  for (const name of filesIn(join(places.folder, 'backups')))
    if (name.includes('.before-migration-')) rmSync(join(places.folder, 'backups', name))
}

const PLAIN_HEAD = 'SQLite format 3\0'

/** Whether the file is a database that anybody can read. A sealed one begins with random bytes. */
export function isPlainDatabase(path: string): boolean {
  if (!existsSync(path)) return false
  const head = Buffer.alloc(PLAIN_HEAD.length)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  return head.toString('latin1') === PLAIN_HEAD
}

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    : []
