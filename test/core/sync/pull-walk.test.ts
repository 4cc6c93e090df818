import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WALK_START, walk, type WalkPosition } from '../../../src/main/core/sync/pull-walk.ts'
import { createMovingList, type ListedItem } from '../../fakes/moving-list.ts'
import { deeds, idsOf, lists, second, seeded, underWork } from './list-under-work.ts'

describe('a walk through a list that moves', () => {
  test('never misses what stays where it is, whatever others add, change and remove between the pages', async () => {
    await fc.assert(
      fc.asyncProperty(lists, deeds, async (start, work) => {
        const { read, stays } = underWork(start, work)
        const seen = new Set<number>()
        for await (const { items } of walk(read)) for (const id of idsOf(items)) seen.add(id)
        expect(idsOf(stays()).filter((id) => !seen.has(id))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('stopped after any page and begun again from where it was, it misses nothing either', async () => {
    await fc.assert(
      fc.asyncProperty(lists, deeds, async (start, work) => {
        const { read, stays } = underWork(start, work)
        const seen = new Set<number>()
        for (let from: WalkPosition | null = WALK_START; from !== null;) {
          for await (const { items, next } of walk(read, JSON.parse(JSON.stringify(from)) as WalkPosition)) {
            for (const id of idsOf(items)) seen.add(id)
            from = next
            break
          }
        }
        expect(idsOf(stays()).filter((id) => !seen.has(id))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('one page that comes empty, as from a cache, costs nothing but another question', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.nat(12), async (start, emptied) => {
        const list = createMovingList(start.items, start.fraction)
        let asked = 0
        const read = async (at: Pick<WalkPosition, 'within' | 'isById' | 'pageNumber'>) => {
          asked += 1
          if (asked !== emptied + 1) return list.read(at)
          return { items: [], isLast: true, total: 0, startsAt: null, endsAt: null }
        }
        const seen = new Set<number>()
        for await (const { items } of walk(read, WALK_START, { expectsSome: true }))
          for (const id of idsOf(items)) seen.add(id)
        const shown = start.items.filter(({ isHidden }) => !isHidden)
        expect(idsOf(shown).filter((id) => !seen.has(id))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('page numbers alone would miss some', async () => {
    const items = Array.from({ length: 250 }, (_, index): ListedItem => ({
      remoteId: index + 1,
      changedAt: second(index),
      isHidden: false,
    }))
    const work = [Array.from({ length: 5 }, (_, index) => ({ what: 'remove', which: 245 + index }))]
    const { read, stays } = underWork({ items, fraction: seeded(1) }, work)
    const seen = new Set<number>()
    for (let pageNumber = 1, isLast = false; !isLast; pageNumber += 1) {
      const page = await read({ within: null, isById: false, pageNumber })
      for (const id of idsOf(page.items)) seen.add(id)
      isLast = page.isLast
    }
    expect(idsOf(stays()).filter((id) => !seen.has(id)).length).toBeGreaterThan(0)
  })

  test('the next page is asked for before the one in hand has been stored', async () => {
    const items = Array.from({ length: 250 }, (_, index): ListedItem => ({
      remoteId: index + 1,
      changedAt: second(index),
      isHidden: false,
    }))
    const list = createMovingList(items, seeded(1))
    let asked = 0
    const askedWhenStored: number[] = []
    const read = async (at: Pick<WalkPosition, 'within' | 'isById' | 'pageNumber'>) => {
      asked += 1
      return list.read(at)
    }
    for await (const { items } of walk(read)) if (items.length > 0) askedWhenStored.push(asked)
    expect(askedWhenStored).toEqual([2, 3, 3])
  })

  test('answers that ignore the bounds end the walk as unread', async () => {
    const list = createMovingList(
      Array.from({ length: 150 }, (_, index) => ({ remoteId: index + 1, changedAt: second(index), isHidden: false })),
      seeded(1),
    )
    const stubborn = async () => list.read({ within: null, isById: false, pageNumber: 1 })
    const reading = async () => {
      for await (const step of walk(stubborn)) expect(step.items).toHaveLength(100)
    }
    await expect(reading()).rejects.toMatchObject({ data: { kind: 'answer-lost' } })
  })
})
