import { matchSequences } from './match-sequences.ts'
import { pairSimilar } from './pair-similar.ts'

/** What is paired: `identity` is what tells one from any other, `text` its words, `name` what only its like can become. */
export interface Pairable {
  name: string
  text: string
  identity: string
}

/** What became of the base's chunks in one version. */
export interface ChunkPairs {
  /** Per chunk of the base, its index in the version; null when it is gone. */
  inVersion: (number | null)[]
  /** Chunks of the base that stand unedited in another place among the others. */
  moved: Set<number>
  /**
   * Per gap of the base (0 before its first chunk, n behind its last), the version's chunks that were put there: new
   * ones and moved ones, in order. What was put behind a chunk that is gone belongs where the last one kept ends.
   */
  putAt: number[][]
  /** Per chunk of the version, its index in the base; null for a new one. */
  inBase: (number | null)[]
}

/**
 * A chunk is known again by its identity; then, between chunks known again, by its words (same block name, half of them
 * alike, or the only one there: a text rewritten). One that stands elsewhere is `moved` when its identity is unique.
 */
export function pairChunks(base: readonly Pairable[], version: readonly Pairable[]): ChunkPairs {
  const inVersion = matchSequences(base.map(identityOf), version.map(identityOf))
  const moved = pairMoved(base, version, inVersion)
  pairEdited(base, version, inVersion, moved)
  const inBase = inverse(inVersion, version.length)
  const putAt = base.map((): number[] => [])
  putAt.push([])
  let gap = 0
  for (const [index, baseIndex] of inBase.entries()) {
    if (baseIndex === null || moved.has(baseIndex)) putAt[gap]?.push(index)
    else gap = baseIndex + 1
  }
  return { inVersion, moved, putAt, inBase }
}

const identityOf = ({ identity }: Pairable): string => identity

function inverse(indices: readonly (number | null)[], length: number): (number | null)[] {
  const result = Array.from<number | null>({ length }).fill(null)
  for (const [from, to] of indices.entries()) if (to !== null) result[to] = from
  return result
}

/** Only what is unique among the rest: of three empty paragraphs nobody can say which one moved. */
function pairMoved(base: readonly Pairable[], version: readonly Pairable[], inVersion: (number | null)[]): Set<number> {
  const inBase = inverse(inVersion, version.length)
  const movedTo = uniqueRest(version, inBase)
  const moved = new Set<number>()
  for (const [identity, from] of uniqueRest(base, inVersion)) {
    const to = movedTo.get(identity) ?? null
    if (from === null || to === null) continue
    inVersion[from] = to
    moved.add(from)
  }
  return moved
}

function uniqueRest(chunks: readonly Pairable[], pairs: readonly (number | null)[]): Map<string, number | null> {
  const unique = new Map<string, number | null>()
  for (const [index, { identity }] of chunks.entries()) {
    if (pairs[index] === null) unique.set(identity, unique.has(identity) ? null : index)
  }
  return unique
}

function pairEdited(
  base: readonly Pairable[],
  version: readonly Pairable[],
  inVersion: (number | null)[],
  moved: ReadonlySet<number>,
): void {
  const inBase = inverse(inVersion, version.length)
  let versionFrom = 0
  let baseRest: number[] = []
  const endStretch = (versionTo: number): void => {
    const versionRest: number[] = []
    for (let index = versionFrom; index < versionTo; index += 1) if (inBase[index] === null) versionRest.push(index)
    for (const [from, to] of pairSimilar(base, baseRest, version, versionRest)) inVersion[from] = to
    baseRest = []
    versionFrom = versionTo + 1
  }
  for (const [index, versionIndex] of [...inVersion].entries()) {
    if (versionIndex === null) baseRest.push(index)
    else if (!moved.has(index)) endStretch(versionIndex)
  }
  endStretch(version.length)
}
