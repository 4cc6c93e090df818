import { chmodSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError, isAppError } from '../../../shared/errors.ts'
import type { Checkpointer } from './checkpointer.ts'
import { openBallast, type Ballast } from './ballast.ts'
import { databaseErrorFrom } from './database-error.ts'
import { migrate, refuseForeignFile } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { lockProfile } from './profile-lock.ts'
import { useKey } from './use-key.ts'
import { keepLog } from './write-ahead-log.ts'

export interface Store {
  readonly database: Database.Database
  /**
   * Everything in `work` is on disk when this returns, or nothing is. Throws `database` errors as data. Never `await` inside:
   * no transaction spans a network call.
   */
  transaction<Result>(work: () => Result): Result
  /**
   * The same for what can be read again from the blog, or made again from the rest: whole or not there, like any other, but the disk is not
   * waited for, and a power cut may take it. The next `transaction` waits for all that was committed before it as well, so nothing that
   * a person did, and nothing that left for the blog, is ever on the disk without what it rests on. As a part of a transaction it is no
   * other than that one.
   */
  repeatableTransaction<Result>(work: () => Result): Result
  /** What `work` writes only notes how far the line has come: it is no reason to make a backup, nor for a window to read its lists again. */
  aside<Result>(work: () => Result): Result
  /** Rows written since the desk was opened, less those of `aside`. */
  writtenCount(): number
  close(): void
}

export interface StoreOptions {
  databasePath: string
  /** 32 raw bytes to encrypt with, or null for a plain file. */
  key: Uint8Array | null
  /** Folds the log into the file beside the writer, which does it by itself unless told. */
  checkpointer?: Checkpointer
}

/**
 * Opens the one writer of the desk's database: locks the profile, sets and checks the pragmas, migrates. Throws `AppError`
 * of kind `database`; a file that cannot be used is never changed.
 */
export function openStore({ databasePath, key, checkpointer }: StoreOptions): Store {
  const unlock = lockProfile(`${databasePath}.lock`)
  try {
    refuseUnusable(databasePath, key)
    const database = openDatabase(databasePath, key)
    const ballast = openBallast(`${databasePath}.ballast`)
    const log = keepLog(database, checkpointer ?? null)
    const inTransaction = transactionsOn(database, ballast)
    const totalChanges = database.prepare<[], number>('SELECT total_changes()').pluck()
    const allWritten = (): number => totalChanges.get() ?? 0
    let asideCount = 0
    return {
      database,
      transaction(work) {
        const result = inTransaction(work)
        log.noteCommit({ isLarge: false })
        return result
      },
      repeatableTransaction(work) {
        const result = withoutWaiting(database, () => inTransaction(work))
        log.noteCommit({ isLarge: true })
        return result
      },
      aside(work) {
        const before = allWritten()
        try {
          return work()
        } finally {
          asideCount += allWritten() - before
        }
      },
      writtenCount: () => allWritten() - asideCount,
      close() {
        try {
          log.end()
        } finally {
          database.close()
          unlock()
        }
      },
    }
  } catch (error) {
    unlock()
    throw asDamage(databaseErrorFrom(error), key)
  }
}

/** Whoever opens with a key has held it against its check: then what SQLite takes for another program's file is a damaged one. */
function asDamage(error: unknown, key: Uint8Array | null): unknown {
  const isNoDatabase = isAppError(error) && error.data.kind === 'database' && error.data.reason === 'not-a-database'
  return key && isNoDatabase ? new AppError({ kind: 'database', reason: 'corrupt' }, { cause: error }) : error
}

/**
 * Looks through a connection that cannot write: closing any other folds the log that a kill left into the file. After
 * such an end every page is checked, because a lying disk and a kill together can leave half of one.
 */
function refuseUnusable(path: string, key: Uint8Array | null): void {
  if (sizeOf(path) === 0) return
  const wasCutOff = sizeOf(`${path}-wal`) > 0
  const database = new Database(path, { readonly: true })
  try {
    useKey(database, key)
    refuseForeignFile(database, migrations.length)
    if (wasCutOff && database.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new AppError({ kind: 'database', reason: 'corrupt' })
  } finally {
    database.close()
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

function openDatabase(path: string, key: Uint8Array | null): Database.Database {
  const database = new Database(path)
  try {
    useKey(database, key)
    database.pragma('journal_mode = WAL')
    setPragmas(database)
    migrate(database, migrations)
    chmodSync(path, 0o600)
    assertDurable(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function setPragmas(database: Database.Database): void {
  database.pragma('synchronous = FULL')
  database.pragma('checkpoint_fullfsync = ON')
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
  database.pragma('busy_timeout = 5000')
}

/**
 * In WAL this SQLite build falls back to `synchronous = NORMAL`, and only after first use: a Saved mark would then be a
 * lie after a power cut. So the value is set again and read back after a real write.
 */
function assertDurable(database: Database.Database): void {
  database
    .prepare(
      "INSERT INTO settings (key, value) VALUES ('opened', 'true') ON CONFLICT (key) DO UPDATE SET value = value",
    )
    .run()
  database.pragma('synchronous = FULL')
  const expected: Record<string, number | string> = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    temp_store: 2,
  }
  for (const [name, value] of Object.entries(expected)) {
    const actual: unknown = database.pragma(name, { simple: true })
    if (actual !== value) throw new Error(`pragma ${name} is ${String(actual)}, needed ${value}`)
  }
}

/**
 * In WAL `NORMAL` writes the same frames and leaves out the sync after them. A later commit under `FULL` syncs the whole log
 * (https://sqlite.org/pragma.html#pragma_synchronous), and a log is read only up to the first frame that did not arrive.
 */
function withoutWaiting<Result>(database: Database.Database, work: () => Result): Result {
  // SQLite changes this only between transactions.
  if (database.inTransaction) return work()
  database.pragma('synchronous = NORMAL')
  try {
    return work()
  } finally {
    database.pragma('synchronous = FULL')
  }
}

/** On a full disk the ballast is given up once and the work is done again. */
function transactionsOn(database: Database.Database, ballast: Ballast): Store['transaction'] {
  // Made once: each transaction function of the driver is four others.
  const run = database.transaction((work: () => unknown) => work())
  return function inTransaction<Result>(work: () => Result): Result {
    // What is only a part of a transaction cannot be repeated by itself.
    const isWhole = !database.inTransaction
    try {
      return run.immediate(work) as Result
    } catch (thrown) {
      const error = databaseErrorFrom(thrown)
      const isFull = isAppError(error) && error.data.kind === 'database' && error.data.reason === 'full'
      if (isFull && isWhole && ballast.release()) return inTransaction(work)
      throw error
    }
  }
}
