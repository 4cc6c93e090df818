/** Where more has changed than this, matching more of it helps nobody; it bounds time and memory. */
const MAX_EDITS = 256

/**
 * The pairs of equal entries on a shortest way from one to the other, in descending order (Myers, An O(ND) Difference
 * Algorithm, 1986). After 256 edits the pairs of the way that has come furthest, and nothing behind it.
 */
export function shortestEdit(one: readonly string[], other: readonly string[]): [number, number][] {
  const offset = MAX_EDITS + 1
  /** Per diagonal, how far into `one` the best way has come. */
  const furthest = new Int32Array(2 * offset + 1)
  const trace: Int32Array[] = []
  let best = { at: 0, otherAt: 0, edits: 0 }
  for (let edits = 0; edits <= MAX_EDITS; edits += 1) {
    trace.push(furthest.slice(offset - edits - 1, offset + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let at = arrival(furthest, offset, diagonal, edits).at
      while (at < one.length && at - diagonal < other.length && one[at] === other[at - diagonal]) at += 1
      furthest[offset + diagonal] = at
      const otherAt = at - diagonal
      if (at > one.length || otherAt > other.length) continue
      if (at + otherAt > best.at + best.otherAt) best = { at, otherAt, edits }
      if (at === one.length && otherAt === other.length) return pairsTo(best, trace)
    }
  }
  return pairsTo(best, trace)
}

/** Where a way that makes its last edit onto this diagonal arrives there, and from which diagonal it comes. */
function arrival(
  furthest: Int32Array,
  offset: number,
  diagonal: number,
  edits: number,
): { at: number; from: number; startedAt: number } {
  const above = furthest[offset + diagonal + 1] ?? 0
  const below = furthest[offset + diagonal - 1] ?? 0
  const isInsertion = diagonal === -edits || (diagonal !== edits && below < above)
  return isInsertion
    ? { at: above, from: diagonal + 1, startedAt: above }
    : { at: below + 1, from: diagonal - 1, startedAt: below }
}

function pairsTo(
  end: { at: number; otherAt: number; edits: number },
  trace: readonly Int32Array[],
): [number, number][] {
  const pairs: [number, number][] = []
  let { at, otherAt } = end
  for (let edits = end.edits; edits >= 0; edits -= 1) {
    const before = trace[edits]
    if (!before) break
    const { at: arrivedAt, from, startedAt } = arrival(before, edits + 1, at - otherAt, edits)
    while (at > arrivedAt) {
      at -= 1
      otherAt -= 1
      pairs.push([at, otherAt])
    }
    at = startedAt
    otherAt = startedAt - from
  }
  return pairs
}
