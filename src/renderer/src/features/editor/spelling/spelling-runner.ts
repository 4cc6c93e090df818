import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { Where } from '../../../../../shared/content/checks/finding.ts'
import { surveyOf, type Survey } from '../../../../../shared/content/checks/rules/spelling.ts'
import type { SpellingWord } from '../../../../../shared/content/spelling/spelling-words.ts'
import type { PlacedWord } from './spelling-marks.ts'
import {
  isSameField,
  placeIn,
  standsAt,
  writtenTexts,
  type OpenWords,
  type WordsPlace,
  type WrittenText,
} from '../words/written-texts.ts'
import { JudgedWords } from './judged-words.ts'
import { isSpelt } from './words-of.ts'
import type { WordKnowledge } from '../../../../../shared/content/spelling/word-knowledge.ts'

/** A word is left in peace while it is being written. */
const TYPING_PAUSE_MS = 500
const SCROLL_PAUSE_MS = 120
/** The whole text is read for the count after a longer rest, in slices that let the keyboard through. */
const SURVEY_PAUSE_MS = 1_500
const SLICE_MS = 6
const BLOCKS_AT_ONCE = 40

interface RunnerPorts {
  doc: () => Node
  visible: () => { from: number; to: number }
  show: (words: readonly PlacedWord[]) => void
  /** null: nobody has looked, or there is nothing to look in. With how many words of the post are ignored in it. */
  onSurvey: (survey: Survey | null, ignoredCount: number) => void
  elapsedMs: () => number
  /** Returns the function that takes it back. */
  later: (callback: () => void, delayMs: number) => () => void
}

type Fields = Pick<OpenWords, 'title' | 'excerpt'>

/** A word that is let be in this post, with how often it stands there. */
export interface IgnoredWord {
  word: string
  language: string
  count: number
}

/**
 * Looks at the blocks in sight when typing pauses, and at all of them for the count when it rests. What is found belongs to one state of
 * the text: an answer that comes after the next key is kept as knowledge, and the marks wait for the next pause.
 */
export class SpellingRunner {
  readonly #ports: RunnerPorts
  readonly #knowledge: WordKnowledge
  #isOn = false
  /** Of the post. */
  #language = ''
  #fields: Fields = { title: '', excerpt: '' }
  #ignored: readonly string[] = []
  /** Where the person is writing; the word there is not done yet. */
  #typingAt: WordsPlace | null = null
  readonly #judged: JudgedWords
  #cancelLook: (() => void) | null = null
  #cancelSurvey: (() => void) | null = null

  constructor(ports: RunnerPorts, knowledge: WordKnowledge) {
    this.#ports = ports
    this.#knowledge = knowledge
    this.#judged = new JudgedWords(knowledge)
  }

  setOn(isOn: boolean, language: string): void {
    this.#isOn = isOn
    this.#language = language
    this.stop()
    if (isOn) this.lookAgain()
    else {
      this.#ports.show([])
      this.#ports.onSurvey(null, 0)
    }
  }

  /** By their prints; see ignoredPrint. */
  ignore(prints: readonly string[]): void {
    this.#ignored = prints
    this.#judged.ignore(prints)
  }

  /** The words in the title and the excerpt. */
  fieldsAre(fields: Fields, caret: WordsPlace | null): void {
    this.#fields = fields
    this.typed(caret)
  }

  readonly typed = (caret: WordsPlace | null): void => {
    this.#typingAt = caret
    this.#look(TYPING_PAUSE_MS)
    this.#survey(SURVEY_PAUSE_MS)
  }

  readonly caretMoved = (caret: WordsPlace | null): void => {
    const at = this.#typingAt
    if (at === null || (caret && isSameField(at, caret) && caret.from === at.from)) return
    this.#typingAt = null
    this.#look(SCROLL_PAUSE_MS)
  }

  readonly scrolled = (): void => this.#look(SCROLL_PAUSE_MS)

  /** Names, dictionaries or the language have changed. */
  readonly lookAgain = (): void => {
    this.#look(0)
    this.#survey(SURVEY_PAUSE_MS)
  }

  readonly stop = (): void => {
    this.#cancelLook?.()
    this.#cancelSurvey?.()
    this.#cancelLook = null
    this.#cancelSurvey = null
  }

