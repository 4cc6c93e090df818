import Database from 'better-sqlite3'
import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import type { Recovery } from '../../../shared/domain/backup.ts'
import { utcIso } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { fileErrorFrom } from '../file-error.ts'
import type { Log } from '../ports.ts'
import { withDatabase } from '../store/change-key.ts'
import { databaseErrorFrom } from '../store/database-error.ts'
import { migrate } from '../store/migrate.ts'
import { migrations } from '../store/migrations/index.ts'
import { salvage, type SalvagedTable } from '../store/salvage.ts'
import { useKey } from '../store/use-key.ts'
import { asBackupError, createBackupFiles } from './backup-files.ts'
import { assertWhole } from './copy-desk.ts'
import { asideFolder, replaceDesk } from './replace-desk.ts'

/** Under this name the settings hold that the desk is another than it was, until somebody has been told. */
export const RECOVERY_KEY = 'recovery'
/** Under this one, that what waits in the outbox may have gone out since: see resume-after-backup.ts. */
export const FROM_BACKUP_KEY = 'fromBackup'

export interface DeskFile {
  databasePath: string
  backupsFolder: string
  key: Uint8Array | null
}

/**
 * Sets a damaged database aside, never deleting any of it, and puts in its place the newest whole backup with everything newer that can
 * still be read. Without a backup a new desk takes what can be read; with nothing to be read either, throws `database` `corrupt`. The desk is closed
 * meanwhile. Throws what the file system throws; then the damaged files are where they were, or aside.
 */
export const recoverDesk = (file: DeskFile, now: Date, log: Log): Recovery =>
  making(`${file.databasePath}.mended`, (mended) => recoverInto(mended, file, now, log))

function recoverInto(mended: string, file: DeskFile, now: Date, log: Log): Recovery {
  const aside = asideFolder(file.databasePath, 'damaged', now)
  const backup = newestWhole(file, now)
  if (backup) copyFileSync(backup.path, mended)
  const tables = withDamaged(file, (damaged) => {
    if (!backup && !damaged) throw new AppError({ kind: 'database', reason: 'corrupt' })
    return fill(mended, file.key, damaged)
  })
  const recovery: Recovery = {
    at: utcIso(now),
    backupMadeAt: backup?.madeAt ?? null,
    salvagedRows: tables.reduce((sum, { rows }) => sum + rows, 0),
    damagedParts: tables.filter(({ isWhole }) => !isWhole).map(({ name }) => name),
    asideFolder: aside,
  }
  noteIn(mended, file.key, recovery, tables)
  assertWhole(mended, file.key)
  replaceDesk(file.databasePath, mended, aside)
  log.error('desk.recovered', {
    fromBackup: recovery.backupMadeAt,
    salvagedRows: recovery.salvagedRows,
    damagedParts: recovery.damagedParts.join(),
  })
  return recovery
}

/** Puts a backup in the place of the desk as it is, which is set aside whole. The desk is closed meanwhile. */
export function restoreBackup(file: DeskFile, id: string, now: Date): void {
  const path = createBackupFiles(file.backupsFolder).pathOf(id)
  try {
    assertWhole(path, file.key)
  } catch (error) {
    throw asBackupError(error)
  }
  making(`${file.databasePath}.restored`, (copy) => restoreInto(copy, path, file, now))
}

function restoreInto(copy: string, path: string, file: DeskFile, now: Date): void {
  copyFileSync(path, copy)
  const policy = withDatabase(file.databasePath, file.key, (database) =>
    database.prepare<[], string>("SELECT value FROM settings WHERE key = 'policy'").pluck().get(),
  )
  withDatabase(copy, file.key, (database) => {
    putSetting(database, FROM_BACKUP_KEY, true)
    // What the organisation decided since, and whose signature it bears, is not undone by going back.
    putSetting(database, 'policy', policy === undefined ? null : (JSON.parse(policy) as unknown))
  })
  replaceDesk(file.databasePath, copy, asideFolder(file.databasePath, 'before-restore', now))
}

