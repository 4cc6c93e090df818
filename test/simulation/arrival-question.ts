import { isOpen } from './desk-records.ts'
import type { Device } from './device.ts'

/** So long without a word from the blog, and the person is asked before what waited goes. */
const AWAY_MS = 5 * 60_000

/**
 * The blog has answered a request that left at that time. After a silence whatever waits by then needs the person's word; what
 * they keep here does not, because it goes only when they say so.
 */
export function noteAnswer({ memory, asksOnArrival, wasClockSet, passedMs }: Device, leftMs: number): void {
  const wasAway = memory.lastAnswerMs !== null && leftMs - memory.lastAnswerMs > AWAY_MS
  memory.lastAnswerMs = passedMs
  if (!wasAway || !asksOnArrival || wasClockSet) return
  for (const entry of memory.entries.values())
    if (isOpen(entry) && !memory.kept.has(entry.id)) memory.asked.add(entry.id)
}
