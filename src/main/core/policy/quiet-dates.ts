import type { UtcIso } from '../../../shared/domain/ids.ts'
import type { Policy, QuietDate } from '../../../shared/domain/policy.ts'
import type { StoredEntry } from '../store/outbox-repository.ts'

/** Of those that hold now the one that holds longest; null when none does. An urgent exception only where all of them allow it. */
export function quietAt({ quietDates = [] }: Policy, now: UtcIso): QuietDate | null {
  const holding = quietDates.filter(({ from, until }) => from <= now && (until === null || now < until))
  const [longest] = holding.toSorted((one, other) => endOf(other).localeCompare(endOf(one)))
  return longest ? { ...longest, allowsUrgent: holding.every(({ allowsUrgent }) => allowsUrgent) } : null
}

/** The end of the last one that was over between the two moments; null when none was. */
export function quietEndedBetween({ quietDates = [] }: Policy, since: UtcIso | null, now: UtcIso): UtcIso | null {
  const ends = quietDates.flatMap(({ until }) =>
    until !== null && until <= now && (since === null || until > since) ? [until] : [],
  )
  return ends.toSorted().at(-1) ?? null
}

const endOf = ({ until }: QuietDate): string => until ?? '~'

/**
 * Whether readers would see what an entry does. Not: what is said among colleagues, what takes something away from readers or puts
 * back what they saw before, and pictures on their own, which wait with their post.
 */
export function isSeenByReaders(entry: StoredEntry): boolean {
  switch (entry.kind) {
    case 'publish-post':
    case 'update-post':
      return entry.payload.as !== 'pending' && entry.payload.putsRight === undefined
    case 'reschedule-post':
      return entry.payload.to.as !== 'draft'
    case 'send-reply':
    case 'upload-picture':
      return true
    case 'moderate-comment':
      return entry.payload.to === 'approved'
    case 'send-review':
      return false
  }
}
