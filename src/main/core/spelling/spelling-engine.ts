import { readFile } from 'node:fs/promises'
import { createHunspellFromStrings, type Hunspell } from 'hunspell-wasm'
import { readDictionary } from './read-dictionary.ts'

/** Where a dictionary is: in the program, or the two files that a person added. */
export type DictionarySource = { bundled: string } | { added: string; affPath: string; dicPath: string }

export interface SpellingEngine {
  /** Those of the words that no dictionary knows. Throws when a dictionary cannot be read. */
  check(sources: readonly DictionarySource[], words: readonly string[]): Promise<string[]>
  /** Nearest first, at most `SUGGESTIONS`. */
  suggest(sources: readonly DictionarySource[], word: string): Promise<string[]>
}

export const SUGGESTIONS = 6
/** Some 50 MB each, 110 MB for Portuguese. Two are what English takes, so that a text in two languages never loads twice. */
const LOADED_AT_ONCE = 4

const BUNDLED: Record<string, () => Promise<{ default: { aff: Uint8Array; dic: Uint8Array } }>> = {
  en: () => import('dictionary-en'),
  'en-GB': () => import('dictionary-en-gb'),
  fr: () => import('dictionary-fr'),
  es: () => import('dictionary-es'),
  fa: () => import('dictionary-fa'),
  pt: () => import('dictionary-pt'),
  ru: () => import('dictionary-ru'),
}

/** Hunspell itself, compiled to WebAssembly: it can neither reach the network nor the disk. Blocks while it works, so it has a thread. */
export function createSpellingEngine(): SpellingEngine {
  const loaded = new Map<string, Hunspell>()

  async function load(source: DictionarySource): Promise<Hunspell> {
    const key = 'bundled' in source ? source.bundled : `added ${source.added}`
    const known = loaded.get(key)
    if (known) {
      // The one asked last goes last.
      loaded.delete(key)
      loaded.set(key, known)
      return known
    }
    const { aff, dic } = await filesOf(source)
    const text = readDictionary(aff, dic)
    if ('problem' in text) throw new Error(`dictionary: ${text.problem}`)
    const hunspell = await createHunspellFromStrings(text.aff, text.dic)
    loaded.set(key, hunspell)
    for (const [oldest, dictionary] of loaded) {
      if (loaded.size <= LOADED_AT_ONCE) break
      loaded.delete(oldest)
      dictionary.dispose()
    }
    return hunspell
  }

  async function loadAll(sources: readonly DictionarySource[]): Promise<Hunspell[]> {
    const dictionaries: Hunspell[] = []
    for (const source of sources) dictionaries.push(await load(source))
    return dictionaries
  }

  return {
    async check(sources, words) {
      const dictionaries = await loadAll(sources)
      return words.filter((word) => !dictionaries.some((dictionary) => knows(dictionary, word)))
    },
    async suggest(sources, word) {
      const lists = (await loadAll(sources)).map((dictionary) => dictionary.getSpellingSuggestions(word))
      // The best of each before the second best of any.
      const longest = Math.max(0, ...lists.map(({ length }) => length))
      const mixed = Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat()
      return [...new Set(mixed)].slice(0, SUGGESTIONS)
    },
  }
}

/** Some dictionaries write the apostrophe one way, some the other. */
const knows = (dictionary: Hunspell, word: string): boolean =>
  dictionary.testSpelling(word) || (word.includes("'") && dictionary.testSpelling(word.replaceAll("'", '’')))

async function filesOf(source: DictionarySource): Promise<{ aff: Uint8Array; dic: Uint8Array }> {
  if ('added' in source) return { aff: await readFile(source.affPath), dic: await readFile(source.dicPath) }
  const bundled = BUNDLED[source.bundled]
  if (!bundled) throw new Error(`no bundled dictionary ${source.bundled}`)
  return (await bundled()).default
}
