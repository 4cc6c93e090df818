import type { PostId, UtcIso } from './ids.ts'

/** A copy of everything on the desk but its pictures, which are files of their own. `id`: its name. */
export interface Backup {
  id: string
  madeAt: UtcIso
  sizeBytes: number
}

/** What a post is here, and in a backup. `gone`: only in the backup; `new`: only here. */
export interface PostDifference {
  postId: PostId
  blogName: string
  title: string
  is: 'gone' | 'new' | 'different'
  /** When its words were last changed, here and there. */
  editedHereAt: UtcIso | null
  editedThereAt: UtcIso | null
}

export interface BackupDifferences {
  backup: Backup
  /** The newest first. */
  posts: PostDifference[]
  /** Lines of the outbox that wait here, and there. */
  waitingHere: number
  waitingThere: number
}

/** What was done about a damaged file when the desk opened. */
export interface Recovery {
  at: UtcIso
  /** null: none was whole, and what could be read was taken from the damaged file alone. */
  backupMadeAt: UtcIso | null
  /** Rows newer than the backup that were read from the damaged file. */
  salvagedRows: number
  /** Parts of the desk of which some could not be read from it; what the backup had of them is there. */
  damagedParts: string[]
  /** Where the damaged file was put. */
  asideFolder: string
}
