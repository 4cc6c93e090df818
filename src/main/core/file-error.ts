import { AppError, type DatabaseReason } from '../../shared/errors.ts'

const REASONS = new Map<unknown, DatabaseReason>([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
])

/** A disk that takes no more is the same to a person whether a picture or a row met it. Passes everything else through. */
export function fileErrorFrom(error: unknown): unknown {
  const reason = REASONS.get(error instanceof Error && 'code' in error ? error.code : undefined)
  return reason === undefined ? error : new AppError({ kind: 'database', reason }, { cause: error })
}
