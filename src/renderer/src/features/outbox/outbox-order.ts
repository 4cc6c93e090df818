import type { EntryId } from '../../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'

export interface Place {
  /** From 1, among what has a place: a picture goes directly before what shows it. */
  number: number
  ofCount: number
  /** What to move it before, null for last; absent at that end of the list. */
  up?: EntryId
  down?: EntryId | null
}

/** The place of each entry that waits, in the order in which the core lists them. */
export function placesOf(waiting: readonly OutboxEntry[]): Map<EntryId, Place> {
  const ids = waiting.filter(({ kind }) => kind !== 'upload-picture').map(({ id }) => id)
  return new Map(
    ids.map((id, index) => {
      const before = ids[index - 1]
      return [
        id,
        {
          number: index + 1,
          ofCount: ids.length,
          ...(before === undefined ? {} : { up: before }),
          ...(index + 1 < ids.length ? { down: ids[index + 2] ?? null } : {}),
        },
      ]
    }),
  )
}

/** Where something dropped on a line goes: before it from its upper half, behind it from the lower. */
export function dropPlace(
  waiting: readonly OutboxEntry[],
  onto: OutboxEntry,
  isUpperHalf: boolean,
): { before: EntryId | null } {
  const movable = waiting.filter(({ kind }) => kind !== 'upload-picture')
  const owner = onto.kind === 'upload-picture' ? movable.find(({ waitsFor }) => waitsFor.includes(onto.id)) : onto
  const index = owner ? movable.indexOf(owner) : -1
  if (index === -1) return { before: null }
  const isBefore = isUpperHalf || onto.kind === 'upload-picture'
  return { before: movable[isBefore ? index : index + 1]?.id ?? null }
}
