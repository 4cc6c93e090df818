import type { EntryId } from '../../../shared/domain/ids.ts'
import type { EntryKind } from '../../../shared/domain/outbox-entry.ts'

/** What decides when an entry goes: its place in the person's order, its lane, and what it waits for. */
export interface Placed {
  id: EntryId
  kind: EntryKind
  lane: string
  waitsFor: EntryId[]
  /** Smaller goes earlier; of two alike the one that was made first. */
  position: number
  sequence: number
}

/** What leaves because this does. A reply that goes behind a correction does not make the correction go. */
export const leavesWith = ({ kind, waitsFor }: Pick<Placed, 'kind' | 'waitsFor'>): EntryId[] =>
  kind === 'send-reply' ? [] : waitsFor

/**
 * The person's order of what is open. A picture has no place of its own: it goes directly before the first entry that
 * waits for it, and only one that nothing waits for stands where its position says.
 */
export function inSendingOrder<Entry extends Placed>(open: readonly Entry[]): Entry[] {
  const pictures = new Map(open.filter(isPicture).map((entry) => [entry.id, entry]))
  const needed = new Set(open.flatMap(({ waitsFor }) => waitsFor))
  const placed = new Set<EntryId>()
  return open
    .toSorted((one, other) => one.position - other.position || one.sequence - other.sequence)
    .flatMap((entry) => {
      if (isPicture(entry)) return needed.has(entry.id) ? [] : [entry]
      const own = entry.waitsFor.flatMap((id) => {
        const picture = placed.has(id) ? undefined : pictures.get(id)
        return picture ? [picture] : []
      })
      for (const { id } of own) placed.add(id)
      return [...own, entry]
    })
}

/**
 * Where a new entry stands: last; but text does not wait behind the posts with pictures at the end of the list. Never
 * before what it waits for, nor before an earlier entry of its lane. null when the numbers have no room left there.
 */
export function positionOfNew(
  entry: Pick<Placed, 'kind' | 'lane' | 'waitsFor'>,
  open: readonly Placed[],
): number | null {
  const pictureIds = new Set(open.filter(isPicture).map(({ id }) => id))
  const hasPictures = ({ waitsFor }: Pick<Placed, 'waitsFor'>): boolean => waitsFor.some((id) => pictureIds.has(id))
  const movable = inSendingOrder(open).filter((other) => !isPicture(other))
  const behind = movable.findLastIndex((other) => other.lane === entry.lane || entry.waitsFor.includes(other.id))
  const lastText = movable.findLastIndex((other) => !hasPictures(other))
  const index = isPicture(entry) || hasPictures(entry) ? movable.length : Math.max(lastText, behind) + 1
  return between(movable[index - 1], movable[index])
}

export type NewPlace =
  | { position: number }
  /** The order would tear apart what builds on one another; nothing moves. */
  | 'torn'
  /** The numbers have no room left between the two: write the whole order anew and ask again. */
  | 'no-room'

/** The place of an entry that is to go before another, or last. */
export function placeBefore(open: readonly Placed[], entryId: EntryId, before: EntryId | null): NewPlace {
  const movable = inSendingOrder(open).filter((entry) => !isPicture(entry))
  const moved = movable.find(({ id }) => id === entryId)
  const rest = movable.filter(({ id }) => id !== entryId)
  const found = before === null ? rest.length : rest.findIndex(({ id }) => id === before)
  if (!moved || before === entryId || found === -1) return 'torn'
  const isBound = (other: Placed): boolean =>
    other.lane === moved.lane || moved.waitsFor.includes(other.id) || other.waitsFor.includes(moved.id)
  const hadBefore = movable.slice(0, movable.indexOf(moved)).filter(isBound)
  const hasBefore = rest.slice(0, found).filter(isBound)
  if (hadBefore.length !== hasBefore.length) return 'torn'
  const position = between(rest[found - 1], rest[found])
  return position === null ? 'no-room' : { position }
}

const isPicture = ({ kind }: Pick<Placed, 'kind'>): boolean => kind === 'upload-picture'

function between(before: Placed | undefined, after: Placed | undefined): number | null {
  if (!after) return before ? Math.floor(before.position) + 1 : 1
  if (!before) return Math.ceil(after.position) - 1
  const position = (before.position + after.position) / 2
  return position > before.position && position < after.position ? position : null
}
