import Database from 'better-sqlite3'
import { AppError, type DatabaseReason } from '../../../shared/errors.ts'

/** SQLite's result codes (https://www.sqlite.org/rescode.html) in our words; null for a programming error. */
function reasonFor(code: string): DatabaseReason | null {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'in-use'
  if (code === 'SQLITE_NOTADB') return 'not-a-database'
  if (code === 'SQLITE_FULL') return 'full'
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM')
    return 'read-only'
  if (code.startsWith('SQLITE_CORRUPT')) return 'corrupt'
  if (code === 'SQLITE_IOERR_SHORT_READ') return 'corrupt'
  if (code.startsWith('SQLITE_IOERR')) return 'full'
  return null
}

/** Passes everything that is not SQLite's through unchanged. */
export function databaseErrorFrom(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const reason = reasonFor(error.code)
  return reason === null ? error : new AppError({ kind: 'database', reason }, { cause: error })
}
