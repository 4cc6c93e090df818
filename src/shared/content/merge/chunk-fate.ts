import { USUAL_GAP, type ContentChunk } from './content-chunks.ts'
import { mergeValue } from './merge-value.ts'
import type { BlockItem, By, Choice, Side, Versions } from './post-merge.ts'

/** The merged text of one chunk that both sides changed; null when their changes touch or nobody can tell. */
export type MergeInside = (versions: Versions<ContentChunk>) => string | null

/** A block item to be; with `choices` it is a conflict. */
export interface BlockChange extends Versions<string | null> {
  kind: BlockItem['kind']
  by: By
  blockName: string
  choices?: Choice[]
}

type Texts = Record<Choice | 'neither', string[]>
export type PlacedText = { gap: string; text: string } | { gap: string; texts: Texts }

/** What the merge makes of a chunk of the base, and what stands for it at its old place and where either side put it. */
export interface ChunkFate {
  changes: BlockChange[]
  inBase?: PlacedText
  inMine?: PlacedText
  inTheirs?: PlacedText
}

/** A side's chunk with the gap of the base it was moved to, null when it stayed; null when the side removed it. */
export type SideOfChunk = { chunk: ContentChunk; movedTo: number | null } | null

const NOTHING: Texts = { mine: [], theirs: [], both: [], neither: [] }
const placeOf = (side: Side): 'inMine' | 'inTheirs' => (side === 'mine' ? 'inMine' : 'inTheirs')

export function chunkFate(
  base: ContentChunk,
  mine: SideOfChunk,
  theirs: SideOfChunk,
  mergeInside: MergeInside,
): ChunkFate {
  if (mine && theirs) return keptByBoth(base, mine, theirs, mergeInside)
  if (mine) return removedByOne(base, mine, 'mine')
  if (theirs) return removedByOne(base, theirs, 'theirs')
  return { changes: [{ kind: 'block-removed', by: 'both', ...textsOf(base, mine, theirs) }] }
}

/** `kept` is what the other side has, edited or moved: then nobody but a person can say whether it goes. */
function removedByOne(base: ContentChunk, kept: NonNullable<SideOfChunk>, keeper: Side): ChunkFate {
  const remover = keeper === 'mine' ? 'theirs' : 'mine'
  const { chunk, movedTo } = kept
  const change: BlockChange = {
    kind: 'block-removed',
    by: remover,
    ...(keeper === 'mine' ? textsOf(base, kept, null) : textsOf(base, null, kept)),
  }
  if (movedTo === null && chunk.text === base.text) return { changes: [change] }
  const gap = chunk.gap ?? base.gap ?? USUAL_GAP
  const texts: Texts = { ...NOTHING, [keeper]: [chunk.text], both: [chunk.text] }
  const changes: BlockChange[] = [{ ...change, choices: ['mine', 'theirs'] }]
  if (movedTo === null) return { changes, inBase: { gap, texts: { ...texts, neither: [base.text] } } }
  return { changes, [placeOf(keeper)]: { gap, texts }, inBase: standsUntilChosen(base) }
}

function keptByBoth(
  base: ContentChunk,
  mine: NonNullable<SideOfChunk>,
  theirs: NonNullable<SideOfChunk>,
  mergeInside: MergeInside,
): ChunkFate {
  const texts = textsOf(base, mine, theirs)
  const gap = threeWayGap(base, mine.chunk, theirs.chunk)
  const moved = { kind: 'block-moved', ...texts } as const
  if (mine.movedTo !== null && theirs.movedTo !== null) {
    // Only what is unedited is known to be moved, so both have the base's text.
    if (mine.movedTo === theirs.movedTo)
      return { changes: [{ ...moved, by: 'both' }], inMine: { gap, text: base.text } }
    return {
      changes: [{ ...moved, by: 'both', choices: ['mine', 'theirs'] }],
      inMine: { gap: mine.chunk.gap ?? gap, texts: { ...NOTHING, mine: [base.text], both: [base.text] } },
      inTheirs: { gap: theirs.chunk.gap ?? gap, texts: { ...NOTHING, theirs: [base.text] } },
      inBase: standsUntilChosen(base),
    }
  }
  const mover = mine.movedTo !== null ? 'mine' : theirs.movedTo !== null ? 'theirs' : null
  const merged = mergeValue({ base: base.text, mine: mine.chunk.text, theirs: theirs.chunk.text })
  const changed = { kind: 'block-changed', ...texts } as const
  if ('conflict' in merged) {
    const inside = mergeInside({ base, mine: mine.chunk, theirs: theirs.chunk })
    if (inside !== null) return { changes: [{ ...changed, by: 'both' }], inBase: { gap, text: inside } }
    return {
      changes: [{ ...changed, by: 'both', choices: ['mine', 'theirs', 'both'] }],
      inBase: {
        gap,
        texts: {
          mine: [mine.chunk.text],
          theirs: [theirs.chunk.text],
          both: [mine.chunk.text, theirs.chunk.text],
          neither: [base.text],
        },
      },
    }
  }
  const changes: BlockChange[] = []
  if (mover) changes.push({ ...moved, by: mover })
  if (merged.by) changes.push({ ...changed, by: merged.by })
  return { changes, [mover ? placeOf(mover) : 'inBase']: { gap, text: merged.value } }
}

const standsUntilChosen = ({ gap, text }: ContentChunk): PlacedText => ({
  gap: gap ?? USUAL_GAP,
  texts: { ...NOTHING, neither: [text] },
})

const textsOf = (base: ContentChunk, mine: SideOfChunk, theirs: SideOfChunk) => ({
  blockName: (mine ?? theirs)?.chunk.name ?? base.name,
  base: base.text,
  mine: mine?.chunk.text ?? null,
  theirs: theirs?.chunk.text ?? null,
})

/** The first chunk of a version has no gap and so has nothing to say. */
function threeWayGap(base: ContentChunk, mine: ContentChunk, theirs: ContentChunk): string {
  const changed = mine.gap === base.gap ? theirs.gap : mine.gap
  return changed ?? mine.gap ?? theirs.gap ?? base.gap ?? USUAL_GAP
}
