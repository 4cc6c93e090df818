import Database from 'better-sqlite3'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { assertWhole } from '../backups/copy-desk.ts'
import { sha256 } from '../content-hash.ts'
import type { Random } from '../ports.ts'
import { sealCopyOf, withDatabase } from '../store/change-key.ts'
import { databaseErrorFrom } from '../store/database-error.ts'
import { refuseForeignFile } from '../store/migrate.ts'
import { migrations } from '../store/migrations/index.ts'
import type { Store } from '../store/open-store.ts'

export interface MovedDesk {
  id: string
  sizeBytes: number
  key: string
  bytes: Uint8Array
}

const SCRATCH = ['out', 'sealed', 'in', 'joining'] as const
/** Beside the desk, encrypted, and gone when the work ends; what a kill left goes with the next start. */
export const scratchIn = (folder: string, name: (typeof SCRATCH)[number]): string =>
  join(folder, `handover-${name}.scratch`)
export function removeScratch(folder: string, names: readonly (typeof SCRATCH)[number][] = SCRATCH): void {
  for (const name of names)
    for (const ending of ['', '-wal', '-shm', '-journal', '.lock', '.ballast'])
      rmSync(`${scratchIn(folder, name)}${ending}`, { force: true })
}

/** Of this computer, or fetched again: nothing that goes along. */
const OF_THIS_COMPUTER = `
  DELETE FROM settings WHERE key IN ('policy', 'networkIsMetered', 'recovery', 'handedOver');
  DELETE FROM blog_pictures;
  DELETE FROM revocations;
  UPDATE blogs SET is_signed_in = 0 WHERE kind = 'wordpress';`

/** The whole desk as it is now, under a key of its own, so that no disk ever holds it in the clear. Blocks while it copies. Throws `database`. */
export function copyWholeDesk(store: Store, key: Uint8Array | null, folder: string, random: Random): MovedDesk {
  removeScratch(folder)
  const [copy, sealed] = [scratchIn(folder, 'out'), scratchIn(folder, 'sealed')]
  const ownKey = random.bytes(32)
  try {
    store.database.prepare('VACUUM INTO ?').run(copy)
    withDatabase(copy, key, (database) => {
      database.exec(OF_THIS_COMPUTER)
    })
    sealCopyOf(copy, key, sealed, ownKey)
    const bytes = new Uint8Array(readFileSync(sealed))
    return { id: sha256(bytes), sizeBytes: bytes.byteLength, key: Buffer.from(ownKey).toString('base64url'), bytes }
  } catch (error) {
    throw databaseErrorFrom(error)
  } finally {
    removeScratch(folder)
  }
}

/**
 * Such a desk under the key of this one, at `target`, in today's shape. Throws `database`: `newer-version`, or `corrupt` for anything that
 * no desk of ours wrote: a trigger more is a program that somebody else wrote.
 */
export function placeWholeDesk(
  { bytes, key }: { bytes: Uint8Array; key: string },
  { folder, target, deskKey }: { folder: string; target: string; deskKey: Uint8Array },
): void {
  removeScratch(folder, ['in', 'sealed'])
  const path = scratchIn(folder, 'in')
  const ownKey = new Uint8Array(Buffer.from(key, 'base64url'))
  try {
    writeFileSync(path, bytes, { mode: 0o600 })
    withDatabase(path, ownKey, assertOurs)
    sealCopyOf(path, ownKey, target, deskKey)
    withDatabase(target, deskKey, migrateWithoutBackup)
    assertWhole(target, deskKey)
  } catch (error) {
    rmSync(target, { force: true })
    throw databaseErrorFrom(error)
  } finally {
    removeScratch(folder, ['in', 'sealed'])
  }
}

/** The file that it came in is the backup. */
function migrateWithoutBackup(database: Database.Database): void {
  const version = database.pragma('user_version', { simple: true }) as number
  database.transaction(() => {
    for (const sql of migrations.slice(version)) database.exec(sql)
    database.pragma(`user_version = ${migrations.length}`)
  })()
}

function assertOurs(database: Database.Database): void {
  database.pragma('trusted_schema = OFF')
  refuseForeignFile(database, migrations.length)
  const version = database.pragma('user_version', { simple: true }) as number
  const like = new Database(':memory:')
  try {
    like.exec(migrations.slice(0, version).join('\n'))
    if (version < 1 || shapeOf(like) !== shapeOf(database)) throw new AppError({ kind: 'database', reason: 'corrupt' })
  } finally {
    like.close()
  }
}

const shapeOf = (database: Database.Database): string =>
  JSON.stringify(
    database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name').all(),
  )
