import type { Desk } from '../store/desk.ts'

/** Past so many it costs more to ask for each than to let SQLite read them all. */
const MOST_WORDS = 32
const MOST_REMEMBERED = 200

/** Every word of the index that begins so; null for too many to name each. */
export type WordsFrom = (beginning: string) => string[] | null

/**
 * To find the word after one, SQLite passes over all places of that one: so what was found is kept until `forget`, and each letter that
 * is typed narrows what was found for the one before it. Whoever changes the index calls `forget`.
 */
export function rememberWords(desk: Desk): { wordsFrom: WordsFrom; forget: () => void } {
  const known = new Map<string, string[] | null>()
  const narrowed = (beginning: string): string[] | null => {
    for (let length = beginning.length - 1; length > 0; length -= 1) {
      const more = known.get(beginning.slice(0, length))
      if (more) return more.filter((word) => word.startsWith(beginning))
    }
    return desk.search.listWordsFrom(beginning, MOST_WORDS)
  }
  return {
    wordsFrom(beginning) {
      const remembered = known.get(beginning)
      if (remembered !== undefined) return remembered
      const words = narrowed(beginning)
      if (known.size === MOST_REMEMBERED) known.clear()
      known.set(beginning, words)
      return words
    },
    forget: () => known.clear(),
  }
}
