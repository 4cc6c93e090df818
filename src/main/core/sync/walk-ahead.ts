import type { ListMark, TimedPage } from '../blog-api/blog-api.ts'
import { msOf, shifted } from '../blog-api/list-mark.ts'
import { begin, PAGE_SIZE, WALK_START, walk, type WalkPosition, type WalkStep } from './pull-walk.ts'

/** As many questions to one blog at a time as a browser has connections to a host. */
export const MOST_AT_ONCE = 6
/** Of the time that a page took: so that the part of the list that is expected on one page mostly is. */
const SHARE_OF_PAGE = 0.9

type Read<Item> = (position: Pick<WalkPosition, 'within' | 'isById' | 'pageNumber'>) => Promise<TimedPage<Item>>

/**
 * The walk of `walk`, for a list that is far away and long: while one part is read, the parts below it are asked for as well. A
 * page tells how much time it takes up; the time below it is parted into stretches as long, and each is a walk of its own, down to where
 * the next begins. What comes is handed on in the order of the list, and each place to go on from is one of `walk`, so nothing of what
 * that promises changes. Where time tells nothing – many items in one second, or few left – it is that walk.
 */
export async function* walkAhead<Item extends { remoteId: number }>(
  read: Read<Item>,
  from: WalkPosition = WALK_START,
): AsyncGenerator<WalkStep<Item>> {
  const ask = mostAtOnce(read, MOST_AT_ONCE)
  const lanes: Lane<Item>[] = []
  const open = (at: WalkPosition, downTo: ListMark | null): Lane<Item> => {
    const lane = beginLane(ask, at, downTo)
    lanes.push(lane)
    return lane
  }
  try {
    let coming = parted(open(from, null), open)
    for (;;) {
      const { head, below, lowest } = await coming
      if (!head) return
      yield head
      if (!head.next) return
      if (!lowest) {
        yield* walk(ask, head.next)
        return
      }
      // While these are stored the next ones come, and no more than those.
      coming = parted(lowest.lane, open)
      for (const [index, { lane }] of below.entries()) yield* stepsOf(lane, (below[index + 1] ?? lowest).from)
    }
  } finally {
    for (const { steps } of lanes) void steps.return()
  }
}

interface Parted<Item> {
  /** Null at the end of the list. */
  head: WalkStep<Item> | null
  /** From the top. */
  below: { from: WalkPosition; lane: Lane<Item> }[]
  /** Null where what is below cannot be parted. */
  lowest: { from: WalkPosition; lane: Lane<Item> } | null
}

/** As soon as the first page of a lane is here, everything below it is parted and asked for. */
function parted<Item>(
  lane: Lane<Item>,
  open: (at: WalkPosition, downTo: ListMark | null) => Lane<Item>,
): Promise<Parted<Item>> {
  const part = async (): Promise<Parted<Item>> => {
    const first = await lane.steps.next()
    const head = first.value ?? null
    const marks = head?.next ? marksBelow(lane.page, head.next, head) : null
    if (!marks) return { head, below: [], lowest: null }
    const all = marks.map((mark, index) => {
      const from = begin({ span: 'up-to', mark }, 'by-time')
      return { from, lane: open(from, marks[index + 1] ?? null) }
    })
    return { head, below: all.slice(0, -1), lowest: all.at(-1) ?? null }
  }
  const parting = part()
  // Awaited when its turn comes; until then a failure must not count as unhandled.
  parting.catch(() => undefined)
  return parting
}

interface Lane<Item> {
  /** The first of them is on its way. */
  steps: { next: () => Promise<IteratorResult<WalkStep<Item>, void>>; return: () => Promise<void> }
  /** The page that came last. */
  page: Pick<TimedPage<Item>, 'startsAt' | 'endsAt'> | null
  downTo: ListMark | null
}

function beginLane<Item extends { remoteId: number }>(
  read: Read<Item>,
  from: WalkPosition,
  downTo: ListMark | null,
): Lane<Item> {
  const within = from.within && downTo !== null ? { ...from.within, downTo } : from.within
  const lane: Lane<Item> = { steps: NO_STEPS, page: null, downTo }
  const steps = walk(
    async (position) => {
      const page = await read(position)
      lane.page = page
      return page
    },
    { ...from, within },
    // Of the list without an end only the next page is needed: what is below is parted anew.
    { readsAhead: downTo !== null },
  )
  let coming: Promise<IteratorResult<WalkStep<Item>, void>> | null = steps.next()
  // Awaited when its turn comes; until then a failure must not count as unhandled.
  coming.catch(() => undefined)
  lane.steps = {
    next() {
      const step = coming ?? steps.next()
      coming = null
      return step
    },
    return: () =>
      steps.return(undefined).then(
        () => undefined,
        () => undefined,
      ),
  }
  return lane
}

const NO_STEPS = { next: () => Promise.reject(new Error('the lane has not begun')), return: () => Promise.resolve() }

/** Those of one lane, each with a place to go on from that knows nothing of lanes; `after` begins the next. */
async function* stepsOf<Item>(lane: Lane<Item>, after: WalkPosition): AsyncGenerator<WalkStep<Item>> {
  for (;;) {
    const step = await lane.steps.next()
    if (step.done) return
    const { next, ...rest } = step.value
    const { endsAt } = lane.page ?? { endsAt: null }
    // Who does not know the lower bound answers on and on: what is below it comes with the next lane.
    const isDone = !next || (endsAt !== null && lane.downTo !== null && endsAt <= lane.downTo)
    yield { ...rest, next: isDone ? after : withoutEnd(next) }
    if (isDone) return
  }
}

function withoutEnd(position: WalkPosition): WalkPosition {
  if (!position.within) return position
  const { downTo: _, ...within } = position.within
  return { ...position, within }
}

/** Where the lanes below this page begin, from the top; the last has no end. null where it is not worth while or cannot be told. */
function marksBelow(
  page: Pick<TimedPage<unknown>, 'startsAt' | 'endsAt'> | null,
  next: WalkPosition,
  { items, total }: Pick<WalkStep<unknown>, 'items' | 'total'>,
): ListMark[] | null {
  if (next.isById || next.within?.span !== 'up-to' || !page?.startsAt || !page.endsAt || total === null) return null
  const count = Math.min(MOST_AT_ONCE, Math.floor((total - items.length) / PAGE_SIZE))
  const tookMs = msOf(page.startsAt) - msOf(page.endsAt)
  const stretchMs = Math.floor((tookMs * SHARE_OF_PAGE) / SECOND_MS) * SECOND_MS
  if (count < 2 || !(stretchMs > 0)) return null
  const top = next.within.mark
  return Array.from({ length: count }, (_, index) => shifted(top, -index * stretchMs))
}

const SECOND_MS = 1000

/** The others wait for their turn, in the order in which they were asked. */
function mostAtOnce<Asked, Answer>(
  ask: (asked: Asked) => Promise<Answer>,
  most: number,
): (asked: Asked) => Promise<Answer> {
  const waiting: (() => void)[] = []
  let count = 0
  return async (asked) => {
    if (count >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else count += 1
    try {
      return await ask(asked)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else count -= 1
    }
  }
}
