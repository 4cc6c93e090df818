import type { Node } from '@tiptap/pm/model'
import { ignoredPrint } from '../../../../../shared/content/checks/rules/spelling.ts'
import type { SpellingWord } from '../../../../../shared/content/spelling/spelling-words.ts'
import type { WordKnowledge } from '../../../../../shared/content/spelling/word-knowledge.ts'
import type { WrittenText } from '../words/written-texts.ts'
import { wordsOf } from './words-of.ts'

/** What is kept of the words of one text: those of which there is something to say, in reading order. */
export interface Judged {
  /** Of what was known, and of what was ignored, then. */
  version: string
  language: string
  misspelt: readonly SpellingWord[]
  notAsked: readonly SpellingWord[]
  /** By the person, in this post. */
  ignored: readonly SpellingWord[]
}

/**
 * What was found in each text of the open post. Nodes never change, so a key costs the one block it was typed in. The words of a very long
 * post are ten times its letters: those that are known are not kept, and read again when names, dictionaries or the language have changed.
 */
export class JudgedWords {
  readonly #knowledge: WordKnowledge
  readonly #ofBlocks = new WeakMap<Node, Judged>()
  readonly #beside = new WeakMap<Node, Map<string, Judged>>()
  /** Of the title and the excerpt, the last that were asked about. */
  readonly #ofFields = new Map<string, Judged & { words: string }>()
  /** The same for all texts of a language in which there is nothing to say. */
  readonly #nothing = new Map<string, Judged>()
  #ignored: ReadonlySet<string> = new Set()
  readonly #isIgnored = new Map<string, boolean>()
  #timesIgnored = 0

  constructor(knowledge: WordKnowledge) {
    this.#knowledge = knowledge
  }

  /** By their prints; see ignoredPrint. */
  ignore(prints: readonly string[]): void {
    if (prints.length === this.#ignored.size && prints.every((print) => this.#ignored.has(print))) return
    this.#ignored = new Set(prints)
    this.#isIgnored.clear()
    this.#timesIgnored += 1
  }

  get #version(): string {
    return `${this.#knowledge.version} ${this.#timesIgnored}`
  }

  of(text: WrittenText): Judged {
    const before = this.#find(text)
    const holds = before?.version === this.#version && before.language === text.language
    if (holds && before.notAsked.length === 0) return before
    const judged = holds ? this.#askedSince(before) : this.#judge(wordsOf(text), text.language)
    this.#keep(text, judged)
    return judged
  }

  /** Those of which nobody knew anything may be known by now. */
  #askedSince(before: Judged): Judged {
    const { misspelt, notAsked } = this.#judge(before.notAsked, before.language)
    const inOrder = [...before.misspelt, ...misspelt].toSorted((one, other) => one.from - other.from)
    return this.#kept({ ...before, misspelt: inOrder, notAsked })
  }

  #judge(words: readonly SpellingWord[], language: string): Judged {
    const misspelt: SpellingWord[] = []
    const notAsked: SpellingWord[] = []
    for (const word of words) {
      const verdict = this.#knowledge.verdictOn(word)
      if (verdict === 'misspelt') misspelt.push(word)
      if (verdict === 'not-asked') notAsked.push(word)
    }
    const ignored = this.#ignored.size === 0 ? [] : words.filter(({ word }) => this.#isOneIgnored(word))
    return this.#kept({ version: this.#version, language, misspelt, notAsked, ignored })
  }

  #isOneIgnored(word: string): boolean {
    const known = this.#isIgnored.get(word)
    if (known !== undefined) return known
    const isIgnored = this.#ignored.has(ignoredPrint(word))
    this.#isIgnored.set(word, isIgnored)
    return isIgnored
  }

  #kept(judged: Judged): Judged {
    if (judged.misspelt.length + judged.notAsked.length + judged.ignored.length > 0) return judged
    const before = this.#nothing.get(judged.language)
    if (before?.version === judged.version) return before
    this.#nothing.set(judged.language, judged)
    return judged
  }

  #find(text: WrittenText): Judged | undefined {
    if (text.in === 'text') return this.#ofBlocks.get(text.node)
    if (text.in === 'beside') return this.#beside.get(text.node)?.get(text.field)
    const before = this.#ofFields.get(text.in)
    return before?.words === text.words ? before : undefined
  }

  #keep(text: WrittenText, judged: Judged): void {
    if (text.in === 'text') return void this.#ofBlocks.set(text.node, judged)
    if (text.in !== 'beside') return void this.#ofFields.set(text.in, { ...judged, words: text.words })
    const fields = this.#beside.get(text.node) ?? new Map<string, Judged>()
    this.#beside.set(text.node, fields.set(text.field, judged))
  }
}
