import { chmodSync } from 'node:fs'
import Database from 'better-sqlite3'
import { databaseErrorFrom } from './database-error.ts'
import { migrate, refuseForeignFile } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { lockProfile } from './profile-lock.ts'

export interface Store {
  readonly database: Database.Database
  /**
   * Everything in `work` is on disk when this returns, or nothing is. Throws `database` errors as data. Never `await` inside:
   * no transaction spans a network call.
   */
  transaction<Result>(work: () => Result): Result
  close(): void
}

export interface StoreOptions {
  databasePath: string
  /** 32 raw bytes to encrypt with, or null for a plain file. */
  key: Uint8Array | null
}

/**
 * Opens the one writer of the desk's database: locks the profile, sets and checks the pragmas, migrates. Throws `AppError`
 * of kind `database`; a file that cannot be used is never changed.
 */
export function openStore({ databasePath, key }: StoreOptions): Store {
  const unlock = lockProfile(`${databasePath}.lock`)
  try {
    const database = openDatabase(databasePath, key)
    return {
      database,
      transaction: (work) => inTransaction(database, work),
      close() {
        database.pragma('wal_checkpoint(TRUNCATE)')
        database.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw databaseErrorFrom(error)
  }
}

function openDatabase(path: string, key: Uint8Array | null): Database.Database {
  const database = new Database(path)
  try {
    if (key) setKey(database, key)
    // Before the journal mode is set, because that writes to the file.
    refuseForeignFile(database, migrations.length)
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

function setKey(database: Database.Database, key: Uint8Array): void {
  database.pragma("cipher = 'chacha20'")
  database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
}

function setPragmas(database: Database.Database): void {
  database.pragma('synchronous = FULL')
  database.pragma('checkpoint_fullfsync = ON')
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
  database.pragma('temp_store = MEMORY')
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

function inTransaction<Result>(database: Database.Database, work: () => Result): Result {
  try {
    return database.transaction(work).immediate()
  } catch (error) {
    throw databaseErrorFrom(error)
  }
}
