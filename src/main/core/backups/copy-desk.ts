import Database from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'
import { syncFile } from '../durable-file.ts'
import { APPLICATION_ID, refuseForeignFile } from '../store/migrate.ts'
import { migrations } from '../store/migrations/index.ts'
import { useKey } from '../store/use-key.ts'

/**
 * The desk as it is now, whole and under the same key, at `into`, where no file is yet; read to its last page and on the disk when this returns.
 * Keeps the thread for as long as it takes. Throws as SQLite and the disk do, and `AppError` as `assertWhole`.
 */
export function copyDesk(database: Database.Database, into: string, key: Uint8Array | null): void {
  database.prepare('VACUUM INTO ?').run(into)
  assertWhole(into, key)
  syncFile(into)
}

/** Opened with the key and read to its last page. Throws `database`: `corrupt`, or `newer-version` for one of a newer Attaché. */
export function assertWhole(path: string, key: Uint8Array | null): void {
  const copy = new Database(path, { readonly: true })
  try {
    useKey(copy, key)
    refuseForeignFile(copy, migrations.length)
    const isOurs = copy.pragma('application_id', { simple: true }) === APPLICATION_ID
    if (!isOurs || copy.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new AppError({ kind: 'database', reason: 'corrupt' })
  } finally {
    copy.close()
  }
}
