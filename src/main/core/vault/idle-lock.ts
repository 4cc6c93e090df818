import type { Clock } from '../ports.ts'

/** Locks a desk at which nobody has been for so long. */
export interface IdleLock {
  /** `afterMs` is asked each time, for a person may change it; null: never. */
  watch(afterMs: () => number | null): void
  /** Too late is too late: whoever moves the pointer of a laptop that was shut for hours finds the desk locked. */
  noteActivity(): void
  stop(): void
}

/** Looked at so often at most; a desk locks by so much late at worst. */
const LOOKED_AT_EVERY_MS = 60_000

/** The desk's own clock stands still while the laptop sleeps, the one on its wall does not: whichever says more counts. */
export function createIdleLock(clock: Clock, onIdle: () => void): IdleLock {
  const now = () => ({ elapsedMs: clock.elapsedMs(), wallMs: clock.now().getTime() })
  let last = now()
  let cancel: (() => void) | null = null
  let askLimit: (() => number | null) | null = null
  let limitMs: number | null = null

  function leftMs(): number {
    try {
      limitMs = askLimit?.() ?? null
    } catch {
      // A desk that cannot be read now keeps the time it had.
    }
    const { elapsedMs, wallMs } = now()
    return limitMs === null ? Infinity : limitMs - Math.max(elapsedMs - last.elapsedMs, wallMs - last.wallMs)
  }

  function stop(): void {
    cancel?.()
    cancel = null
    askLimit = null
  }

  function look(): void {
    const left = leftMs()
    if (left > 0) cancel = clock.after(Math.min(left, LOOKED_AT_EVERY_MS), look)
    else {
      stop()
      onIdle()
    }
  }

  return {
    watch(afterMs) {
      stop()
      askLimit = afterMs
      last = now()
      look()
    },
    noteActivity() {
      if (askLimit === null) return
      if (leftMs() > 0) {
        last = now()
        return
      }
      stop()
      onIdle()
    },
    stop,
  }
}
