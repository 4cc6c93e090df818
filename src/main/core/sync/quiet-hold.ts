import { utcIso, type BlogId, type EntryId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { Line } from '../../../shared/domain/line.ts'
import type { QuietDate } from '../../../shared/domain/policy.ts'
import { blogNow } from '../blogs/blog-clock.ts'
import { isKept } from '../outbox/entry-states.ts'
import { leavesWith } from '../outbox/sending-order.ts'
import { policyInForce } from '../policy/policy-in-force.ts'
import { isSeenByReaders, quietAt, quietEndedBetween } from '../policy/quiet-dates.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedEntry } from '../store/outbox-repository.ts'

const EXCEPTIONS = 'quietExceptions'
const LOOKED_AT = 'quietLookedAt'

/**
 * On a quiet date nothing that readers would see leaves, and what waited goes afterwards only when a person says so: it is asked about as what waited
 * without a line is (arrivals.ts). The moment is the blog's own clock's.
 */
export interface QuietHold {
  /** Asks about what a quiet date holds, or held until it was over. Returns whether there is a new question. */
  look(blogId: BlogId): boolean
  isHeld(entry: ListedEntry): boolean
  find(blogId: BlogId): Line['quiet']
}

export function createQuietHold({ desk, clock }: { desk: Desk; clock: Clock }): QuietHold {
  const nowOn = (blogId: BlogId): UtcIso => utcIso(blogNow({ desk, clock }, blogId))
  const quietOn = (blogId: BlogId): QuietDate | null => quietAt(policyInForce(desk), nowOn(blogId))
  const holds = ({ id, kind, blogId }: ListedEntry): boolean => {
    // Of another quiet date it was no exception.
    if (quietOn(blogId)?.allowsUrgent !== false && exceptionsOf(desk).has(id)) return false
    if (kind !== 'upload-picture') return isSeenByReaders(desk.outbox.getEntry(id))
    const needing = desk.outbox.listOpen(blogId).filter(({ waitsFor }) => waitsFor.includes(id))
    return needing.length === 0 || needing.some(holds)
  }
  const ask = (blogId: BlogId, entries: ListedEntry[]): boolean => {
    const asked = desk.arrivals.listAsked(blogId)
    const news = entries.flatMap((entry) => (isKept(entry) || asked.has(entry.id) || !holds(entry) ? [] : [entry.id]))
    desk.arrivals.ask(blogId, news, utcIso(clock.now()))
    return news.length > 0
  }
  /** Over without this desk having looked: it was shut, or had no line. */
  const askOfEnded = (blogId: BlogId, now: UtcIso): boolean => {
    const lookedAt = desk.settings.find(LOOKED_AT) as Record<string, UtcIso> | null
    const ended = quietEndedBetween(policyInForce(desk), lookedAt?.[blogId] ?? null, now)
    if (ended === null) return false
    desk.settings.put(LOOKED_AT, { ...lookedAt, [blogId]: now })
    return ask(
      blogId,
      desk.outbox.listOpen(blogId).filter(({ createdAt }) => createdAt < ended),
    )
  }

  return {
    look: (blogId) =>
      desk.transaction(() => {
        const isAsked = askOfEnded(blogId, nowOn(blogId))
        return (quietOn(blogId) !== null && ask(blogId, desk.outbox.listOpen(blogId))) || isAsked
      }),
    isHeld: (entry) => quietOn(entry.blogId) !== null && holds(entry),
    find(blogId) {
      const quiet = quietOn(blogId)
      return quiet && { until: quiet.until, why: quiet.why, allowsUrgent: quiet.allowsUrgent }
    },
  }
}

const exceptionsOf = (desk: Desk): Set<EntryId> => new Set(desk.settings.find(EXCEPTIONS) as EntryId[] | null)

/** The person sends this one all the same, with what it cannot go without. Call inside a transaction, and only where `allowsUrgent`. */
export function exceptFromQuiet(desk: Desk, entry: ListedEntry): void {
  const open = new Set(desk.outbox.listOpen(entry.blogId).map(({ id }) => id))
  const stillOpen = [...exceptionsOf(desk)].filter((id) => open.has(id))
  desk.settings.put(EXCEPTIONS, [...new Set([...stillOpen, entry.id, ...leavesWith(entry)])])
}
