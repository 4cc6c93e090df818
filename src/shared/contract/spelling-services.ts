/** Why two files are no dictionary. */
export type DictionaryProblem = 'encoding' | 'no-words' | 'not-affixes' | 'unspaced' | 'unreadable'

export type SpellingAnswer =
  /** Those of the words that no dictionary of the language knows. */
  | { state: 'checked'; unknown: string[] }
  /** Nothing is known about the language, and nothing is said about its words. */
  | { state: 'no-dictionary' }
  /** A dictionary is damaged. */
  | { state: 'failed' }

/** Which words to ask about, and which are names, is decided where the text is (shared/content/spelling). Never uses the network. */
export interface SpellingService {
  /** Languages of the dictionaries that the person added; those that are bundled are the same everywhere. */
  dictionaries(): { added: string[] }
  /** A pair of Hunspell files, taken whole or not at all. It takes the place of an earlier one of the same language. */
  addDictionary(options: {
    language: string
    aff: Uint8Array
    dic: Uint8Array
  }): Promise<{ ok: true } | { ok: false; problem: DictionaryProblem }>
  removeDictionary(language: string): void
  check(options: { language: string; words: string[] }): Promise<SpellingAnswer>
  /** Nearest first; empty when nothing is near. */
  suggest(options: { language: string; word: string }): Promise<string[]>
}
