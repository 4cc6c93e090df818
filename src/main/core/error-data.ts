import { isAppError, type AppErrorData } from '../../shared/errors.ts'
import { newId } from './new-id.ts'
import type { Log, Random } from './ports.ts'
import { databaseErrorFrom } from './store/database-error.ts'

/** What may leave the core of an error; anything but what the contract names is logged, and only pointed to. */
export function errorDataOf(error: unknown, log: Log, random: Random, path: string): AppErrorData {
  // A read outside a transaction meets a damaged file as SQLite says it.
  const cause = databaseErrorFrom(error)
  if (isAppError(cause)) return cause.data
  const logId = newId<string>(random)
  // The name of the error class and the call; never its message, which may quote a person's words.
  log.error('call-failed', { logId, path, name: cause instanceof Error ? cause.name : typeof cause })
  return { kind: 'internal', logId }
}
