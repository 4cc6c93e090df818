import { matchSequences } from '../merge/match-sequences.ts'
import { pairSimilar } from '../merge/pair-similar.ts'

/**
 * A text and what says it in another language, tied paragraph by paragraph: one entry for each block of either that has words, in the
 * order of both. Words of two languages say nothing of each other, so the tie follows each side from one save to the next.
 */
export type Tie = readonly TiedBlock[]

export interface TiedBlock {
  /** The words of the source that the translation says; null while nobody has translated them, and where there are none. */
  said: string | null
  /** The words of the source as the desk last saw them; null for what it has no more, and for what stands in the translation alone. */
  source: string | null
  /** The words of the translation as the desk last saw them; null when it has no block for them. */
  translation: string | null
}

export type TiedState = 'said' | 'changed' | 'new' | 'gone'

/** Whether the translation says what the source says by now. */
export function tiedState({ said, source }: TiedBlock): TiedState {
  if (source === null) return said === null ? 'said' : 'gone'
  if (said === null) return source.trim() === '' ? 'said' : 'new'
  return said === source ? 'said' : 'changed'
}

export const openCount = (tie: Tie): number => tie.filter((block) => tiedState(block) !== 'said').length

/** Two texts that are there, block beside block. What is there already counts as said, unless it is the source's own words. */
export const tieTexts = (source: readonly string[], translation: readonly string[]): Tie =>
  Array.from({ length: Math.max(source.length, translation.length) }, (_, at) => {
    const words = source[at] ?? null
    const there = translation[at] ?? null
    return { said: there === null || there === words ? null : words, source: words, translation: there }
  })

/** The tie after the source was written on. What is new in it stands where it stands there; what went stays behind its neighbour. */
export function followSource(tie: Tie, source: readonly string[]): Tie {
  const places = whereIs(
    tie.map((block) => block.source),
    source,
  )
  const left = (block: TiedBlock): TiedBlock[] => (block.translation === null ? [] : [{ ...block, source: null }])
  return weave(tie, places, source, {
    there: (block, words) => ({ ...block, source: words }),
    left,
    free: (words) => ({ said: null, source: words, translation: null }),
  })
}

/**
 * The tie after the translation was written on. Words that nobody had translated are said once other words than the source's stand
 * there; whether a change of the source is said by now only a person can tell.
 */
export function followTranslation(tie: Tie, translation: readonly string[]): Tie {
  const places = whereIs(
    tie.map((block) => block.translation),
    translation,
  )
  fillGaps(tie, places, translation.length)
  return weave(tie, places, translation, {
    there(block, words) {
      const isSaid = block.said === null && words.trim() !== '' && words !== block.source
      return { ...block, translation: words, said: isSaid ? block.source : block.said }
    },
    left: (block) => (block.source === null ? [] : [{ ...block, translation: null }]),
    free: (words) => ({ said: null, source: null, translation: words }),
  })
}

/** Somebody looked: the translation says the block at `at` as the source has it. What the source has no more stands by itself then. */
export const agree = (tie: Tie, at: number): Tie =>
  tie.map((block, index) => (index === at ? { ...block, said: block.source } : block))

/** Where in `translation` each entry stands; the same as the tie has it once it has followed. */
export const placesIn = (tie: Tie, translation: readonly string[]): (number | null)[] =>
  whereIs(
    tie.map((block) => block.translation),
    translation,
  )

interface Fates {
  there: (block: TiedBlock, words: string) => TiedBlock
  /** What has no place among the words any more. */
  left: (block: TiedBlock) => TiedBlock[]
  /** Words that belong to no entry yet. */
  free: (words: string) => TiedBlock
}

/** The entries in the order of `now`, those without a place behind the neighbour they had. */
function weave(tie: Tie, places: readonly (number | null)[], now: readonly string[], fates: Fates): Tie {
  const woven: TiedBlock[] = []
  let next = 0
  const upTo = (place: number): void => {
    for (; next < place; next += 1) woven.push(fates.free(now[next] ?? ''))
  }
  tie.forEach((block, at) => {
    const place = places[at] ?? null
    if (place === null) return void woven.push(...fates.left(block))
    upTo(place)
    woven.push(fates.there(block, now[place] ?? ''))
    next = place + 1
  })
  upTo(now.length)
  return woven
}

/** In which place of `now` each of `before` stands; null for what is not there, or was not before. The places rise. */
function whereIs(before: readonly (string | null)[], now: readonly string[]): (number | null)[] {
  const known = before.flatMap((words, at) => (words === null ? [] : [{ words, at }]))
  const matches = matchSequences(
    known.map(({ words }) => words),
    now,
  )
  const taken = new Set(matches)
  const named = (text: string) => ({ name: 'block', text })
  const left = matches.flatMap((match, at) => (match === null ? [at] : []))
  const free = now.flatMap((_, at) => (taken.has(at) ? [] : [at]))
  const places: (number | null)[] = before.map(() => null)
  matches.forEach((match, index) => put(places, known[index]?.at, match))
  const edited = pairSimilar(
    known.map(({ words }) => named(words)),
    left,
    now.map(named),
    free,
  )
  for (const [from, to] of edited) {
    const at = known[from]?.at
    if (at !== undefined && isBetween(places, at, to)) put(places, at, to)
  }
  return places
}

const put = (places: (number | null)[], at: number | undefined, place: number | null): void => {
  if (at !== undefined) places[at] = place
}

/** Whether the place keeps them rising. */
const isBetween = (places: readonly (number | null)[], at: number, place: number): boolean =>
  places.every((other, index) => other === null || (index < at ? other < place : other > place))

/**
 * Between two that are known, what lost its counterpart or waits for one is, in order, what nobody knows yet. Who makes two paragraphs of
 * one, or one of two, finds the first of them tied.
 */
function fillGaps(tie: Tie, places: (number | null)[], length: number): void {
  let waiting: number[] = []
  let free = 0
  for (let at = 0; at <= places.length; at += 1) {
    const place = at === places.length ? length : (places[at] ?? null)
    const block = tie[at]
    if (place === null) {
      if (block && block.source !== null && (block.said === null || block.translation !== null)) waiting.push(at)
      continue
    }
    for (const entry of waiting.slice(0, place - free)) {
      places[entry] = free
      free += 1
    }
    waiting = []
    free = place + 1
  }
}
