import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeBetween, withChange } from '../../../src/shared/content/block-change.ts'

const block = (name: string) => ({ name })

describe('a change of blocks', () => {
  test('made between any two texts leads from the one to the other', () => {
    const known = 'abcdef'.split('').map(block)
    const text = fc.array(fc.constantFrom(...known), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after)
        expect(withChange(before, change)).toEqual(after)
        expect(change.from + change.removed).toBeLessThanOrEqual(before.length)
      }),
      { numRuns: 2_000 },
    )
  })

  test('of one block in a thousand is that block', () => {
    const before = Array.from({ length: 1_000 }, (_, index) => block(String(index)))
    const typed = block('typed')
    expect(changeBetween(before, before.with(400, typed))).toEqual({ from: 400, removed: 1, blocks: [typed] })
  })

  test('of nothing is nothing', () => {
    const before = [block('a'), block('b')]
    expect(changeBetween(before, before)).toEqual({ from: 2, removed: 0, blocks: [] })
  })

  test('of a longer text than there is is none', () => {
    expect(withChange([block('a')], { from: 1, removed: 1, blocks: [] })).toBeNull()
  })
})
