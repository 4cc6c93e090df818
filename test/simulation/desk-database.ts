import Database from 'better-sqlite3'

const handles = new Map<string, Database.Database>()
const { pragma } = Database.prototype

/**
 * The core opens its own database and shows nobody the handle. A simulation has to see what is committed, fill the disk and
 * let go of files as a kill does, so it notes each handle at the pragmas that every opening starts with.
 */
Database.prototype.pragma = function notedPragma(this: Database.Database, ...parameters) {
  if (handles.get(this.name)?.open !== true) handles.set(this.name, this)
  const answer: unknown = pragma.apply(this, parameters)
  return answer
}

export function handleOf(databasePath: string): Database.Database {
  const handle = handles.get(databasePath)
  if (!handle) throw new Error(`nobody opened ${databasePath}`)
  return handle
}

/** As the end of the process would: nothing is written any more, the locks are gone. */
export function letGo(databasePath: string): void {
  for (const path of [databasePath, `${databasePath}.lock`]) {
    handles.get(path)?.close()
    handles.delete(path)
  }
}

/** From now on the file cannot grow: whatever needs a new page fails with SQLITE_FULL. */
export const fillDisk = (databasePath: string): void => {
  const handle = handleOf(databasePath)
  handle.pragma(`max_page_count = ${String(handle.pragma('page_count', { simple: true }))}`)
}

export const freeDisk = (databasePath: string): void =>
  void handleOf(databasePath).pragma('max_page_count = 1073741823')
