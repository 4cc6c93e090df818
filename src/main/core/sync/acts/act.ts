import type { PostId } from '../../../../shared/domain/ids.ts'
import type { EntryKind, Receipt } from '../../../../shared/domain/outbox-entry.ts'
import type { PostsApi } from '../../blog-api/blog-api.ts'
import type { MediaFiles } from '../../media/media-files.ts'
import type { PictureFiles } from '../../media/picture-files.ts'
import type { Clock, Random } from '../../ports.ts'
import type { StoredBlog } from '../../store/blog-repository.ts'
import type { Desk } from '../../store/desk.ts'
import type { StoredEntryOf } from '../../store/outbox-repository.ts'

/** What an act may use while it talks to the blog. */
export interface ActTools {
  /** To posts or to pages, as the entry's own is one. */
  api: PostsApi
  desk: Desk
  blog: StoredBlog
  files: MediaFiles
  pictureFiles: PictureFiles
  clock: Clock
  /** The moment by the blog's own clock. */
  blogNow(): Date
  random: Random
  /** Commits what is typed and not yet on the disk. */
  flushEdits(postId: PostId): void
  /** Every request that changes the blog goes through here: if it ends unclear, the entry is looked up before anything is repeated. */
  write<Answer>(request: () => Promise<Answer>): Promise<Answer>
  /** Notes that the blog holds exactly this content as a draft. */
  markStaged(): void
  /** Back under way, before the flip. */
  markSending(): void
}

/** What remains to be written down, in one transaction with the entry's `done`. */
export interface Completion {
  receipt: Receipt
  store(): void
}

export type LookUp =
  /** It is there, or as far as it got; `perform` goes on from what the blog holds. */
  | { isThere: true; remoteId: number | null }
  /** Not there; a late request may still bring it until `quarantineMs` after it was sent. */
  | { isThere: false; quarantineMs: number }

/**
 * One kind of thing that leaves the laptop. `perform` may be called any number of times for the same entry and each time
 * goes on from what the blog holds; `lookUp` only reads.
 */
export interface Act<Kind extends EntryKind> {
  lookUp(entry: StoredEntryOf<Kind>, tools: ActTools): Promise<LookUp>
  perform(entry: StoredEntryOf<Kind>, tools: ActTools): Promise<Completion>
}

/** Nothing of this entry can be on the blog yet. From the second attempt on `perform` looks before it makes anything. */
export const isFirstAttempt = ({ attempts }: Pick<StoredEntryOf<EntryKind>, 'attempts'>): boolean => attempts <= 1
