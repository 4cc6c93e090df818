import { AppError } from '../../../shared/errors.ts'
import type { ListSpan, TimedPage } from '../blog-api/blog-api.ts'

/** Where a walk stands: what is read next. Plain data, so that it can be kept over a restart. */
export interface WalkPosition {
  within: ListSpan | null
  /** In the order of ids, where page numbers hold; else by time. */
  isById: boolean
  pageNumber: number
  /** What the blog counted in this span when its page before this one was read. */
  total: number | null
}

export interface WalkStep<Item> {
  items: Item[]
  /** null when the list has been read to its end. */
  next: WalkPosition | null
  total: number | null
}

export const WALK_START: WalkPosition = { within: null, isById: false, pageNumber: 1, total: null }

export const PAGE_SIZE = 100
const MOST_STEPS = 10_000
/** A few items may move from page to page; more often the page number is not heard. */
const MOST_REPEATS = 3

/**
 * Reads a list from new to old while others create, change, trash and delete what is on it. What is there when the walk
 * begins and is not touched during it is never missed; some items come twice. What is changed meanwhile moves to the top,
 * behind the walk: the next one, from the newest time seen at the beginning of this, brings it.
 *
 * A step asks for what is up to the last item seen, so nothing that happens above moves what is still to come. Page numbers
 * count only where no item tells the place (all of a page hidden from this account) or where one second holds more than a
 * page; there the order is by id, a total that shrinks tells how far the rest moved up, and the walk goes back as far.
 *
 * An empty page where something has to stand is asked for once more in another order: a cache may answer a list with nothing on
 * it, which would end the list there. `expectsSome`: the caller knows that there was something when it looked last.
 *
 * The next page is asked for while the caller stores this one, unless `readsAhead` is false. Throws `answer-lost` when the answers do not follow the
 * bounds or the page number: the list was not read whole then.
 */
export async function* walk<Item extends { remoteId: number }>(
  read: (position: Pick<WalkPosition, 'within' | 'isById' | 'pageNumber'>) => Promise<TimedPage<Item>>,
  from: WalkPosition = WALK_START,
  { expectsSome = false, readsAhead = true }: { expectsSome?: boolean; readsAhead?: boolean } = {},
): AsyncGenerator<WalkStep<Item>> {
  let position = from
  let idsBefore: readonly number[] = []
  let repeatCount = 0
  let reading = read(position)
  for (let stepCount = 0; stepCount < MOST_STEPS; stepCount += 1) {
    const page = await reading
    const ids = page.items.map(({ remoteId }) => remoteId)
    const isRepeated = !page.isLast && ids.length > 0 && ids.every((id) => idsBefore.includes(id))
    repeatCount = isRepeated ? repeatCount + 1 : 0
    if (repeatCount > MOST_REPEATS || isAheadOf(position.within, page)) throw new AppError({ kind: 'answer-lost' })
    const next = isDoubtful(position, page, expectsSome)
      ? { ...position, isById: true, total: page.total ?? 0 }
      : positionAfter(position, page)
    if (next && readsAhead) {
      reading = read(next)
      // Awaited in the next step; until then a failure must not count as unhandled.
      reading.catch(() => undefined)
    }
    yield { items: page.items, next, total: page.total }
    if (!next) return
    if (!readsAhead) reading = read(next)
    position = next
    idsBefore = ids
  }
  throw new AppError({ kind: 'answer-lost' })
}

/** The walk came to this span because more was to come. Once it was asked for again, what was counted the first time is known. */
function isDoubtful(at: WalkPosition, page: TimedPage<unknown>, expectsSome: boolean): boolean {
  if (!page.isLast || page.endsAt !== null || at.pageNumber > 1 || at.total !== null) return false
  return at.within !== null || expectsSome
}

/** Where to go on after this page; null at the end of the list. */
export function positionAfter(
  at: WalkPosition,
  page: Pick<TimedPage<unknown>, 'isLast' | 'total' | 'endsAt'>,
): WalkPosition | null {
  const shrunkBy = at.total === null ? 0 : at.total - (page.total ?? at.total - 1)
  if (at.pageNumber > 1 && shrunkBy > 0) {
    const pageNumber = Math.max(1, at.pageNumber - Math.ceil(shrunkBy / PAGE_SIZE))
    return { ...at, pageNumber, total: page.total ?? at.total }
  }
  if (page.isLast) {
    return at.within?.span === 'at' ? begin({ ...at.within, span: 'before' }, 'by-time') : null
  }
  if (at.isById) return { ...at, pageNumber: at.pageNumber + 1, total: page.total }
  if (page.endsAt === null) return begin(at.within, 'by-id')
  if (page.endsAt === at.within?.mark) return begin({ ...at.within, span: 'at', mark: page.endsAt }, 'by-id')
  return begin({ ...at.within, span: 'up-to', mark: page.endsAt }, 'by-time')
}

export const begin = (within: ListSpan | null, order: 'by-time' | 'by-id'): WalkPosition => ({
  within,
  isById: order === 'by-id',
  pageNumber: 1,
  total: null,
})

/** Something between here and the blog may answer every question alike. */
const isAheadOf = (within: ListSpan | null, { startsAt }: Pick<TimedPage<unknown>, 'startsAt'>): boolean =>
  within !== null && startsAt !== null && startsAt > within.mark