/** Somebody, or something, took the file of the desk away or emptied it, and there are backups of it. */
export const isGone = ({ databasePath, backupsFolder }: DeskFile): boolean =>
  (statSync(databasePath, { throwIfNoEntry: false })?.size ?? 0) === 0 &&
  createBackupFiles(backupsFolder).list().length > 0

function newestWhole({ backupsFolder, key }: DeskFile, now: Date): { path: string; madeAt: Recovery['at'] } | null {
  const files = createBackupFiles(backupsFolder)
  // What is of a time to come was made while the clock was wrong: it may be older than the rest, and comes last.
  const isToCome = ({ madeAt }: { madeAt: string }): boolean => madeAt > utcIso(now)
  for (const { id, madeAt } of files.list().toSorted((a, b) => Number(isToCome(a)) - Number(isToCome(b)))) {
    const path = files.pathOf(id)
    try {
      assertWhole(path, key)
      return { path, madeAt }
    } catch {
      // An older one then.
    }
  }
  return null
}

/** On a copy, because opening folds the log into the file, and the damaged ones are to stay as they are. */
function withDamaged({ databasePath, key }: DeskFile, work: (damaged: Database.Database | null) => SalvagedTable[]) {
  const copy = `${databasePath}.damaged-copy`
  const endings = ['', '-wal']
  let damaged: Database.Database | null = null
  removeAll(copy)
  try {
    for (const ending of endings)
      if (existsSync(`${databasePath}${ending}`)) copyFileSync(`${databasePath}${ending}`, `${copy}${ending}`)
    damaged = openReadable(copy, key)
    return work(damaged)
  } finally {
    damaged?.close()
    removeAll(copy)
  }
}

/** null when not even its list of tables can be read, or there is nothing. */
function openReadable(path: string, key: Uint8Array | null): Database.Database | null {
  const database = new Database(path)
  try {
    useKey(database, key)
    database.pragma('query_only = ON')
    if (database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get()) return database
    database.close()
    return null
  } catch {
    database.close()
    return null
  }
}

function fill(mended: string, key: Uint8Array | null, damaged: Database.Database | null): SalvagedTable[] {
  return withDatabase(mended, key, (copy) => {
    migrate(copy, migrations.slice(0, versionOf(damaged)))
    if (damaged) return salvage(damaged, copy)
    return tablesOf(copy).map((name) => ({ name, isWhole: false, rows: 0 }))
  })
}

/** The shape in which the damaged file is; the newest where it cannot say. */
function versionOf(damaged: Database.Database | null): number {
  try {
    const version = damaged?.pragma('user_version', { simple: true })
    return typeof version === 'number' && version > 0 ? version : migrations.length
  } catch {
    return migrations.length
  }
}

const tablesOf = (database: Database.Database): string[] =>
  database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'")
    .pluck()
    .all()

function noteIn(path: string, key: Uint8Array | null, recovery: Recovery, tables: SalvagedTable[]): void {
  withDatabase(path, key, (database) => {
    putSetting(database, RECOVERY_KEY, recovery)
    // An outbox that could not be read whole may hold again what was taken back or sent since the backup.
    const isOutboxWhole = tables.find(({ name }) => name === 'outbox_entries')?.isWhole === true
    if (!isOutboxWhole) putSetting(database, FROM_BACKUP_KEY, true)
  })
}

function putSetting(database: Database.Database, key: string, value: unknown): void {
  database
    .prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, JSON.stringify(value))
}

/** Half a file that a full disk had no room for would keep it full. Throws `database`. */
function making<Result>(path: string, work: (path: string) => Result): Result {
  removeAll(path)
  try {
    return work(path)
  } catch (error) {
    removeAll(path)
    throw fileErrorFrom(databaseErrorFrom(error))
  }
}

/** A log of another file that an end of the program left would be read into the new one. */
function removeAll(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true })
}
