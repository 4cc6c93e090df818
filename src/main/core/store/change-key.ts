import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { AppError } from '../../../shared/errors.ts'
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

/** Opened with its key for one piece of work, and closed whatever becomes of it. */
export function withDatabase(path: string, key: Uint8Array | null, work: (database: Database.Database) => void): void {
  const database = new Database(path)
  try {
    useKey(database, key)
    work(database)
  } finally {
    database.close()
  }
}
