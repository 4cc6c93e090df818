import type { PolicyReading } from '../../../shared/domain/policy.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock, Log } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { takePolicy } from './policy-in-force.ts'
import { readable } from './read-policy.ts'

/** A laptop is put to sleep rather than shut down; a quiet date that is set in the morning is known by noon. */
const LOOK_AGAIN_MS = 10 * 60_000

/** Takes the machine's policy again from time to time, from `start` on. It was taken when the desk was opened, before anything could act. */
export function followPolicy(ports: {
  desk: Desk
  clock: Clock
  feed: ChangeFeed
  log: Log
  read: () => PolicyReading
}): { start(): void; close(): void } {
  const { desk, clock, feed, log, read } = ports
  let cancelTimer = (): unknown => undefined

  const lookLater = (): void => {
    cancelTimer = clock.after(LOOK_AGAIN_MS, () => {
      if (takePolicy(desk, readable(read()), log)) {
        feed.emit({ topic: 'settings' })
        feed.emit({ topic: 'checks' })
        for (const { id: blogId } of desk.blogs.listBlogs()) feed.emit({ topic: 'line', blogId })
      }
      lookLater()
    })
  }
  return { start: lookLater, close: () => void cancelTimer() }
}
