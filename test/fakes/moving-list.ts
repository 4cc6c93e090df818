import type { ListMark, ListSpan, TimedPage } from '../../src/main/core/blog-api/blog-api.ts'

export interface ListedItem {
  remoteId: number
  changedAt: ListMark
  /** Counted by the blog, and left out of its answers. */
  isHidden: boolean
}

const PAGE_SIZE = 100

/**
 * A blog's list while others work on it, as WordPress answers: new to old with a grain of one second, items of one second in
 * another order for each question, totals that count what is hidden, a page past the end empty and without totals.
 */
export function createMovingList(items: ListedItem[], fraction: () => number) {
  const byId = new Map(items.map((item) => [item.remoteId, item]))
  return {
    byId,
    /** `change` moves an item to the top; `remove` trashes or deletes it; `add` makes a new one there. */
    change(remoteId: number, now: ListMark): void {
      const item = byId.get(remoteId)
      if (item) byId.set(remoteId, { ...item, changedAt: now })
    },
    remove: (remoteId: number): void => void byId.delete(remoteId),
    add: (item: ListedItem): void => void byId.set(item.remoteId, item),
    read({
      within,
      isById,
      pageNumber,
    }: {
      within: ListSpan | null
      isById: boolean
      pageNumber: number
    }): TimedPage<ListedItem> {
      const inSpan = [...byId.values()].filter(({ changedAt }) => isWithin(within, changedAt))
      const shuffled = inSpan.map((item) => ({ item, chance: fraction() }))
      const sorted = shuffled
        .toSorted((a, b) =>
          isById
            ? b.item.remoteId - a.item.remoteId
            : a.item.changedAt === b.item.changedAt
              ? a.chance - b.chance
              : a.item.changedAt < b.item.changedAt
                ? 1
                : -1,
        )
        .map(({ item }) => item)
      const page = sorted.slice((pageNumber - 1) * PAGE_SIZE, pageNumber * PAGE_SIZE)
      if (page.length === 0 && pageNumber > 1)
        return { items: [], isLast: true, total: null, startsAt: null, endsAt: null }
      const shown = page.filter(({ isHidden }) => !isHidden)
      return {
        items: shown,
        isLast: pageNumber * PAGE_SIZE >= sorted.length,
        total: sorted.length,
        startsAt: shown.at(0)?.changedAt ?? null,
        endsAt: shown.at(-1)?.changedAt ?? null,
      }
    },
  }
}

function isWithin(within: ListSpan | null, at: ListMark): boolean {
  if (within?.downTo !== undefined && at <= within.downTo) return false
  switch (within?.span) {
    case undefined:
      return true
    case 'up-to':
      return at <= within.mark
    case 'at':
      return at === within.mark
    case 'before':
      return at < within.mark
  }
}
