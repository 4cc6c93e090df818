import { expect, test } from 'vitest'
import { newId } from '../../src/main/core/new-id.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('the ids of one run follow each other, and each ends by chance', () => {
  const ids = Array.from({ length: 1_000 }, () => newId(systemRandom))
  for (const id of ids) expect(id).toMatch(FORM)
  const places = ids.map((id) => Number.parseInt(id.slice(0, 13).replace('-', ''), 16))
  expect(places.every((place, index) => index === 0 || place === ((places[index - 1] ?? 0) + 1) % 2 ** 48)).toBe(true)
  expect(new Set(ids.map((id) => id.slice(14))).size).toBe(ids.length)
})

test('two runs of the program begin at different places', () => {
  const first = newId({ ...systemRandom })
  expect(newId({ ...systemRandom }).slice(0, 13)).not.toBe(first.slice(0, 13))
})

test('after the last place comes the first', () => {
  const last = { bytes: () => new Uint8Array(16).fill(0xff), fraction: () => 0 }
  expect([newId(last), newId(last)]).toEqual([
    'ffffffff-ffff-8fff-bfff-ffffffffffff',
    '00000000-0000-8fff-bfff-ffffffffffff',
  ])
})
