import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'

/** `ATTC` in ASCII: marks the file as a desk of ours in the SQLite header. */
export const APPLICATION_ID = 0x41545443

/**
 * Reads only: throws `database` `not-a-database` for another program's file and `newer-version` for one from a newer
 * Attaché, so that neither is ever written to.
 */
export function refuseForeignFile(database: Database.Database, newestVersion: number): void {
  const tableCount = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number
  const owner = database.pragma('application_id', { simple: true }) as number
  if (owner !== APPLICATION_ID && tableCount > 0) throw new AppError({ kind: 'database', reason: 'not-a-database' })
  if (versionOf(database) > newestVersion) throw new AppError({ kind: 'database', reason: 'newer-version' })
}

/** Brings the file to the newest shape in one transaction, after a backup of what was there. */
export function migrate(database: Database.Database, migrations: readonly string[]): void {
  const version = versionOf(database)
  if (version === migrations.length) return
  if (version > 0 && !database.memory) backUp(database, version)
  database.transaction(() => {
    for (const sql of migrations.slice(version)) database.exec(sql)
    database.pragma(`user_version = ${migrations.length}`)
    database.pragma(`application_id = ${APPLICATION_ID}`)
  })()
}

const versionOf = (database: Database.Database): number => database.pragma('user_version', { simple: true }) as number

/** A whole copy beside the file, named after the version it holds; renamed into place only when complete. */
function backUp(database: Database.Database, version: number): void {
  const folder = join(dirname(database.name), 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const target = join(folder, `${basename(database.name)}.before-migration-from-${version}`)
  const unfinished = `${target}.unfinished`
  if (existsSync(unfinished)) rmSync(unfinished)
  database.prepare('VACUUM INTO ?').run(unfinished)
  renameSync(unfinished, target)
}