  /** The nearest misspelt word behind a place (or before it), around the end of the post if need be; null when there is none. */
  async next(place: WordsPlace, direction: 1 | -1): Promise<PlacedWord | null> {
    const texts = this.#texts()
    const here = texts.findLastIndex((text) =>
      place.in === 'text' ? standsAt(text) <= place.from : isSameField(text, place),
    )
    const ahead = direction === 1 ? texts.slice(Math.max(0, here)) : texts.slice(0, here + 1).toReversed()
    const around = direction === 1 ? texts.slice(0, here + 1) : texts.slice(Math.max(0, here)).toReversed()
    const isBeyond = (word: PlacedWord): boolean =>
      !isSameField(word, place) || (direction === 1 ? word.from >= place.to : word.to <= place.from)
    return (await this.#firstIn(ahead, direction, isBeyond)) ?? this.#firstIn(around, direction, () => true)
  }

  /** Each word that is ignored in the post and stands in it, once, in reading order. What stands there no more is not known by its print. */
  ignored(prints: readonly string[]): IgnoredWord[] {
    if (prints.length === 0) return []
    this.ignore(prints)
    const found = new Map<string, IgnoredWord>()
    for (const { word, language } of this.#texts().flatMap((text) => this.#judged.of(text).ignored)) {
      const known = found.get(word)
      if (known) known.count += 1
      else found.set(word, { word, language, count: 1 })
    }
    return [...found.values()]
  }

  #open(): OpenWords {
    return { doc: this.#ports.doc(), ...this.#fields, language: this.#language }
  }

  #texts(range?: { from: number; to: number }): WrittenText[] {
    return writtenTexts(this.#open(), range).filter(isSpelt)
  }

  async #firstIn(
    texts: readonly WrittenText[],
    direction: 1 | -1,
    counts: (word: PlacedWord) => boolean,
  ): Promise<PlacedWord | null> {
    for (let at = 0; at < texts.length; at += BLOCKS_AT_ONCE) {
      const some = texts.slice(at, at + BLOCKS_AT_ONCE)
      await this.#knowledge.learn(some.flatMap((text) => this.#judged.of(text).notAsked))
      const found = some.flatMap((text) => {
        const words = this.#misspeltIn(text).filter(counts)
        return direction === 1 ? words : words.toReversed()
      })
      if (found[0]) return found[0]
    }
    return null
  }

  #look(delayMs: number): void {
    if (!this.#isOn) return
    this.#cancelLook?.()
    this.#cancelLook = this.#ports.later(() => {
      this.#cancelLook = null
      void this.#lookNow()
    }, delayMs)
  }

  async #lookNow(): Promise<void> {
    const open = this.#open()
    const texts = this.#texts(this.#ports.visible())
    if (!(await this.#learn(texts.flatMap((text) => this.#judged.of(text).notAsked)))) return
    // A key that came meanwhile has planned the next look.
    if (!this.#isOn || !isSame(this.#open(), open)) return
    const found = texts.flatMap((text) => this.#misspeltIn(text))
    const at = this.#typingAt
    this.#ports.show(
      at === null ? found : found.filter((word) => !isSameField(word, at) || at.from < word.from || at.from > word.to),
    )
  }

  #misspeltIn(text: WrittenText): PlacedWord[] {
    return this.#judged.of(text).misspelt.map((word) => ({ word, ...placeIn(text, word) }))
  }

  /** False when the core did not answer: it says so itself, elsewhere. */
  async #learn(words: readonly SpellingWord[]): Promise<boolean> {
    try {
      await this.#knowledge.learn(words)
      return true
    } catch {
      return false
    }
  }

  #survey(delayMs: number): void {
    if (!this.#isOn) return
    this.#cancelSurvey?.()
    this.#cancelSurvey = this.#ports.later(() => this.#readAll(), delayMs)
  }

  #readAll(): void {
    const open = this.#open()
    const texts = this.#texts()
    const words: SpellingWord[] = []
    let next = 0
    const slice = (): void => {
      this.#cancelSurvey = null
      const endMs = this.#ports.elapsedMs() + SLICE_MS
      for (; next < texts.length; next += 1) {
        const text = texts[next]
        if (text) words.push(...this.#judged.of(text).notAsked)
        if (this.#ports.elapsedMs() > endMs) {
          next += 1
          this.#cancelSurvey = this.#ports.later(slice, 0)
          return
        }
      }
      void this.#tell(open, texts, words)
    }
    slice()
  }

  async #tell(open: OpenWords, texts: readonly WrittenText[], words: readonly SpellingWord[]): Promise<void> {
    const isLearnt = await this.#learn(words)
    if (!isLearnt || !this.#isOn || !isSame(this.#open(), open)) return
    const found = texts.flatMap((text) => this.#misspeltIn(text))
    this.#ports.onSurvey(
      surveyOf(
        found.map((one) => ({ word: one.word.word, where: () => whereIs(open.doc, one) })),
        this.#knowledge.stateOf(this.#language) === 'checked',
      ),
      this.ignored(this.#ignored).length,
    )
  }
}

const isSame = (one: OpenWords, other: OpenWords): boolean =>
  one.doc === other.doc && one.title === other.title && one.excerpt === other.excerpt && one.language === other.language

function whereIs(doc: Node, found: PlacedWord): Where {
  switch (found.in) {
    case 'title':
    case 'excerpt':
      return { in: found.in }
    case 'beside': {
      const place = doc.resolve(found.position)
      return { in: 'block', path: pathTo(place, place.depth + 1), field: found.field }
    }
    case 'text': {
      const place = doc.resolve(found.from)
      const { parentOffset } = place
      const to = parentOffset + found.to - found.from
      return { in: 'text', path: pathTo(place, place.depth), from: parentOffset, to }
    }
  }
}

const pathTo = (place: ResolvedPos, depth: number): number[] =>
  Array.from({ length: depth }, (_, level) => place.index(level))
