import { randomFillSync } from 'node:crypto'
import type { Random } from '../core/ports.ts'

/** Drawn at once, because a call for 16 bytes costs as much as one for 4,096, and a first pull makes 60,000 ids. */
const pool = new Uint8Array(4_096)
let usedCount = pool.length

export const systemRandom: Random = {
  bytes(count) {
    if (count > pool.length) return randomFillSync(new Uint8Array(count))
    if (usedCount + count > pool.length) {
      randomFillSync(pool)
      usedCount = 0
    }
    const bytes = pool.slice(usedCount, usedCount + count)
    pool.fill(0, usedCount, usedCount + count)
    usedCount += count
    return bytes
  },
  fraction: () => Math.random(),
}
