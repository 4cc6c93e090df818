import { longestIncreasing } from './longest-increasing.ts'
import { shortestEdit } from './shortest-edit.ts'

interface Segment {
  oneFrom: number
  oneTo: number
  otherFrom: number
  otherTo: number
  level: number
}

/** Beyond this many anchors within anchors the shortest edit decides: what keeps hostile texts near-linear. */
const MAX_LEVEL = 32

/**
 * Which entry of `other` each entry of `one` is, null for none; the indices rise. Entries that are unique on both sides
 * anchor the match (patience); between anchors the shortest edit decides. Near-linear in time.
 */
export function matchSequences(one: readonly string[], other: readonly string[]): (number | null)[] {
  const matches = Array.from<number | null>({ length: one.length }).fill(null)
  const waiting: Segment[] = [{ oneFrom: 0, oneTo: one.length, otherFrom: 0, otherTo: other.length, level: 0 }]
  for (let segment = waiting.pop(); segment; segment = waiting.pop()) {
    let { oneFrom, oneTo, otherFrom, otherTo } = segment
    while (oneFrom < oneTo && otherFrom < otherTo && one[oneFrom] === other[otherFrom]) {
      matches[oneFrom] = otherFrom
      oneFrom += 1
      otherFrom += 1
    }
    while (oneFrom < oneTo && otherFrom < otherTo && one[oneTo - 1] === other[otherTo - 1]) {
      oneTo -= 1
      otherTo -= 1
      matches[oneTo] = otherTo
    }
    if (oneFrom === oneTo || otherFrom === otherTo) continue
    const rest = { oneFrom, oneTo, otherFrom, otherTo, level: segment.level + 1 }
    const anchors = rest.level > MAX_LEVEL ? [] : uniqueAnchors(one, other, rest)
    if (anchors.length === 0) {
      for (const [at, otherAt] of shortestEdit(one.slice(oneFrom, oneTo), other.slice(otherFrom, otherTo)))
        matches[oneFrom + at] = otherFrom + otherAt
      continue
    }
    for (const [oneAt, otherAt] of [...anchors, [oneTo, otherTo] as const]) {
      waiting.push({ ...rest, oneFrom, oneTo: oneAt, otherFrom, otherTo: otherAt })
      if (oneAt < oneTo) matches[oneAt] = otherAt
      oneFrom = oneAt + 1
      otherFrom = otherAt + 1
    }
  }
  return matches
}

function uniqueAnchors(
  one: readonly string[],
  other: readonly string[],
  segment: Segment,
): (readonly [number, number])[] {
  const inOther = positionsOfUnique(other, segment.otherFrom, segment.otherTo)
  const pairs: [number, number][] = []
  for (const [entry, at] of positionsOfUnique(one, segment.oneFrom, segment.oneTo)) {
    const otherAt = inOther.get(entry)
    if (at !== null && otherAt !== undefined && otherAt !== null) pairs.push([at, otherAt])
  }
  return longestIncreasing(pairs)
}

/** Where each entry stands, null for one that stands more than once; in order of first appearance. */
function positionsOfUnique(entries: readonly string[], from: number, to: number): Map<string, number | null> {
  const positions = new Map<string, number | null>()
  for (let at = from; at < to; at += 1) {
    const entry = entries[at] ?? ''
    positions.set(entry, positions.has(entry) ? null : at)
  }
  return positions
}
