import { utcIso, type BlogId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { TimedPage } from '../blog-api/blog-api.ts'
import type { Clock } from '../ports.ts'
import type { PulledList } from '../store/pull-repository.ts'
import { gatherPages } from './gather-pages.ts'
import { breathe, type PullPorts } from './pull-ports.ts'
import { walk, type WalkPosition } from './pull-walk.ts'
import { walkAhead } from './walk-ahead.ts'

/** How far the blog's clock may be ahead of ours before its word counts as wrong. */
const CLOCK_DIFFERENCE_MS = 24 * 3_600_000

const CURSOR_OF = { posts: 'postsCursor', pages: 'pagesCursor', comments: 'commentsCursor' } as const

export interface PulledListOptions<Item> {
  what: PulledList
  /** The newest time seen at the beginning of the last whole reading; null before the first. */
  cursor: UtcIso | null
  /** How much of what was read before is read again. */
  overlapMs: number
  /** Rows in one transaction, so that a save never waits long behind a pull. */
  chunkRows: number
  /** Pages that follow each other within this time are stored together, up to `chunkRows`; null: each as it comes. */
  gatherMs: number | null
  read: (
    options: { after: UtcIso | null } & Pick<WalkPosition, 'within' | 'isById' | 'pageNumber'>,
  ) => Promise<TimedPage<Item>>
  timeOf: (item: Item) => UtcIso
  beforeChunk?: (items: Item[]) => void
  /** Called inside a transaction. */
  store: (item: Item) => void
  /** After the commit. */
  afterChunk?: () => void
}

export interface PulledListReport {
  doneCount: number
  /** False when it was stopped on the way: it goes on from there next time. */
  isWhole: boolean
  /** It went on from an earlier reading: what came to the top of the list since then is not in it. */
  isResumed: boolean
  /** Everything after this time has been read; null when the whole list has. */
  after: UtcIso | null
  cursor: UtcIso | null
}

/**
 * Brings down a list that runs from new to old. What is stored commits together with the place to go on from, so a stop
 * or a crash costs at most what came since, and a lost line nothing. The cursor moves only once the list is whole, and only to the newest time that was
 * there when the reading began: what is changed during it is read by the next.
 */
export async function pullList<Item extends { remoteId: number }>(
  { desk, clock, onProgress, mayGoOn }: PullPorts,
  blogId: BlogId,
  list: PulledListOptions<Item>,
): Promise<PulledListReport> {
  const { what, timeOf, store, chunkRows } = list
  const saved = desk.pulls.findPosition(blogId, what)
  const cursor = notAhead(list.cursor, clock)
  const after = cursor === null ? null : utcIso(new Date(Date.parse(cursor) - list.overlapMs))
  let newest = saved?.newest ?? null
  let doneCount = saved?.doneCount ?? 0
  let totalCount = saved?.totalCount ?? null
  const report = { isResumed: saved !== null, after, cursor }
  // A first reading is thousands of rows that would only be read again.
  const take = cursor === null ? desk.repeatableTransaction : desk.transaction

  const pages =
    cursor === null
      ? walkAhead((at) => list.read({ after, ...at }), saved?.position)
      : // The newest of the last reading is within the overlap.
        walk((at) => list.read({ after, ...at }), saved?.position, { expectsSome: true })
  const { gatherMs } = list
  const steps =
    gatherMs === null ? pages : gatherPages(pages, { clock, mostRows: chunkRows, withinMs: gatherMs, mayGoOn })
  for await (const { items, next, total } of steps) {
    newest ??= latest(items.map(timeOf))
    totalCount ??= total
    doneCount += items.length
    const place = () => {
      if (next) desk.pulls.putPosition(blogId, what, { position: next, newest, doneCount, totalCount })
      else finish()
    }
    const finish = () => {
      desk.pulls.removePosition(blogId, what)
      const moved = latest([cursor, newest].filter((time) => time !== null))
      desk.blogs.setCursors(blogId, { [CURSOR_OF[what]]: moved })
    }
    for (let at = 0; at < Math.max(1, items.length); at += chunkRows) {
      const chunk = items.slice(at, at + chunkRows)
      list.beforeChunk?.(chunk)
      take(() => {
        for (const item of chunk) store(item)
        if (at + chunkRows >= items.length) place()
      })
      list.afterChunk?.()
      await breathe()
    }
    if (items.length > 0) onProgress({ what, doneCount, totalCount })
    if (next && !mayGoOn()) return { ...report, doneCount, isWhole: false }
  }
  return { ...report, doneCount, isWhole: true }
}

/** One post dated in the far future must not hide all that comes after it. */
function notAhead(cursor: UtcIso | null, clock: Clock): UtcIso | null {
  const limit = utcIso(new Date(clock.now().getTime() + CLOCK_DIFFERENCE_MS))
  return cursor !== null && cursor > limit ? limit : cursor
}

const latest = (times: UtcIso[]): UtcIso | null =>
  times.reduce<UtcIso | null>((a, b) => (a === null || b > a ? b : a), null)
