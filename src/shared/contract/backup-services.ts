import type { Backup, BackupDifferences, Recovery } from '../domain/backup.ts'
import type { AppErrorData } from '../errors.ts'

export interface BackupsService {
  /** Newest first. `fault`: why the last one could not be made. `isOverdue`: and none could for a day. */
  list(): { backups: Backup[]; fault: AppErrorData | null; isOverdue: boolean }
  /** Of all that is written by now. Rejects with `database`. */
  makeNow(): Promise<Backup>
  /** What is otherwise in a backup than here; nothing is changed. Throws `no-such-item`, `database`. */
  compare(options: { id: string }): BackupDifferences
  /** What was done when the desk was found damaged, until somebody has read it. */
  recovery(): Recovery | null
  noteRecoveryRead(): void
}
