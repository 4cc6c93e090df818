import type { AppErrorData } from '../errors.ts'
import type { BlogId, UtcIso } from './ids.ts'

/** One line of the check before a trip. `isReady` is green; else amber, and the words say what to do. */
export type BoardingLine = { isReady: boolean } & (
  | {
      what: 'account'
      /** When the blog last answered this account. */
      seenAt: UtcIso | null
      /** Why the line is closed now; null while it is open or nobody has looked. */
      reason: AppErrorData | null
      /** `session`: asked for again after a restart, for which there may be no line. */
      password: 'kept' | 'missing'
    }
  | { what: 'posts'; count: number; sizeBytes: number; wholeAt: UtcIso | null; vanishedCount: number }
  | { what: 'comments'; count: number; wholeAt: UtcIso | null }
  | {
      what: 'pictures'
      hereCount: number
      hereBytes: number
      /** On the blog and not here yet; their size is a guess before the blog was asked. */
      toBringCount: number
      toBringBytes: number
      /** The blog itself has no such picture, or it is none, or far too large. */
      lostCount: number
      /** On other sites: nothing is fetched there. */
      elsewhereCount: number
    }
  | { what: 'outbox'; waitingCount: number; needsYouCount: number; sizeBytes: number }
  | { what: 'conflicts'; count: number }
)

/** What bringing down is at, of one blog. In `texts` the line's own progress says how far; in `asking` it waits for a person's yes, because the line costs. */
export interface BoardingRun {
  step: 'texts' | 'asking' | 'pictures'
  doneCount: number
  totalCount: number
  doneBytes: number
  totalBytes: number
}

/** How bringing down a blog ended last, since the start of the program. */
export interface BoardingEnd {
  at: UtcIso
  /** What could not be had; the next time tries again. */
  failedCount: number
  /** Why it ended before the end: `person` stopped it. */
  stoppedBy: AppErrorData | 'person' | null
}

export interface BoardingBlog {
  blogId: BlogId
  name: string
  isReady: boolean
  lines: BoardingLine[]
  run: BoardingRun | null
  end: BoardingEnd | null
}

/** How ready this laptop is to do without a line. */
export interface BoardingCheck {
  checkedAt: UtcIso
  isReady: boolean
  isRunning: boolean
  /** Every blog that is signed in. */
  blogs: BoardingBlog[]
  disk: { isReady: boolean; freeBytes: number }
}
