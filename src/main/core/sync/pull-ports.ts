import type { PostId } from '../../../shared/domain/ids.ts'
import type { Line } from '../../../shared/domain/line.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'

export interface PullPorts {
  desk: Desk
  clock: Clock
  random: Random
  /** Commits what the person typed into this post before the blog's text is compared with it. */
  flushEdits: (postId: PostId) => void
  /** After the commit that changed a post the desk had: a window in which it is open must not go on from the old text. */
  onPostChanged: (postId: PostId) => void
  onProgress: (progress: NonNullable<Line['progress']>) => void
  /** False once the person stopped the pull, or something waits to be sent: it ends after the rows in hand and goes on later. */
  mayGoOn: () => boolean
}

/** Lets saves and calls of the window go first. */
export const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
