import { chunkFate, type BlockChange, type ChunkFate, type MergeInside, type PlacedText } from './chunk-fate.ts'
import { chunkContent, USUAL_GAP, type ContentChunk } from './content-chunks.ts'
import { gapArrivals, type Arrival, type PairedVersion } from './gap-arrivals.ts'
import { itemIds } from './merge-item-id.ts'
import { mergeValue } from './merge-value.ts'
import { pairChunks, type Pairable } from './pair-chunks.ts'
import type { ContentPart, MergedContent, MergeItem, Versions } from './post-merge.ts'

/**
 * Three-way merge of block markup, chunk by chunk: each chunk of the base has a fate on either side (kept, edited, moved,
 * gone), each gap has what either side put there. Takes any text, in near-linear time. What either side wrote is in the
 * parts or in an item; what nobody touched keeps its bytes, white space included.
 */
export function mergeContent(
  contents: Versions<string>,
  mergeInside: MergeInside,
): { items: MergeItem[]; content: MergedContent } {
  const base = chunkContent(contents.base)
  const mine = chunkContent(contents.mine)
  const theirs = chunkContent(contents.theirs)
  const ours: PairedVersion = { chunks: mine.chunks, pairs: pairChunks(byBytes(base.chunks), byBytes(mine.chunks)) }
  const others: PairedVersion = {
    chunks: theirs.chunks,
    pairs: pairChunks(byBytes(base.chunks), byBytes(theirs.chunks)),
  }
  const { items, note } = itemList()
  const parts: ContentPart[] = []
  const put = (placed: PlacedText | undefined, itemId: string): void => {
    if (!placed) return
    if ('text' in placed) parts.push(placed)
    else parts.push({ ...placed, itemId })
  }

  const fates = fatesOf(base.chunks, ours, others, mergeInside)
  const conflictIds = new Map<number, string>()
  const noteFate = (index: number): string => {
    const known = conflictIds.get(index)
    if (known !== undefined) return known
    const ids = (fates[index]?.changes ?? []).map((change) => note(change, index))
    const itemId = ids[0] ?? ''
    conflictIds.set(index, itemId)
    return itemId
  }
  for (let gap = 0; gap <= base.chunks.length; gap += 1) {
    for (const arrival of gapArrivals(ours, others, gap)) {
      if (arrival.baseIndex === null) {
        note(addition(arrival), gap)
        parts.push(addedText(arrival))
        continue
      }
      const fate = fates[arrival.baseIndex]
      put(arrival.mine ? fate?.inMine : fate?.inTheirs, noteFate(arrival.baseIndex))
    }
    if (gap < base.chunks.length) put(fates[gap]?.inBase, noteFate(gap))
  }
  const head = mergeWhiteSpace({ base: base.head, mine: mine.head, theirs: theirs.head })
  const tail = mergeWhiteSpace({ base: base.tail, mine: mine.tail, theirs: theirs.tail })
  return { items, content: { head, tail, parts } }
}

function itemList(): { items: MergeItem[]; note: (change: BlockChange, at: number) => string } {
  const items: MergeItem[] = []
  const nextId = itemIds()
  const note = ({ choices, ...change }: BlockChange, at: number): string => {
    const sides = [change.mine, change.theirs].map((text) => text ?? '').toSorted()
    const id = nextId(change.kind, at, change.base, ...sides)
    items.push(choices ? { id, ...change, state: 'conflict', choices } : { id, ...change, state: 'merged' })
    return id
  }
  return { items, note }
}

function fatesOf(
  base: readonly ContentChunk[],
  mine: PairedVersion,
  theirs: PairedVersion,
  mergeInside: MergeInside,
): ChunkFate[] {
  const inMine = sideOfChunks(mine)
  const inTheirs = sideOfChunks(theirs)
  return base.map((chunk, index) => chunkFate(chunk, inMine(index), inTheirs(index), mergeInside))
}

function sideOfChunks({ chunks, pairs }: PairedVersion) {
  const movedTo = new Map<number, number>()
  for (const [gap, indices] of pairs.putAt.entries()) {
    for (const index of indices) {
      const baseIndex = pairs.inBase[index] ?? null
      if (baseIndex !== null) movedTo.set(baseIndex, gap)
    }
  }
  return (baseIndex: number) => {
    const chunk = chunks[pairs.inVersion[baseIndex] ?? -1]
    return chunk ? { chunk, movedTo: movedTo.get(baseIndex) ?? null } : null
  }
}

const addition = ({ mine, theirs }: Arrival): BlockChange => ({
  kind: 'block-added',
  by: mine && theirs ? 'both' : mine ? 'mine' : 'theirs',
  blockName: (mine ?? theirs)?.name ?? '',
  base: null,
  mine: mine?.text ?? null,
  theirs: theirs?.text ?? null,
})

const addedText = ({ mine, theirs }: Arrival): ContentPart => ({
  gap: mine?.gap ?? theirs?.gap ?? USUAL_GAP,
  text: (mine ?? theirs)?.text ?? '',
})

function mergeWhiteSpace(versions: Versions<string>): string {
  const merged = mergeValue(versions)
  return 'conflict' in merged ? versions.mine : merged.value
}

const byBytes = (chunks: readonly ContentChunk[]): Pairable[] =>
  chunks.map((chunk) => ({ ...chunk, identity: chunk.text }))
