import { expect, test } from 'vitest'
import { shareRows } from '../../../src/renderer/src/api/share-rows.ts'

const row = (id: string, title = id) => ({ id, title, tags: ['rice'] })

test('a row that says the same is the same object, wherever it stands now', () => {
  const before = [row('a'), row('b'), row('c')]
  const after = shareRows(before, [row('c', 'c, newer'), row('d'), row('a'), row('b')]) as typeof before
  expect(after).toEqual([row('c', 'c, newer'), row('d'), row('a'), row('b')])
  expect(after[2]).toBe(before[0])
  expect(after[3]).toBe(before[1])
  expect(after[0]?.tags).toBe(before[2]?.tags)
})

test('a list that says the same is the same list, and another order is another list', () => {
  const before = [row('a'), row('b')]
  expect(shareRows(before, [row('a'), row('b')])).toBe(before)
  expect(shareRows(before, [row('b'), row('a')])).toEqual([row('b'), row('a')])
  expect(shareRows(before, [row('a')])).toEqual([row('a')])
  expect(shareRows(before, [])).toEqual([])
})

test('what is selected from a list is shared as everything else is', () => {
  const counts = { draft: [1, 2] }
  expect(shareRows(counts, { draft: [1, 2] })).toBe(counts)
  expect(shareRows(3, 4)).toBe(4)
  expect(shareRows(undefined, [row('a')])).toEqual([row('a')])
  expect(shareRows([row('a')], undefined)).toBeUndefined()
})
