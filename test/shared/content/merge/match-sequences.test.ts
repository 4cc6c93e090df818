import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestIncreasing } from '../../../../src/shared/content/merge/longest-increasing.ts'
import { matchSequences } from '../../../../src/shared/content/merge/match-sequences.ts'
import { shortestEdit } from '../../../../src/shared/content/merge/shortest-edit.ts'

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 14 })

/** By the textbook: every cell of the table. */
function longestCommonLength(one: readonly string[], other: readonly string[]): number {
  let above = Array.from<number>({ length: other.length + 1 }).fill(0)
  for (const entry of one) {
    const row = [0]
    for (const [at, otherEntry] of other.entries())
      row.push(entry === otherEntry ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0))
    above = row
  }
  return above.at(-1) ?? 0
}

test('matched entries are equal and in order', () => {
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const pairs = matchSequences(one, other).flatMap((to, from) => (to === null ? [] : [[from, to] as const]))
      for (const [from, to] of pairs) expect(other[to]).toBe(one[from])
      expect(pairs.map(([, to]) => to)).toEqual([...new Set(pairs.map(([, to]) => to))].toSorted((a, b) => a - b))
    }),
    { numRuns: 2000 },
  )
})

test('the shortest edit matches as many as the textbook’s table', () => {
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const pairs = shortestEdit(one, other)
      expect(pairs.length).toBe(longestCommonLength(one, other))
      for (const [from, to] of pairs) expect(other[to]).toBe(one[from])
      expect(longestIncreasing(pairs.toReversed())).toEqual(pairs.toReversed())
    }),
    { numRuns: 2000 },
  )
})

test('beyond its limit the shortest edit still matches what it has come past', () => {
  const one = ['start', ...Array.from({ length: 400 }, (_, at) => `a${at}`), 'end']
  const other = ['start', ...Array.from({ length: 400 }, (_, at) => `b${at}`), 'end']
  expect(shortestEdit(one, other)).toEqual([[0, 0]])
  expect(matchSequences(one, other).filter((to) => to !== null)).toEqual([0, 401])
})

test('what is unique on both sides is matched first, as a person would', () => {
  expect(matchSequences(['unique', '}', '}', '}'], ['}', '}', '}', 'unique'])).toEqual([3, null, null, null])
  const one = ['{', 'one', '}', '{', 'two', '}']
  const other = ['{', 'new', '}', '{', 'one', '}', '{', 'two', '}']
  expect(matchSequences(one, other)).toEqual([0, 4, 5, 6, 7, 8])
})

test('anchors lead past any number of edits', () => {
  const one = Array.from({ length: 2000 }, (_, at) => (at % 2 === 0 ? `a${at}` : `same${at}`))
  const other = one.map((entry) => entry.replace(/^a/, 'b'))
  expect(matchSequences(one, other)).toEqual(one.map((_, at) => (at % 2 === 0 ? null : at)))
})
