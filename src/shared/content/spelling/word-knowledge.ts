import type { SpellingAnswer } from '../../contract/spelling-services.ts'
import { LANGUAGE_TAG } from './dictionaries.ts'
import type { SpellingWord } from './spelling-words.ts'

export type LanguageState = 'checked' | 'no-dictionary' | 'failed'

/** What is known of a word as it stands: names and what was let be are settled here, the rest by the dictionaries. */
export type Verdict = 'known' | 'misspelt' | 'not-asked'

const ASKED_AT_ONCE = 2_000
/** A desk is open for weeks. */
const MOST_WORDS = 100_000
const LONGEST_WORD = 100

/** Every word is asked about once, however often it stands in however many posts; only what nobody asked yet goes to the core. */
export class WordKnowledge {
  readonly #ask: (language: string, words: string[]) => Promise<SpellingAnswer>
  readonly #languages = new Map<string, LanguageState>()
  readonly #isUnknown = new Map<string, boolean>()
  #version = 0
  #added: readonly string[] | undefined
  #isLetBe: (word: SpellingWord) => boolean = () => false

  constructor(ask: (language: string, words: string[]) => Promise<SpellingAnswer>) {
    this.#ask = ask
  }

  /** Names, and the words that are ignored in this post. */
  letBe(isLetBe: (word: SpellingWord) => boolean): void {
    this.#isLetBe = isLetBe
    this.#version += 1
  }

  /** What was known goes by the dictionaries it came from. */
  dictionariesAre(added: readonly string[] | undefined): void {
    if (added === this.#added) return
    this.#added = added
    this.#version += 1
    this.#languages.clear()
    this.#isUnknown.clear()
  }

  /** While it stays the same, what was said of a word that was asked about holds. */
  get version(): number {
    return this.#version
  }

  /** undefined until something of the language was asked about. */
  stateOf(language: string): LanguageState | undefined {
    return this.#languages.get(language)
  }

  verdictOn(word: SpellingWord): Verdict {
    const state = this.#languages.get(word.language)
    if (state === 'no-dictionary' || state === 'failed') return 'known'
    let isAsked = true
    for (const form of word.forms) {
      const isUnknown = this.#isUnknown.get(keyOf(word.language, form))
      if (isUnknown === false) return 'known'
      if (isUnknown === undefined) isAsked = false
    }
    if (this.#isLetBe(word)) return 'known'
    return isAsked ? 'misspelt' : 'not-asked'
  }

  /** Asks about whatever of these is not known yet. Rejects when the core does not answer. */
  async learn(words: readonly SpellingWord[]): Promise<void> {
    if (this.#isUnknown.size > MOST_WORDS) {
      this.#isUnknown.clear()
      this.#version += 1
    }
    const asked = new Map<string, Set<string>>()
    for (const word of words) {
      if (this.verdictOn(word) !== 'not-asked') continue
      const forms = asked.get(word.language) ?? new Set()
      asked.set(word.language, forms)
      for (const form of word.forms) if (!this.#isUnknown.has(keyOf(word.language, form))) forms.add(form)
    }
    for (const [language, forms] of asked) await this.#learnOf(language, [...forms])
  }

  /** Whether there is a dictionary, without a word. */
  async learnLanguage(language: string): Promise<void> {
    if (language !== '' && !this.#languages.has(language)) await this.#learnOf(language, [])
  }

  async #learnOf(language: string, forms: string[]): Promise<void> {
    const tag = language.replaceAll('_', '-')
    if (!LANGUAGE_TAG.test(tag)) {
      this.#languages.set(language, 'no-dictionary')
      return
    }
    for (let at = 0; at === 0 || at < forms.length; at += ASKED_AT_ONCE) {
      const part = forms.slice(at, at + ASKED_AT_ONCE)
      const answer = await this.#ask(
        tag,
        part.filter(({ length }) => length <= LONGEST_WORD),
      )
      this.#languages.set(language, answer.state)
      if (answer.state !== 'checked') return
      const unknown = new Set(answer.unknown)
      for (const form of part) this.#isUnknown.set(keyOf(language, form), unknown.has(form))
    }
  }
}

const keyOf = (language: string, form: string): string => `${language} ${form}`
