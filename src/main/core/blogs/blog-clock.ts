import type { BlogId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'

/** An answer's `Date` header (RFC 9110) names a whole second that has begun. */
const GRAIN_MS = 1_000
const KEY = 'clockOffsetsMs'

export interface MeasuredOffset {
  /** How far the blog's clock is ahead of this laptop's; negative when it is behind. */
  offsetMs: number
  /** Half a round trip and half of the grain: it may be off by so much either way. */
  uncertaintyMs: number
}

/** From one signed-in answer: its own time, the laptop's clock when it was here, and how long the question took. */
export function measureOffset({
  answeredAt,
  receivedAt,
  roundTripMs,
}: {
  answeredAt: UtcIso
  receivedAt: Date
  roundTripMs: number
}): MeasuredOffset {
  const blogMs = Date.parse(answeredAt) + GRAIN_MS / 2
  return {
    offsetMs: Math.round(blogMs - (receivedAt.getTime() - roundTripMs / 2)),
    uncertaintyMs: (roundTripMs + GRAIN_MS) / 2,
  }
}

/** What is believed after a measurement: what was believed before, as long as the two do not contradict each other. */
export const believedOffset = (knownMs: number, { offsetMs, uncertaintyMs }: MeasuredOffset): number =>
  Math.abs(offsetMs - knownMs) <= uncertaintyMs ? knownMs : offsetMs

/** As last measured, also over a restart and without a line; 0 until then. */
export function clockOffsetMs(desk: Desk, blogId: BlogId): number {
  return (desk.settings.find(KEY) as Record<string, number> | null)?.[blogId] ?? 0
}

/** Keeps a measurement. Returns whether it is news. */
export function noteOffset(desk: Desk, blogId: BlogId, measured: MeasuredOffset): boolean {
  const knownMs = clockOffsetMs(desk, blogId)
  const believedMs = believedOffset(knownMs, measured)
  if (believedMs === knownMs) return false
  desk.settings.put(KEY, { ...(desk.settings.find(KEY) as Record<string, number> | null), [blogId]: believedMs })
  return true
}

/** The moment by the blog's own clock, which is what counts for what the blog does at a time. */
export const blogNow = ({ desk, clock }: { desk: Desk; clock: Clock }, blogId: BlogId): Date =>
  new Date(clock.now().getTime() + clockOffsetMs(desk, blogId))
