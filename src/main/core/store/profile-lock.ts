import Database from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'
import { databaseErrorFrom } from './database-error.ts'

/**
 * Keeps a second program off the same desk. An exclusive SQLite transaction on a file of its own: the operating system
 * lets go of it even after a SIGKILL, which a lock file with a process id would not. Throws `database` `in-use`.
 */
export function lockProfile(lockPath: string): () => void {
  const lock = openLock(lockPath)
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw databaseErrorFrom(error)
  }
  return () => lock.close()
}

function openLock(lockPath: string): Database.Database {
  try {
    return new Database(lockPath, { timeout: 0 })
  } catch (error) {
    throw new AppError({ kind: 'database', reason: 'read-only' }, { cause: error })
  }
}
