import * as fc from 'fast-check'
import type { WalkPosition } from '../../../src/main/core/sync/pull-walk.ts'
import { createMovingList, type ListedItem } from '../../fakes/moving-list.ts'

export const second = (number: number): string => new Date(number * 1000).toISOString().slice(0, 19)
const NOW = 10_000

/** Up to 450 posts, often many in one second, some or nearly all of them hidden from this account. */
export const lists = fc
  .record({
    count: fc.integer({ min: 0, max: 450 }),
    seconds: fc.constantFrom(1, 3, 40, 4000),
    hiddenShare: fc.constantFrom(0, 0.3, 0.97),
    seed: fc.integer(),
  })
  .map(({ count, seconds, hiddenShare, seed }) => {
    const fraction = seeded(seed)
    const items = Array.from({ length: count }, (_, index): ListedItem => ({
      remoteId: index + 1,
      changedAt: second(Math.floor(fraction() * seconds)),
      isHidden: fraction() < hiddenShare,
    }))
    return { items, fraction }
  })

/** What others do between two questions. */
export const deeds = fc.array(
  fc.array(fc.record({ what: fc.constantFrom('add', 'change', 'remove', 'remove'), which: fc.nat(449) }), {
    maxLength: 30,
  }),
  { minLength: 1, maxLength: 8 },
)

export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A list that somebody works on before each question after the first. */
export function underWork({ items, fraction }: { items: ListedItem[]; fraction: () => number }, work: fcDeeds) {
  const list = createMovingList(items, fraction)
  const touched = new Set<number>()
  let questions = 0
  const read = async (at: Pick<WalkPosition, 'within' | 'isById' | 'pageNumber'>) => {
    const now = second(NOW + questions)
    for (const { what, which } of questions === 0 ? [] : (work[questions % work.length] ?? [])) {
      touched.add(which + 1)
      if (what === 'remove') list.remove(which + 1)
      else if (what === 'change') list.change(which + 1, now)
      else list.add({ remoteId: 100_000 + questions * 1_000 + which, changedAt: now, isHidden: false })
    }
    questions += 1
    return list.read(at)
  }
  const stays = () => items.filter(({ remoteId, isHidden }) => !isHidden && !touched.has(remoteId))
  return { list, read, stays }
}
type fcDeeds = { what: string; which: number }[][]

export const idsOf = (items: Iterable<{ remoteId: number }>): number[] => [...items].map(({ remoteId }) => remoteId)
