import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { AppError, isAppError, type DatabaseReason } from '../../../shared/errors.ts'
import { syncFile } from '../durable-file.ts'
import { databaseErrorFrom } from './database-error.ts'
import { useKey } from './use-key.ts'

/**
 * A copy of the database at `target` under another key (null: none), complete, proved page by page and on the disk when this
 * returns. Whatever is thrown, the original is as it was, what its log holds apart: that is folded in. The file is closed meanwhile.
 */
export function sealCopyOf(path: string, key: Uint8Array | null, target: string, newKey: Uint8Array): void {
  rmSync(target, { force: true })
  try {
    withDatabase(path, key, (database) => {
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.prepare('VACUUM INTO ?').run(target)
    })
    withDatabase(target, key, (copy) => {
      // No second file in which pages would stand as they were.
      copy.pragma('journal_mode = MEMORY')
      copy.pragma("cipher = 'chacha20'")
      copy.pragma(`rekey = "x'${Buffer.from(newKey).toString('hex')}'"`)
    })
    withDatabase(target, newKey, (copy) => {
      if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok')
        throw new AppError({ kind: 'database', reason: 'corrupt' })
    })
    syncFile(target)
  } catch (error) {
    rmSync(target, { force: true })
    throw databaseErrorFrom(error)
  }
}

/**
 * Whether the file is a database under this key. A page further on may still be damaged. Throws what else keeps it from being read. With
 * `keepsLog` a log beside it stays as it is, and one of no bytes where there was none: closing any other connection folds it in, and nobody
 * would see any more that the desk was cut off.
 */
export function opensWith(path: string, key: Uint8Array, { keepsLog = false } = {}): boolean {
  try {
    withDatabase(path, key, (database) => database.prepare('SELECT count(*) FROM sqlite_schema').get(), keepsLog)
    return true
  } catch (error) {
    const fault = databaseErrorFrom(error)
    if (isAppError(fault) && fault.data.kind === 'database' && isNotReadable(fault.data.reason)) return false
    throw fault
  }
}

const isNotReadable = (reason: DatabaseReason): boolean => reason === 'corrupt' || reason === 'not-a-database'

/** Opened with its key for one piece of work, and closed whatever becomes of it. */
export function withDatabase<Result>(
  path: string,
  key: Uint8Array | null,
  work: (database: Database.Database) => Result,
  isReadOnly = false,
): Result {
  const database = new Database(path, { readonly: isReadOnly })
  try {
    useKey(database, key)
    return work(database)
  } finally {
    database.close()
  }
}
