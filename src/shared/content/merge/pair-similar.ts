import { chunkWords, likeness } from './chunk-words.ts'

/** Of what is compared by its words. */
interface Named {
  name: string
  text: string
}

/** Half of the words, as the common tools do for renamed files. */
const LIKENESS_OF_AN_EDIT = 0.5
/** A word that more chunks have says little of which one this is, and costs much. */
const MAX_CHUNKS_OF_A_WORD = 16
const MAX_CANDIDATES = 4

type Pair = readonly [from: number, to: number]

/**
 * Which chunk of `version` each chunk of `base` was edited into, among the given ones, which are in order; pairs never
 * cross. Two of a name that are left alone between pairs are a text rewritten.
 */
export function pairSimilar(
  base: readonly Named[],
  baseRest: readonly number[],
  version: readonly Named[],
  versionRest: readonly number[],
): Pair[] {
  if (baseRest.length === 0 || versionRest.length === 0) return []
  const pairs: Pair[] = []
  for (const { from, to } of candidates(base, baseRest, version, versionRest)) addUncrossed(pairs, [from, to])
  return [...pairs, ...rewritten(base, baseRest, version, versionRest, pairs)]
}

interface Candidate {
  from: number
  to: number
  score: number
}

/** Best first. Found by the words they share, so that nobody compares all with all. */
function candidates(
  base: readonly Named[],
  baseRest: readonly number[],
  version: readonly Named[],
  versionRest: readonly number[],
): Candidate[] {
  const wordsOfBase = new Map<number, Map<string, number>>()
  const withWord = new Map<string, number[]>()
  for (const from of baseRest) {
    const words = chunkWords(base[from]?.text ?? '')
    wordsOfBase.set(from, words)
    for (const word of words.keys()) {
      const chunks = withWord.get(word)
      if (chunks) chunks.push(from)
      else withWord.set(word, [from])
    }
  }
  const found: Candidate[] = []
  for (const to of versionRest) {
    const words = chunkWords(version[to]?.text ?? '')
    const sharedWords = new Map<number, number>()
    for (const word of words.keys()) {
      const chunks = withWord.get(word) ?? []
      if (chunks.length > MAX_CHUNKS_OF_A_WORD) continue
      for (const from of chunks) sharedWords.set(from, (sharedWords.get(from) ?? 0) + 1)
    }
    const nearest = [...sharedWords].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_CANDIDATES)
    for (const [from] of nearest) {
      if (base[from]?.name !== version[to]?.name) continue
      const score = likeness(wordsOfBase.get(from) ?? new Map(), words)
      if (score >= LIKENESS_OF_AN_EDIT) found.push({ from, to, score })
    }
  }
  return found.toSorted((a, b) => b.score - a.score || a.from - b.from || a.to - b.to)
}

/** Keeps `pairs` in order; leaves out a pair that would cross one or use an end again. */
function addUncrossed(pairs: Pair[], pair: Pair): void {
  let at = 0
  let high = pairs.length
  while (at < high) {
    const middle = (at + high) >> 1
    if ((pairs[middle]?.[0] ?? 0) < pair[0]) at = middle + 1
    else high = middle
  }
  const before = pairs[at - 1]
  const after = pairs[at]
  if (before && before[1] >= pair[1]) return
  if (after && (after[0] === pair[0] || after[1] <= pair[1])) return
  pairs.splice(at, 0, pair)
}

function rewritten(
  base: readonly Named[],
  baseRest: readonly number[],
  version: readonly Named[],
  versionRest: readonly number[],
  pairs: readonly Pair[],
): Pair[] {
  const found: Pair[] = []
  let baseAt = 0
  let versionAt = 0
  for (const [from, to] of [...pairs, [Infinity, Infinity] as const]) {
    const baseStart = baseAt
    const versionStart = versionAt
    while ((baseRest[baseAt] ?? Infinity) < from) baseAt += 1
    while ((versionRest[versionAt] ?? Infinity) < to) versionAt += 1
    const [left, ...othersLeft] = baseRest.slice(baseStart, baseAt)
    const [right, ...othersRight] = versionRest.slice(versionStart, versionAt)
    const isAlone = left !== undefined && right !== undefined && othersLeft.length + othersRight.length === 0
    if (isAlone && base[left]?.name === version[right]?.name) found.push([left, right])
    baseAt += 1
    versionAt += 1
  }
  return found
}
