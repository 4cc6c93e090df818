import type { Clock } from '../../core/ports.ts'

export interface IdleWatch {
  /** Call what it returns when that window is gone. */
  windowOpened(): () => void
}

const IDLE_MS = 30 * 60_000
const BUSY_AGAIN_MS = 60_000

/**
 * Calls `onIdle` once, when no window was open for 30 minutes and `isBusy` says no: a host that was forgotten does not stay
 * a door into the desk. A window that comes back in between begins the time anew.
 */
export function watchForIdleness(ports: {
  clock: Pick<Clock, 'after'>
  isBusy: () => Promise<boolean>
  onIdle: () => void
}): IdleWatch {
  const { clock, isBusy, onIdle } = ports
  let openCount = 0
  /** Grows with each window that comes, so that an answer about the time before it is not acted on. */
  let visits = 0
  let cancel = lookAfter(IDLE_MS)

  function lookAfter(delayMs: number): () => void {
    return clock.after(delayMs, () => void look())
  }

  async function look(): Promise<void> {
    const visitsBefore = visits
    const isStillBusy = await isBusy()
    if (visits !== visitsBefore) return
    if (isStillBusy) cancel = lookAfter(BUSY_AGAIN_MS)
    else onIdle()
  }

  return {
    windowOpened() {
      cancel()
      openCount += 1
      visits += 1
      let isGone = false
      return () => {
        if (isGone) return
        isGone = true
        openCount -= 1
        if (openCount === 0) cancel = lookAfter(IDLE_MS)
      }
    },
  }
}
