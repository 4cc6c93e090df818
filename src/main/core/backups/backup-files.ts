import { type Dirent, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '../../../shared/domain/backup.ts'
import { utcIso } from '../../../shared/domain/ids.ts'
import { AppError, isAppError } from '../../../shared/errors.ts'
import { fileErrorFrom } from '../file-error.ts'
import { databaseErrorFrom } from '../store/database-error.ts'
import { backupsToKeep } from './backup-schedule.ts'

/** Whole copies of the database in a folder, each named by its time, under the same key as the desk. */
export interface BackupFiles {
  /** Newest first; none where there is no such folder. Throws `database` `read-only` for one that cannot be looked into. */
  list(): Backup[]
  pathOf(id: string): string
  /** A name that none has yet, for one that is put there by somebody else than `make`. */
  freeId(now: Date): string
  /**
   * `copy` puts a whole copy of the desk where it is told, as `copyDesk` does; only then it gets its name. One at a time.
   * Rejects with `database`: `full`, or `corrupt` where the desk itself cannot be read to its end.
   */
  make(copy: (into: string) => Promise<void>, now: Date): Promise<Backup>
  /** What is no longer needed goes. */
  thin(now: Date): void
}

/** What an end of the program left half done. */
const UNFINISHED = /^desk-[\dTZ]+\.sqlite\.unfinished/
const NAME = /^desk-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.sqlite$/

const nameAt = (now: Date): string => `desk-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.sqlite`

function timeIn(name: string): number | null {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? []
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  // The forty-second of May is a name of somebody else.
  return Number.isNaN(time) ? null : time
}

export function createBackupFiles(folder: string): BackupFiles {
  const pathOf = (id: string): string => {
    if (timeIn(id) === null) throw new AppError({ kind: 'no-such-item', what: 'file' })
    return join(folder, id)
  }

  const list = (): Backup[] => {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
    // Links, pipes and folders of such a name are none of ours.
    return namesIn(folder)
      .flatMap((entry) => {
        const [id, time] = [entry.name, timeIn(entry.name)]
        const file = entry.isFile() && time !== null ? statSync(join(folder, id), { throwIfNoEntry: false }) : undefined
        return file ? [{ id, madeAt: utcIso(new Date(time ?? 0)), sizeBytes: file.size }] : []
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
    async make(copy, now) {
      const id = nameAt(now)
      const unfinished = join(folder, `${id}.unfinished`)
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        for (const name of readdirSync(folder)) if (UNFINISHED.test(name)) rmSync(join(folder, name), { force: true })
        await copy(unfinished)
        renameSync(unfinished, join(folder, id))
      } catch (error) {
        if (existsSync(unfinished)) rmSync(unfinished)
        throw asFolderError(error)
      }
      return { id, madeAt: utcIso(now), sizeBytes: statSync(join(folder, id)).size }
    },
    thin(now) {
      const backups = list().map(({ id, madeAt }) => ({ id, time: Date.parse(madeAt) }))
      const kept = backupsToKeep(
        backups.map(({ time }) => time),
        now.getTime(),
      )
      for (const { id, time } of backups) if (!kept.has(time)) rmSync(join(folder, id), { force: true })
    },
  }
}

function namesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw asFolderError(error)
  }
}

/** Something else in the place of the folder, or one that nobody may open, takes no backup either. */
function asFolderError(error: unknown): unknown {
  const known = fileErrorFrom(error)
  const isOfFiles = !isAppError(known) && error instanceof Error && 'syscall' in error
  return isOfFiles ? new AppError({ kind: 'database', reason: 'read-only' }, { cause: error }) : known
}

/** A backup that cannot be read says nothing of the desk beside it, which would be mended for it. */
export function asBackupError(error: unknown): unknown {
  const fault = databaseErrorFrom(error)
  const isUnreadable =
    isAppError(fault) && fault.data.kind === 'database' && ['corrupt', 'not-a-database'].includes(fault.data.reason)
  return isUnreadable ? new AppError({ kind: 'damaged-file', what: 'backup' }, { cause: error }) : fault
}
