import type { Clock } from '../ports.ts'

/** Locks a desk at which nobody has been for so long. */
export interface IdleLock {
  /** `afterMs` is asked each time, for a person may change it; null: never. */
  watch(afterMs: () => number | null): void
  noteActivity(): void
  stop(): void
}

/** Looked at so often at most; a desk locks by so much late at worst. */
const LOOKED_AT_EVERY_MS = 60_000

export function createIdleLock(clock: Clock, onIdle: () => void): IdleLock {
  let lastActivityMs = clock.elapsedMs()
  let cancel: (() => void) | null = null

  function look(afterMs: () => number | null): void {
    const limitMs = afterMs()
    const leftMs = limitMs === null ? LOOKED_AT_EVERY_MS : lastActivityMs + limitMs - clock.elapsedMs()
    if (leftMs <= 0) {
      cancel = null
      onIdle()
      return
    }
    cancel = clock.after(Math.min(leftMs, LOOKED_AT_EVERY_MS), () => look(afterMs))
  }

  return {
    watch(afterMs) {
      cancel?.()
      lastActivityMs = clock.elapsedMs()
      look(afterMs)
    },
    noteActivity() {
      lastActivityMs = clock.elapsedMs()
    },
    stop() {
      cancel?.()
      cancel = null
    },
  }
}
