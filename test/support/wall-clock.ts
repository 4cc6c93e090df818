import type { Clock } from '../../src/main/core/ports.ts'

/** The real time, for tests against something that runs on it. */
export const wallClock: Clock = {
  now: () => new Date(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}
