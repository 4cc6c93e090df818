import { rmSync } from 'node:fs'
import type { BackupsService } from '../../../shared/contract/backup-services.ts'
import type { AppErrorData } from '../../../shared/errors.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { Backup, Recovery } from '../../../shared/domain/backup.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock, Log } from '../ports.ts'
import { databaseErrorFrom } from '../store/database-error.ts'
import type { Desk } from '../store/desk.ts'
import type { Store } from '../store/open-store.ts'
import { createBackupFiles } from './backup-files.ts'
import { copyDesk } from './copy-desk.ts'
import type { CopyDeskBeside } from './desk-copier.ts'
import { BACKUP_EVERY_MS } from './backup-schedule.ts'
import { RECOVERY_KEY } from './recover-desk.ts'
import { whatDiffers } from './what-differs.ts'

const LOOK_EVERY_MS = 5 * 60_000
/** While somebody types or a pull goes on, for the pause in which a backup stands in nobody's way. */
const LOOK_FOR_PAUSE_MS = 60_000
/** More rows from one look to the next are no pause. */
const QUIET_CHANGES = 20
/** So long a disk may have no room before somebody is told who did not ask. */
const OVERDUE_AFTER_MS = 24 * 60 * 60_000

const faultOf = (error: unknown): AppErrorData =>
  isAppError(error) ? error.data : { kind: 'database', reason: 'full' }

interface BackupPorts {
  store: Store
  desk: Desk
  folder: string
  key: Uint8Array | null
  clock: Clock
  log: Log
  feed: ChangeFeed
  /** Copies the desk in a thread of its own; the writer copies it itself unless told. */
  copyBeside: CopyDeskBeside | null
  /** The desk cannot be read to its end. */
  onDamage: () => void
}

/**
 * A backup each half hour in which something was written, made in a pause of writing: a large desk takes seconds of a processor and of the disk. What
 * the disk has no room for is told, and tried again.
 */
export function createBackupsService(ports: BackupPorts): BackupsService & { start(): void; close(): Promise<void> } {
  const { store, desk, clock, log, feed } = ports
  const files = createBackupFiles(ports.folder)
  /** Under way; one at a time. */
  let making: { written: number; backup: Promise<Backup> } | null = null
  let isClosed = false
  let fault: AppErrorData | null = null
  // Of what was written before this start nobody knows whether it is in a backup.
  let savedChanges = -1
  let seenChanges = -1
  let cancel: (() => void) | null = null

  async function copy(into: string): Promise<void> {
    if (await ports.copyBeside?.(into)) return
    rmSync(into, { force: true })
    copyDesk(store.database, into, ports.key)
  }

  /** The one under way if it holds all that is written by now, else another after it. */
  async function make(): Promise<Backup> {
    const before = making
    if (before?.written === store.writtenCount()) return before.backup
    if (before) {
      await before.backup.catch(() => undefined)
      return make()
    }
    // What is written from here on is not in it.
    const written = store.writtenCount()
    const backup = makeOne(written).finally(() => (making = null))
    making = { written, backup }
    return backup
  }

  async function makeOne(written: number): Promise<Backup> {
    if (isClosed) throw new Error('a backup of a closed desk')
    try {
      const backup = await files.make(copy, clock.now())
      files.thin(clock.now())
      fault = null
      savedChanges = written
      return backup
    } catch (error) {
      const known = databaseErrorFrom(error)
      fault = faultOf(known)
      log.error('backup.failed', { kind: fault.kind, reason: fault.kind === 'database' ? fault.reason : null })
      if (fault.kind === 'database' && fault.reason === 'corrupt') ports.onDamage()
      throw known
    } finally {
      feed.emit({ topic: 'backups' })
    }
  }

  /** A folder that cannot be looked into holds none, as far as anybody knows. */
  function listed(): Backup[] {
    try {
      return files.list()
    } catch (error) {
      fault = faultOf(error)
      return []
    }
  }

  /** One of a time to come was made while the clock was wrong, and says nothing. */
  function ageOfNewestMs(): number {
    const now = clock.now().getTime()
    const newest = listed().find(({ madeAt }) => Date.parse(madeAt) <= now)
    return newest ? now - Date.parse(newest.madeAt) : Infinity
  }

  function look(): void {
    const now = store.writtenCount()
    const isPause = now - seenChanges < QUIET_CHANGES
    // Before the half hour is over, not up to a look after it.
    const isDue = now !== savedChanges && ageOfNewestMs() > BACKUP_EVERY_MS - LOOK_EVERY_MS
    seenChanges = now
    cancel = clock.after(isDue && !isPause ? LOOK_FOR_PAUSE_MS : LOOK_EVERY_MS, look)
    // What fails is told by `list`, and tried again.
    if (isDue && isPause) make().catch(() => undefined)
  }

  return {
    list() {
      const backups = listed()
      return { backups, fault, isOverdue: fault !== null && ageOfNewestMs() > OVERDUE_AFTER_MS }
    },
    makeNow: make,
    compare: ({ id }) => whatDiffers(store.database, files, id, ports.key),
    recovery: () => desk.settings.find(RECOVERY_KEY) as Recovery | null,
    noteRecoveryRead() {
      desk.settings.put(RECOVERY_KEY, null)
      feed.emit({ topic: 'backups' })
    },
    // Not at once: a desk that opens has a list to show and a round to play.
    start() {
      seenChanges = store.writtenCount()
      cancel = clock.after(LOOK_EVERY_MS, look)
    },
    // The file of a desk that is closed may be moved, sealed anew or erased.
    async close() {
      isClosed = true
      cancel?.()
      await making?.backup.catch(() => undefined)
    },
  }
}
