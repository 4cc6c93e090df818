import { isOpen, isPostEntry, type EntryRecord } from './desk-records.ts'
import type { Device } from './device.ts'
import { Violation } from './violation.ts'

/**
 * What builds on one another goes in the order in which the outbox shows it: the versions of a post, the answers under it,
 * its times; and an answer that tells of a correction behind that. Judged as an entry ends, against those the person saw ahead of it; call before the entries are noted anew.
 */
export function lanesKeepTheirOrder({ name, memory, life }: Device): void {
  const now = life?.records.entries() ?? []
  const known = now.filter(({ id }) => memory.entries.has(id))
  for (const entry of known) {
    if (entry.state !== 'done' || memory.entries.get(entry.id)?.state === 'done') continue
    const ahead = known.find((other) => isOpen(other) && laneOf(other) === laneOf(entry) && isAhead(other, entry))
    const before = now.filter(({ id }) => entry.waitsFor.includes(id))
    const open = before.find(isOpen)
    if (open) throw new Violation('broken', 'lanes', `${name}: ${entry.kind} ${entry.id} did not wait for ${open.id}`)
    const taken = before.find(({ state }) => state === 'cancelled')
    if (taken && entry.kind === 'send-reply' && !memory.hurried.has(entry.id))
      throw new Violation(
        'unsolicited',
        'I5',
        `${name}: an answer tells of a correction, ${taken.id}, that was taken back`,
      )
    if (ahead)
      throw new Violation('broken', 'lanes', `${name}: ${entry.kind} ${entry.id} overtook ${ahead.id}, ${ahead.state}`)
  }
}

/** Pictures build on nothing. */
const laneOf = (entry: EntryRecord): string => {
  if (isPostEntry(entry)) return `words of ${entry.postId}`
  return entry.kind === 'upload-picture' ? `picture ${entry.id}` : `${entry.kind} ${entry.postId}`
}

const isAhead = (one: EntryRecord, other: EntryRecord): boolean =>
  one.position === other.position ? one.sequence < other.sequence : one.position < other.position
