import { statSync } from 'node:fs'
import { AppError } from '../../../shared/errors.ts'
import { isPlainDatabase } from './seal-plain-desk.ts'

/** Pages of a sealed database tell nothing of themselves but their size (SQLite file format, 1.3.2). */
const LEAST_PAGE_BYTES = 512

/** New keys must not be made beside a desk that old ones open. */
export function refuseWithoutKeys(databasePath: string): void {
  const sizeBytes = statSync(databasePath, { throwIfNoEntry: false })?.size ?? 0
  if (sizeBytes === 0 || isPlainDatabase(databasePath)) return
  if (sizeBytes % LEAST_PAGE_BYTES === 0) throw new AppError({ kind: 'locked', why: 'keys-missing' })
  throw new AppError({ kind: 'database', reason: 'not-a-database' })
}
