import type Database from 'better-sqlite3'
import { isAppError } from '../../../shared/errors.ts'
import type { Checkpointer } from './checkpointer.ts'
import { databaseErrorFrom } from './database-error.ts'

/**
 * Pages of 4 KB in the log at which the writer folds it into the file itself, four times what SQLite does unless told: the pages of the index of words and of
 * the lists are written over and over, and each is folded in, and sealed, once.
 */
const WRITER_FOLDS_AT = 4_000
/** Of which none is folded yet, at which another thread is asked to; less than the writer's own, so that it comes first. */
const ASKED_AT = 3_000
/** While that thread is there it does the folding, and this only keeps the log from growing without end. */
const WRITER_FOLDS_AT_BESIDE = 16_000
/** Saves write a few pages each, a very long text a hundred: it is enough to look after so many. */
const LOOK_AFTER = 8

/** Looks after the log of the one connection that writes. */
export interface WriteAheadLog {
  /** After a commit; nothing while a transaction is under way. Never throws. `isLarge`: it may have written hundreds of pages. */
  noteCommit(options: { isLarge: boolean }): void
  /** Folds all of it in and lets go of the file, but for the writer's own connection. */
  end(): void
}

export function keepLog(database: Database.Database, checkpointer: Checkpointer | null): WriteAheadLog {
  // Counts the pages, and writes none (https://sqlite.org/pragma.html#pragma_wal_checkpoint).
  const pagesOf = database.prepare<[], { log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)')
  let isBeside = false
  let unseenCount = 0

  const limit = (pages: number): unknown => database.pragma(`wal_autocheckpoint = ${pages}`)
  limit(WRITER_FOLDS_AT)
  // A log that begins anew gives back what it once took of the disk.
  database.pragma(`journal_size_limit = ${WRITER_FOLDS_AT * 4096}`)

  function look({ fold, isRunning }: Checkpointer): void {
    const { log = 0, checkpointed = 0 } = pagesOf.get() ?? {}
    const isNowBeside = log - checkpointed < ASKED_AT ? isBeside && isRunning() : fold()
    if (isNowBeside === isBeside) return
    isBeside = isNowBeside
    limit(isBeside ? WRITER_FOLDS_AT_BESIDE : WRITER_FOLDS_AT)
  }

  return {
    noteCommit({ isLarge }) {
      if (!checkpointer || database.inTransaction) return
      unseenCount += 1
      if (!isLarge && unseenCount < LOOK_AFTER) return
      unseenCount = 0
      try {
        look(checkpointer)
      } catch {
        // What was committed is, whatever becomes of the log; the writer's own limit stands.
      }
    },
    end() {
      checkpointer?.end()
      foldLog(database)
    },
  }
}

/** On a full disk the log stays beside the file: everything is in it, and the next start reads it. */
function foldLog(database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    const fault = databaseErrorFrom(error)
    if (!(isAppError(fault) && fault.data.kind === 'database' && fault.data.reason === 'full')) throw error
  }
}
