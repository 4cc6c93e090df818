import type { Clock } from '../../src/main/core/ports.ts'

/** A clock that stands still until a test moves it; timers run in the order of their time. */
export interface ManualClock extends Clock {
  advance(ms: number): void
  /** Puts the hands forward or back: no time passes. */
  turn(ms: number): void
}

export function createManualClock(startIso = '2026-11-21T07:02:00.000Z'): ManualClock {
  const startMs = Date.parse(startIso)
  let nowMs = startMs
  let turnedMs = 0
  const timers = new Set<{ atMs: number; callback: () => void }>()
  return {
    now: () => new Date(nowMs + turnedMs),
    elapsedMs: () => nowMs - startMs,
    after(delayMs, callback) {
      const timer = { atMs: nowMs + delayMs, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    turn(ms) {
      turnedMs += ms
    },
    advance(ms) {
      const endMs = nowMs + ms
      for (;;) {
        const [next] = [...timers].filter(({ atMs }) => atMs <= endMs).toSorted((a, b) => a.atMs - b.atMs)
        if (!next) break
        timers.delete(next)
        nowMs = Math.max(nowMs, next.atMs)
        next.callback()
      }
      nowMs = endMs
    },
  }
}
