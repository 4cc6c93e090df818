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
  /** The desk cannot be read to its end. */
  onDamage: () => void
}

/**
 * A backup each half hour in which something was written, made while nothing is: copying stands in the way of a save. What the disk has no room
 * for is told, and tried again.
 */
export function createBackupsService(ports: BackupPorts): BackupsService & { start(): void; close(): void } {
  const { store, desk, clock, log, feed } = ports
  const files = createBackupFiles(ports.folder, ports.key)
  let fault: AppErrorData | null = null
  // Of what was written before this start nobody knows whether it is in a backup.
  let savedChanges = -1
  let seenChanges = -1
  let cancel: (() => void) | null = null

  function make() {
    try {
      const backup = files.make(store.database, clock.now())
      files.thin(clock.now())
      fault = null
      savedChanges = store.writtenCount()
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
    try {
      if (isDue && isPause) make()
    } catch {
      // Told by `list`, and tried again.
    }
  }

  return {
    list() {
      const backups = listed()
      return { backups, fault, isOverdue: fault !== null && ageOfNewestMs() > OVERDUE_AFTER_MS }
    },
    makeNow: () => make(),
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
    close: () => cancel?.(),
  }
}
