import type { Random } from '../../src/main/core/ports.ts'

/** Chance that repeats itself: the same seed gives the same numbers, on every machine. */
export interface Chance {
  /** In [0, 1). */
  fraction(): number
  /** A whole number in [0, limit). */
  below(limit: number): number
  isHit(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** An item by its share of all weights. */
  weighted<Item>(items: readonly (readonly [weight: number, item: Item])[]): Item
}

/** sfc32 (PractRand's small fast counter), seeded by FNV-1a over the text. */
export function createChance(seed: string): Chance {
  let hash = 0x811c9dc5
  for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193) >>> 0
  let [a, b, c, counter] = [hash, hash ^ 0x9e3779b9, hash ^ 0x243f6a88, 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next()

  const chance: Chance = {
    fraction: next,
    below: (limit) => Math.floor(next() * limit),
    isHit: (probability) => next() < probability,
    pick(items) {
      const item = items[chance.below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    weighted(items) {
      let at = next() * items.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, item] of items) {
        at -= weight
        if (at < 0) return item
      }
      throw new Error('nothing to pick from')
    },
  }
  return chance
}

/** The core's source of chance. */
export const asCoreRandom = (chance: Chance): Random => ({
  bytes: (count) => Uint8Array.from({ length: count }, () => chance.below(256)),
  fraction: () => chance.fraction(),
})
