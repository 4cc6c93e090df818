import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { isAppError, type AppErrorData } from '../../../shared/errors.ts'
import { fileErrorFrom } from '../file-error.ts'
import { databaseErrorFrom } from '../store/database-error.ts'
import { useKey } from '../store/use-key.ts'
import { copyDesk } from './copy-desk.ts'

export interface CopyWork {
  databasePath: string
  key: Uint8Array | null
  into: string
}

/** What is the matter with the desk or the disk; what else goes wrong ends the thread with it. */
export type CopyReport = { isDone: true } | { isDone: false; fault: AppErrorData }

const { databasePath, key, into } = workerData as CopyWork
try {
  copy()
} finally {
  key?.fill(0)
}

/**
 * What cannot be opened under its name, because the file was taken away or its first page is damaged, ends the thread: the writer holds the desk open
 * and may copy it all the same.
 */
function copy(): void {
  const database = new Database(databasePath, { fileMustExist: true })
  try {
    useKey(database, key)
    // It only reads: the log is folded by those whose work that is.
    database.pragma('wal_autocheckpoint = 0')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    report(outcomeOf(database))
  } finally {
    database.close()
  }
}

function outcomeOf(database: Database.Database): CopyReport {
  try {
    copyDesk(database, into, key)
    return { isDone: true }
  } catch (error) {
    const known = fileErrorFrom(databaseErrorFrom(error))
    if (!isAppError(known)) throw error
    return { isDone: false, fault: known.data }
  }
}

function report(message: CopyReport): void {
  parentPort?.postMessage(message)
}
