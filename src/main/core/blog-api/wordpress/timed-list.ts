import type { ListMark, ListSpan, TimedPage } from '../blog-api.ts'
import { shifted } from '../list-mark.ts'
import type { Query } from './rest-root.ts'
import type { CountedPage } from './signed-line.ts'

/** How WordPress calls the two bounds and the order of a list by time. */
interface TimeNames {
  before: string
  after: string
  orderBy: string
}

const SECOND_MS = 1000

/**
 * The query for one span of a list that runs from new to old. Marks are the site's own wall-clock times without a zone, which
 * is how WordPress compares them, so an hour that the autumn repeats is no trap. Both bounds are exclusive there, with a
 * grain of one second. WordPress orders posts of one second anew for each page: page numbers hold only in the order by id.
 */
export function spanQuery(
  names: TimeNames,
  { within = null, isById = false }: { within?: ListSpan | null; isById?: boolean },
): Query {
  const order = { orderby: isById ? 'id' : names.orderBy, order: 'desc' }
  if (within === null) return order
  const { span, mark, downTo } = within
  const end = downTo === undefined ? {} : { [names.after]: downTo }
  switch (span) {
    case 'before':
      return { ...order, ...end, [names.before]: mark }
    case 'up-to':
      return { ...order, ...end, [names.before]: shifted(mark, SECOND_MS) }
    case 'at':
      return {
        ...order,
        [names.before]: shifted(mark, SECOND_MS),
        [names.after]: shifted(mark, -SECOND_MS),
      }
  }
}

/** The page as the caller knows it. `markOf` reads the site's wall-clock time by which the list is ordered. */
export function timedPage<Raw, Item>(
  page: CountedPage<Raw>,
  markOf: (raw: Raw) => ListMark,
  toItem: (raw: Raw) => Item,
): TimedPage<Item> {
  const [startsAt = null] = page.items.slice(0, 1).map(markOf)
  const [endsAt = null] = page.items.slice(-1).map(markOf)
  return { ...page, items: page.items.map(toItem), startsAt, endsAt }
}
