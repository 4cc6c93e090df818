import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WALK_START, type WalkPosition } from '../../../src/main/core/sync/pull-walk.ts'
import { MOST_AT_ONCE, walkAhead } from '../../../src/main/core/sync/walk-ahead.ts'
import { createMovingList, type ListedItem } from '../../fakes/moving-list.ts'
import { deeds, idsOf, lists, second, seeded, underWork } from './list-under-work.ts'

type Asked = Pick<WalkPosition, 'within' | 'isById' | 'pageNumber'>

/** One item a minute, with a gap of a year in the midst. */
const evenly = (count: number): ListedItem[] =>
  Array.from({ length: count }, (_, index) => ({
    remoteId: index + 1,
    changedAt: second(index * 60 + (index > count / 2 ? 31_000_000 : 0)),
    isHidden: false,
  }))

/** Up to 2,500 of them, spread evenly, in heaps, or nearly all in a few seconds. */
const longLists = fc
  .record({
    count: fc.integer({ min: 300, max: 2_500 }),
    seconds: fc.constantFrom(2, 500, 4_000, 4_000_000),
    power: fc.constantFrom(1, 4),
    hiddenShare: fc.constantFrom(0, 0.3),
    seed: fc.integer(),
  })
  .map(({ count, seconds, power, hiddenShare, seed }) => {
    const fraction = seeded(seed)
    const items = Array.from({ length: count }, (_, index): ListedItem => ({
      remoteId: index + 1,
      changedAt: second(Math.floor(fraction() ** power * seconds)),
      isHidden: fraction() < hiddenShare,
    }))
    return { items, fraction }
  })

/** The last of a page is the first of the next. */
const onceEach = (ids: number[]): number[] => ids.filter((id, index) => id !== ids[index - 1])

describe('a walk through a list that asks ahead', () => {
  test('never misses what stays where it is, whatever others add, change and remove between the pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(lists, longLists), deeds, async (start, work) => {
        const { read, stays } = underWork(start, work)
        const seen = new Set<number>()
        for await (const { items } of walkAhead(read)) for (const id of idsOf(items)) seen.add(id)
        expect(idsOf(stays()).filter((id) => !seen.has(id))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('stopped after any page and begun again from where it was, it misses nothing either', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(lists, longLists), deeds, fc.nat(9), async (start, work, most) => {
        const { read, stays } = underWork(start, work)
        const seen = new Set<number>()
        for (let from: WalkPosition | null = WALK_START; from !== null;) {
          let pages = 0
          for await (const { items, next } of walkAhead(read, JSON.parse(JSON.stringify(from)) as WalkPosition)) {
            for (const id of idsOf(items)) seen.add(id)
            from = next
            pages += 1
            if (pages > most) break
          }
        }
        expect(idsOf(stays()).filter((id) => !seen.has(id))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('hands on what stands still from new to old, and asks for hardly more than there are pages', async () => {
    const list = createMovingList(evenly(3_000), seeded(7))
    let asked = 0
    const read = async (at: Asked) => {
      asked += 1
      return list.read(at)
    }
    const ids: number[] = []
    for await (const { items } of walkAhead(read)) ids.push(...idsOf(items))
    expect(onceEach(ids)).toEqual(Array.from({ length: 3_000 }, (_, index) => 3_000 - index))
    expect(asked).toBeLessThanOrEqual(60)
  })

  test('has six questions under way on a line that takes its time, and never more', async () => {
    const list = createMovingList(evenly(3_000), seeded(7))
    let underWay = 0
    let most = 0
    let turns = 0
    const waiting: (() => void)[] = []
    const read = async (at: Asked) => {
      underWay += 1
      most = Math.max(most, underWay)
      await new Promise<void>((resolve) => waiting.push(resolve))
      underWay -= 1
      return list.read(at)
    }
    const progress = { isDone: false }
    const reading = (async () => {
      const ids: number[] = []
      for await (const { items } of walkAhead(read)) ids.push(...idsOf(items))
      progress.isDone = true
      return onceEach(ids).length
    })()
    // A turn over the line answers all that were asked by then.
    while (!progress.isDone) {
      await new Promise((resolve) => setImmediate(resolve))
      if (waiting.length > 0) turns += 1
      for (const answer of waiting.splice(0)) answer()
    }
    expect(await reading).toBe(3_000)
    expect(most).toBe(MOST_AT_ONCE)
    expect(turns).toBeLessThanOrEqual(15)
  })

  test('an answer that fails ends it there, and what stands above it was handed on', async () => {
    const list = createMovingList(evenly(3_000), seeded(7))
    const read = async (at: Asked) => {
      if (at.within && at.within.mark < second(60 * 2_600 + 31_000_000)) throw new Error('the line broke')
      return list.read(at)
    }
    const ids: number[] = []
    const reading = async () => {
      for await (const { items } of walkAhead(read)) ids.push(...idsOf(items))
    }
    await expect(reading()).rejects.toThrow('the line broke')
    expect(ids.length).toBeGreaterThanOrEqual(300)
    const handedOn = onceEach(ids)
    expect(handedOn).toEqual(Array.from({ length: handedOn.length }, (_, index) => 3_000 - index))
  })

  test('a blog that does not know the lower bound is read to its end all the same', async () => {
    const list = createMovingList(evenly(1_500), seeded(7))
    const read = async ({ within, ...at }: Asked) => {
      const { downTo: _, ...known } = within ?? { downTo: undefined }
      return list.read({ ...at, within: within && { ...within, ...known, downTo: undefined as never } })
    }
    const seen = new Set<number>()
    for await (const { items } of walkAhead(read)) for (const id of idsOf(items)) seen.add(id)
    expect(seen.size).toBe(1_500)
  })

  test('one page that comes empty, as from a cache, costs nothing but another question', async () => {
    await fc.assert(
      fc.asyncProperty(longLists, fc.integer({ min: 1, max: 12 }), async (start, emptied) => {
        const list = createMovingList(start.items, start.fraction)
        let asked = 0
        const read = async (at: Asked) => {
          asked += 1
          if (asked !== emptied + 1) return list.read(at)
          return { items: [], isLast: true, total: 0, startsAt: null, endsAt: null }
        }
        const seen = new Set<number>()
        for await (const { items } of walkAhead(read)) for (const id of idsOf(items)) seen.add(id)
        const shown = start.items.filter(({ isHidden }) => !isHidden)
        expect(idsOf(shown).filter((id) => !seen.has(id))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
