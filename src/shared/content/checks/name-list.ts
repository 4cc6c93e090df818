import { isNearName } from './edit-distance.ts'

/** Names as they are written right, of people and places; made once, asked for every capitalised word. */
export interface NameList {
  readonly size: number
  /** How many words a name of this list may have. */
  readonly longest: number
  /** The name that these words nearly are; null when they are one, or are like none. */
  nearMiss(words: string): string | null
}

/** Below this a slip makes another word more often than a wrong one. */
const SHORTEST = 5

export function createNameList(names: Iterable<string>): NameList {
  const exact = new Set<string>()
  const byWordCount = new Map<number, { name: string; folded: string }[]>()
  for (const given of names) {
    const name = given.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
    if (name.length < SHORTEST || exact.has(name)) continue
    exact.add(name)
    const count = name.split(' ').length
    byWordCount.set(count, [...(byWordCount.get(count) ?? []), { name, folded: fold(name) }])
  }
  const known = new Map<string, string | null>()

  function find(words: string): string | null {
    if (exact.has(words) || exact.has(words.replace(/['’]s$/u, ''))) return null
    const folded = fold(words.replace(/['’]s$/u, ''))
    for (const name of byWordCount.get(words.split(' ').length) ?? []) {
      // Written in capitals, or with a plural, is no slip.
      if (folded === name.folded ? isOtherSpelling(words, name.name) : isNearName(folded, name.folded)) return name.name
    }
    return null
  }

  return {
    size: exact.size,
    longest: Math.max(0, ...byWordCount.keys()),
    nearMiss(given) {
      const words = given.normalize('NFC')
      if (words.length < SHORTEST - 1) return null
      const found = known.get(words)
      if (found !== undefined) return found
      const near = find(words)
      // A desk is open for weeks.
      if (known.size > 50_000) known.clear()
      known.set(words, near)
      return near
    },
  }
}

/** The same letters without their marks: `Nguyen` for `Nguyễn`. Capitals alone make no other spelling. */
const isOtherSpelling = (words: string, name: string): boolean =>
  words.toLowerCase().replace(/['’]s$/u, '') !== name.toLowerCase()

const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase()
