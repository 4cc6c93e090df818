import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { gatherPages } from '../../../src/main/core/sync/gather-pages.ts'
import { WALK_START, type WalkPosition, type WalkStep } from '../../../src/main/core/sync/pull-walk.ts'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts'

const WITHIN_MS = 200

/** Pages of two items each, which come when the test says so, or fail. */
function pagesOf(count: number) {
  const arrivals = Array.from({ length: count }, () => Promise.withResolvers<void>())
  let askedCount = 0
  async function* walk(): AsyncGenerator<WalkStep<number>> {
    for (let page = 1; page <= count; page += 1) {
      askedCount = page
      await arrivals[page - 1]?.promise
      const next: WalkPosition | null = page === count ? null : { ...WALK_START, pageNumber: page + 1 }
      yield { items: [page * 10, page * 10 + 1], next, total: count * 2 - page }
    }
  }
  return {
    walk,
    askedCount: () => askedCount,
    comes: (...pages: number[]) => pages.forEach((page) => arrivals[page - 1]?.resolve()),
    fails: (page: number) => arrivals[page - 1]?.reject(new Error('the line broke')),
  }
}

interface Heard {
  steps: { items: number[]; next: number | null; total: number | null }[]
  end: 'open' | 'whole' | 'broken'
}

/** Takes whatever is handed on, as soon as it is. */
function listen(steps: AsyncGenerator<WalkStep<number>>): Heard {
  const heard: Heard = { steps: [], end: 'open' }
  void (async () => {
    try {
      for await (const { items, next, total } of steps)
        heard.steps.push({ items, next: next?.pageNumber ?? null, total })
      heard.end = 'whole'
    } catch {
      heard.end = 'broken'
    }
  })()
  return heard
}

function gathered(count: number, { mostRows = 6, mayGoOn = (): boolean => true } = {}) {
  const clock: ManualClock = createManualClock()
  const pages = pagesOf(count)
  const heard = listen(gatherPages(pages.walk(), { clock, mostRows, withinMs: WITHIN_MS, mayGoOn }))
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await setImmediate()
  }
  return { clock, pages, heard, settle }
}

describe('pages that follow each other', () => {
  test('are handed on together, with the place behind the last of them and what was counted first', async () => {
    const { pages, heard, settle } = gathered(5)
    pages.comes(1, 2, 3, 4, 5)
    await settle()
    expect(heard).toEqual({
      steps: [
        { items: [10, 11, 20, 21, 30, 31], next: 4, total: 9 },
        { items: [40, 41, 50, 51], next: null, total: 6 },
      ],
      end: 'whole',
    })
  })

  test('wait for the next no longer than agreed, from the first of them on', async () => {
    const { clock, pages, heard, settle } = gathered(5)
    pages.comes(1)
    await settle()
    clock.advance(WITHIN_MS - 1)
    pages.comes(2)
    await settle()
    expect(heard.steps).toEqual([])
    clock.advance(1)
    await settle()
    expect(heard.steps).toEqual([{ items: [10, 11, 20, 21], next: 3, total: 9 }])
    pages.comes(3)
    await settle()
    clock.advance(WITHIN_MS)
    await settle()
    expect(heard.steps).toHaveLength(2)
  })

  test('are handed on before the next is said to have failed', async () => {
    const { pages, heard, settle } = gathered(3)
    pages.comes(1, 2)
    pages.fails(3)
    await settle()
    expect(heard).toEqual({ steps: [{ items: [10, 11, 20, 21], next: 3, total: 5 }], end: 'broken' })
  })

  test('are handed on at once when it is not to go on', async () => {
    const { pages, heard, settle } = gathered(3, { mayGoOn: () => false })
    pages.comes(1)
    await settle()
    expect(heard.steps).toEqual([{ items: [10, 11], next: 2, total: 5 }])
  })

  test('are no longer asked for by one who takes no more, and nobody waits for the one on its way', async () => {
    const pages = pagesOf(9)
    pages.comes(1)
    for await (const { items } of gatherPages(pages.walk(), {
      clock: createManualClock(),
      mostRows: 2,
      withinMs: WITHIN_MS,
      mayGoOn: () => true,
    })) {
      expect(items).toEqual([10, 11])
      break
    }
    expect(pages.askedCount()).toBe(2)
  })
})
