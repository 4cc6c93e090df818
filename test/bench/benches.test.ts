import { expect, test } from 'vitest'
import { benchAutosave } from './bench-autosave.ts'
import { benchChecks } from './bench-checks.ts'
import { benchMerge } from './bench-merge.ts'
import { benchRoundtrip } from './bench-roundtrip.ts'
import { BENCHES } from './benches.ts'
import { growthExponent, growthOf, spreadOf, type Bench, type Measure } from './measure.ts'
import { inOrder } from './table.ts'

const measure = (id: string): Measure => ({ id, work: '', ratio: 1, goal: null, figures: {} })

test('what costs as much again for each doubling grows with 1, and what costs the same with 0', () => {
  const sizes = [10, 20, 40]
  expect(growthExponent(...sizes.map((size) => ({ size, cost: size * 3 })))).toBeCloseTo(1)
  expect(growthExponent(...sizes.map((size) => ({ size, cost: 3 })))).toBeCloseTo(0)
})

test('a growth is said of two sizes or more, with what it was made of', () => {
  const asked = { id: 'X1', of: 'an act', unit: 'posts', cost: 'act_ms' }
  expect(growthOf(asked, [{ size: 10, cost: 1 }])).toEqual([])
  expect(
    growthOf(asked, [
      { size: 10, cost: 1 },
      { size: 100, cost: 100 },
    ]),
  ).toEqual([
    {
      id: 'X1',
      work: 'growth exponent of an act, 10 → 100 posts',
      ratio: expect.closeTo(2) as number,
      goal: null,
      figures: { act_ms_10: 1, act_ms_100: 100 },
    },
  ])
})

test('times are said by their middle and their slow ones', () => {
  const times = Array.from({ length: 101 }, (_, index) => index)
  expect(spreadOf('save', times)).toEqual({ save_p50_ms: 50, save_p95_ms: 95, save_p99_ms: 99 })
})

test('the table is in the order of the issue, and what is only ours comes last as it was measured', () => {
  const measured = ['U2', 'MEM1', 'E3, exponent', 'P1', 'F1', 'E1, 50000', 'R1', 'S1, 6 KB', 'P3'].map(measure)
  expect(inOrder(measured).map(({ id }) => id)).toEqual([
    'P1',
    'P3',
    'S1, 6 KB',
    'F1',
    'E3, exponent',
    'E1, 50000',
    'U2',
    'MEM1',
    'R1',
  ])
})

test('each bench says what of it is quick, in the words of its options', () => {
  for (const { options, quick } of Object.values(BENCHES))
    expect(Object.keys(options)).toEqual(expect.arrayContaining(Object.keys(quick)))
})

/** Those without a window; `npm run bench -- all --quick` goes through the others as well. */
test.each<[string, Bench, string[]]>([
  ['autosave', benchAutosave, ['S1, 6 KB', 'S1, 12 KB', 'S1, growth']],
  ['merge', benchMerge, ['M1, 500', 'M1, 1000', 'M2']],
  ['roundtrip', benchRoundtrip, ['R1', 'R1, 2 KB', 'R2']],
  ['checks', benchChecks, ['C1', 'C2']],
])('the bench of %s still measures', async (_name, { options, quick, run }, ids) => {
  const numbers = (name: string): readonly number[] => [quick[name] ?? options[name] ?? []].flat()
  const measures = await run({ numbers, number: (name) => numbers(name)[0] ?? Number.NaN })
  expect(measures.map(({ id }) => id)).toEqual(ids)
  for (const { ratio } of measures) expect(Number.isFinite(ratio)).toBe(true)
})
