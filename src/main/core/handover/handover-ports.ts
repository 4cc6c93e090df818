import type { HandedFile, HandedPart, HandoverManifest } from '../../../shared/contract/handover-input.ts'
import type { MediaService } from '../../../shared/contract/services.ts'
import type { PostId } from '../../../shared/domain/ids.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { PreparedFiles } from '../interchange/prepared-files.ts'
import type { MediaFiles } from '../media/media-files.ts'
import type { PictureFiles } from '../media/picture-files.ts'
import type { Clock, Log, Random, SecretStore } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { Store } from '../store/open-store.ts'
import type { FileSeal } from '../vault/sealed-files.ts'

export interface HandoverPorts {
  store: Store
  desk: Desk
  /** Where the database lies. */
  folder: string
  backupsFolder: string
  key: Uint8Array | null
  files: MediaFiles
  pictureFiles: PictureFiles
  media: MediaService
  prepared: PreparedFiles
  secrets: SecretStore
  flushEdits: (postId: PostId) => void
  clock: Clock
  random: Random
  log: Log
  feed: ChangeFeed
  practiceFolder: string
  fileSeal: FileSeal
}

/** A file that was read to its end and proved. */
export interface HeldHandover {
  manifest: HandoverManifest
  documents: HandedPart[]
  signedBy: string
  files: { file: HandedFile; bytes: Uint8Array }[]
  database: Uint8Array | null
}
