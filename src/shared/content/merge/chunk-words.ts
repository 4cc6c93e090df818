/** What every block of a kind has, and so says nothing of which one it is. */
const LAYOUT = /<!--\s*\/?wp:\S*|<\/?[a-z][a-z0-9]*|(?<![a-z-])[a-z-]+=(?=["'])|\b(?:wp|size|has)-[a-z-]+/gi
/** A character of its own in scripts that do not part words, a word in all others. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+/gu

/** How often each word and address of a chunk occurs, to tell how alike two are. */
export function chunkWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.replace(LAYOUT, ' ').matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** 0 for nothing in common, 1 for the same words as often (Dice's coefficient). */
export function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let total = 0
  let shared = 0
  for (const [word, count] of one) {
    total += count
    shared += Math.min(count, other.get(word) ?? 0)
  }
  for (const count of other.values()) total += count
  return total === 0 ? 1 : (2 * shared) / total
}
