import { createHash } from 'node:crypto'

/** Draws that are the same for the same seed on every machine (mulberry32). */
export interface SeededRandom {
  /** In [0, 1). */
  fraction(): number
  /** In [from, to). */
  integer(from: number, to: number): number
  chance(share: number): boolean
  pick<Item>(items: readonly [Item, ...Item[]]): Item
}

export function seededRandom(seed: string): SeededRandom {
  let state = createHash('sha256').update(seed).digest().readUInt32LE()
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (from: number, to: number): number => from + Math.floor(fraction() * (to - from))
  return {
    fraction,
    integer,
    chance: (share) => fraction() < share,
    pick: (items) => items[integer(0, items.length)] ?? items[0],
  }
}
