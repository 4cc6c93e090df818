import { workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { isAppError } from '../../../shared/errors.ts'
import { createCheckpointSignal, type CheckpointSignal } from './checkpoint-signal.ts'
import { databaseErrorFrom } from './database-error.ts'
import { useKey } from './use-key.ts'

export interface CheckpointWork {
  databasePath: string
  key: Uint8Array | null
  cells: CheckpointSignal['cells']
}

/** The memory of the thread goes back when little is written. */
const IDLE_MS = 30_000
/** The writer goes on meanwhile: what it added is folded in another turn, so that the log can begin anew, and not for ever. */
const MOST_TURNS = 8

const { databasePath, key, cells } = workerData as CheckpointWork
const signal = createCheckpointSignal(cells)
if (signal.begin()) {
  try {
    foldWhenAsked()
  } finally {
    signal.markEnded()
  }
}

function foldWhenAsked(): void {
  const database = new Database(databasePath, { fileMustExist: true })
  try {
    useKey(database, key)
    key?.fill(0)
    // The log is on the disk before a page of it goes into the file, and the file before the log begins anew.
    database.pragma('synchronous = FULL')
    database.pragma('checkpoint_fullfsync = ON')
    database.pragma('wal_autocheckpoint = 0')
    // Under a wrong key nothing is folded.
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    const fold = database.prepare<[], { log: number; checkpointed: number }>('PRAGMA wal_checkpoint(PASSIVE)')
    while (signal.next(IDLE_MS) === 'fold') foldAll(fold)
    // Of what is left the writer would make somebody's save wait.
    foldAll(fold)
  } finally {
    database.close()
  }
}

/** PASSIVE waits for nobody, and nobody waits for it (https://sqlite.org/c3ref/wal_checkpoint_v2.html). */
function foldAll(fold: Database.Statement<[], { log: number; checkpointed: number }>): void {
  let before = -1
  for (let turn = 1; turn <= MOST_TURNS; turn += 1) {
    const pages = oneTurn(fold)
    if (pages === null || pages.log === before) return
    before = pages.log
  }
}

/** null: not now. What is not folded stays in the log, where it is safe. */
function oneTurn<Pages>(fold: Database.Statement<[], Pages>): Pages | null {
  try {
    return fold.get() ?? null
  } catch (error) {
    const fault = databaseErrorFrom(error)
    const isPassing =
      isAppError(fault) &&
      fault.data.kind === 'database' &&
      (fault.data.reason === 'full' || fault.data.reason === 'in-use')
    if (!isPassing) throw error
    return null
  }
}
