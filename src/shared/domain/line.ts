import type { AppErrorData } from '../errors.ts'
import type { BlogId, EntryId, UtcIso } from './ids.ts'

/**
 * The state of the line to one blog. `open` only after a signed-in JSON answer from the blog itself;
 * a network that is merely there is not a line.
 */
export interface Line {
  blogId: BlogId
  state: 'checking' | 'open' | 'closed'
  /** Why it is closed. */
  reason: AppErrorData | null
  checkedAt: UtcIso | null
  isSyncing: boolean
  /** During a pull: how much is down already. Totals are what the blog claims, null when unknown. */
  progress: { what: 'posts' | 'pages' | 'comments' | 'terms'; doneCount: number; totalCount: number | null } | null
  /** It is paid for by what comes over it: nothing comes unasked but a round in ten minutes. */
  isCostly: boolean
  /** The person stopped bringing down; sending goes on. It stays so over a restart, and goes on where it was. */
  isPaused: boolean
  /** So many posts are missing on the blog that nothing is taken away here before `line.confirmVanished`. */
  vanished: { count: number; ofCount: number } | null
  /** What waited when the line came back after a while: nothing of it leaves before `line.letGo`. null when nothing is asked. */
  arrival: { entryIds: EntryId[] } | null
  /** The organisation’s policy holds what readers would see, until then; `until` null: until its policy can be read. */
  quiet: { until: UtcIso | null; why: string; allowsUrgent: boolean } | null
  /** The blog asked to be left alone: nothing of the outbox goes before this time. */
  pausedUntil: UtcIso | null
  /** How much of the request under way the network has taken; the blog has not necessarily read it. */
  sending: { entryId: EntryId; sentBytes: number; totalBytes: number } | null
  /** How far the blog's clock is ahead of this laptop's, as last measured; 0 until then. */
  clockOffsetMs: number
  waitingCount: number
  /** Of these, what the person keeps here. */
  keptCount: number
  needsYouCount: number
  lastSyncedAt: UtcIso | null
}
