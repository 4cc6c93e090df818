import Database from 'better-sqlite3'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '../../../shared/domain/backup.ts'
import { utcIso } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { fileErrorFrom } from '../file-error.ts'
import { APPLICATION_ID } from '../store/migrate.ts'
import { useKey } from '../store/use-key.ts'
import { backupsToKeep } from './backup-schedule.ts'

/** Whole copies of the database in a folder, each named by its time, under the same key as the desk. */
export interface BackupFiles {
  /** Newest first. */
  list(): Backup[]
  pathOf(id: string): string
  /** A name that none has yet, for one that is put there by somebody else than `make`. */
  freeId(now: Date): string
  /**
   * Blocks while it copies. Only what was opened and read to its last page gets its name. Throws `database`: `full`, or `corrupt` where the
   * desk itself cannot be read to its end.
   */
  make(database: Database.Database, now: Date): Backup
  /** What is no longer needed goes. */
  thin(): void
}

const NAME = /^desk-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.sqlite$/

const nameAt = (now: Date): string => `desk-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.sqlite`

function timeIn(name: string): number | null {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? []
  return year === undefined ? null : Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

export function createBackupFiles(folder: string, key: Uint8Array | null): BackupFiles {
  const pathOf = (id: string): string => {
    if (timeIn(id) === null) throw new AppError({ kind: 'no-such-item', what: 'file' })
    return join(folder, id)
  }

  const list = (): Backup[] => {
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .flatMap((id) => {
        const time = timeIn(id)
        return time === null ? [] : [{ id, madeAt: utcIso(new Date(time)), sizeBytes: statSync(join(folder, id)).size }]
      })
      .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  }

  return {
    list,
    pathOf,
    freeId(now) {
      let time = now.getTime()
      while (existsSync(join(folder, nameAt(new Date(time))))) time += 1000
      return nameAt(new Date(time))
    },
    make(database, now) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const id = nameAt(now)
      const unfinished = join(folder, `${id}.unfinished`)
      rmSync(unfinished, { force: true })
      try {
        database.prepare('VACUUM INTO ?').run(unfinished)
        assertWhole(unfinished, key)
        syncFile(unfinished)
        renameSync(unfinished, join(folder, id))
      } catch (error) {
        rmSync(unfinished, { force: true })
        throw fileErrorFrom(error)
      }
      return { id, madeAt: utcIso(now), sizeBytes: statSync(join(folder, id)).size }
    },
    thin() {
      const backups = list().map(({ id, madeAt }) => ({ id, time: Date.parse(madeAt) }))
      const kept = backupsToKeep(backups.map(({ time }) => time))
      for (const { id, time } of backups) if (!kept.has(time)) rmSync(join(folder, id), { force: true })
    },
  }
}

/** Opened with the key and read to its last page. Throws `database` `corrupt`. */
export function assertWhole(path: string, key: Uint8Array | null): void {
  const copy = new Database(path, { readonly: true })
  try {
    useKey(copy, key)
    const isOurs = copy.pragma('application_id', { simple: true }) === APPLICATION_ID
    if (!isOurs || copy.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new AppError({ kind: 'database', reason: 'corrupt' })
  } finally {
    copy.close()
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}
