import type { ContentChunk } from './content-chunks.ts'
import { matchSequences } from './match-sequences.ts'
import type { ChunkPairs } from './pair-chunks.ts'

/** A version's chunks and what each is in the base. */
export interface PairedVersion {
  chunks: readonly ContentChunk[]
  pairs: ChunkPairs
}

/** A chunk that one or both sides put into a gap of the base; `baseIndex` when it was moved there, null when it is new. */
export interface Arrival {
  baseIndex: number | null
  mine: ContentChunk | null
  theirs: ContentChunk | null
}

/** What either side put into a gap: both sides' one after the other, mine first; the same from both once. */
export function gapArrivals(mine: PairedVersion, theirs: PairedVersion, gap: number): Arrival[] {
  const ours = arrivalsOf(mine, gap)
  const others = arrivalsOf(theirs, gap)
  const partner = pairSame(ours, others)
  const inPair = new Set(partner.filter((index) => index !== null))
  const arrivals: Arrival[] = []
  let otherAt = 0
  const putOthersTo = (end: number): void => {
    for (; otherAt < end; otherAt += 1) {
      const other = others[otherAt]
      if (other && !inPair.has(otherAt)) arrivals.push({ baseIndex: other.baseIndex, mine: null, theirs: other.chunk })
    }
  }
  for (const [index, { baseIndex, chunk }] of ours.entries()) {
    const otherIndex = partner[index] ?? null
    if (otherIndex !== null) putOthersTo(otherIndex)
    const other = otherIndex === null ? null : (others[otherIndex]?.chunk ?? null)
    arrivals.push({ baseIndex, mine: chunk, theirs: other })
  }
  putOthersTo(others.length)
  return arrivals
}

interface ArrivalOfSide {
  key: string
  baseIndex: number | null
  chunk: ContentChunk
}

function arrivalsOf({ chunks, pairs }: PairedVersion, gap: number): ArrivalOfSide[] {
  const arrivals: ArrivalOfSide[] = []
  for (const index of pairs.putAt[gap] ?? []) {
    const chunk = chunks[index]
    const baseIndex = pairs.inBase[index] ?? null
    if (chunk) arrivals.push({ key: baseIndex === null ? `+${chunk.text}` : `#${baseIndex}`, baseIndex, chunk })
  }
  return arrivals
}

/** Per arrival of ours, the index of the same one of theirs: in the same order where that can be, else in any. */
function pairSame(ours: readonly ArrivalOfSide[], others: readonly ArrivalOfSide[]): (number | null)[] {
  const partner = matchSequences(
    ours.map(({ key }) => key),
    others.map(({ key }) => key),
  )
  const taken = new Set(partner)
  /** Per key, the indices nobody took, the first one last. */
  const free = new Map<string, number[]>()
  for (const [index, { key }] of [...others.entries()].toReversed()) {
    if (taken.has(index)) continue
    const indices = free.get(key)
    if (indices) indices.push(index)
    else free.set(key, [index])
  }
  return partner.map((index, at) => index ?? free.get(ours[at]?.key ?? '')?.pop() ?? null)
}
