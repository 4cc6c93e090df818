import type { Node } from '@tiptap/pm/model'
import type { Where } from '../../../../../shared/content/checks/finding.ts'
import { surveyOf, type Survey } from '../../../../../shared/content/checks/rules/spelling.ts'
import type { SpellingWord } from '../../../../../shared/content/spelling/spelling-words.ts'
import type { PlacedWord } from './spelling-marks.ts'
import { textBlocksIn, wordsOf, type SpellingBlock } from './text-blocks.ts'
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
  /** null: nobody has looked, or there is nothing to look in. */
  onSurvey: (survey: Survey | null) => void
  elapsedMs: () => number
  /** Returns the function that takes it back. */
  later: (callback: () => void, delayMs: number) => () => void
}

interface Judged {
  version: number
  misspelt: SpellingWord[]
  notAsked: SpellingWord[]
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
  /** Where the person is writing; the word there is not done yet. */
  #typingAt: number | null = null
  readonly #judgements = new WeakMap<readonly SpellingWord[], Judged>()
  #cancelLook: (() => void) | null = null
  #cancelSurvey: (() => void) | null = null

  constructor(ports: RunnerPorts, knowledge: WordKnowledge) {
    this.#ports = ports
    this.#knowledge = knowledge
  }

  setOn(isOn: boolean, language: string): void {
    this.#isOn = isOn
    this.#language = language
    this.stop()
    if (isOn) this.lookAgain()
    else {
      this.#ports.show([])
      this.#ports.onSurvey(null)
    }
  }

  readonly typed = (caret: number | null): void => {
    this.#typingAt = caret
    this.#look(TYPING_PAUSE_MS)
    this.#survey(SURVEY_PAUSE_MS)
  }

  readonly caretMoved = (caret: number | null): void => {
    if (this.#typingAt === null || caret === this.#typingAt) return
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

  /** The nearest misspelt word behind `from` (or before it), around the end of the text if need be; null when there is none. */
  async next(from: number, direction: 1 | -1): Promise<PlacedWord | null> {
    const doc = this.#ports.doc()
    const blocks = textBlocksIn(doc, this.#language)
    const here = blocks.findLastIndex(({ start }) => start <= from)
    const ahead = direction === 1 ? blocks.slice(Math.max(0, here)) : blocks.slice(0, here + 1).toReversed()
    const around = direction === 1 ? blocks.slice(0, here + 1) : blocks.slice(Math.max(0, here)).toReversed()
    const isBeyond = (word: PlacedWord): boolean => (direction === 1 ? word.from >= from : word.to <= from)
    return (await this.#firstIn(ahead, direction, isBeyond)) ?? this.#firstIn(around, direction, () => true)
  }

  async #firstIn(
    blocks: readonly SpellingBlock[],
    direction: 1 | -1,
    counts: (word: PlacedWord) => boolean,
  ): Promise<PlacedWord | null> {
    for (let at = 0; at < blocks.length; at += BLOCKS_AT_ONCE) {
      const some = blocks.slice(at, at + BLOCKS_AT_ONCE)
      await this.#knowledge.learn(some.flatMap(wordsOf))
      const found = some.flatMap((block) => {
        const words = this.#misspeltIn(block).filter(counts)
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
    const doc = this.#ports.doc()
    const language = this.#language
    const { from, to } = this.#ports.visible()
    const blocks = textBlocksIn(doc, language, from, to)
    if (!(await this.#learn(blocks.flatMap(wordsOf)))) return
    // A key that came meanwhile has planned the next look.
    if (!this.#isOn || this.#ports.doc() !== doc || this.#language !== language) return
    const found = blocks.flatMap((block) => this.#misspeltIn(block))
    const at = this.#typingAt
    this.#ports.show(at === null ? found : found.filter((word) => at < word.from || at > word.to))
  }

  #misspeltIn(block: SpellingBlock): PlacedWord[] {
    return this.#judged(block).misspelt.map((word) => ({
      word,
      from: block.start + word.from,
      to: block.start + word.to,
    }))
  }

  /** A block that did not change is judged again only when names or dictionaries have. */
  #judged(block: SpellingBlock): Judged {
    const { version } = this.#knowledge
    const words = wordsOf(block)
    const before = this.#judgements.get(words)
    if (before?.version === version && before.notAsked.length === 0) return before
    const judged: Judged = { version, misspelt: [], notAsked: [] }
    for (const word of words) {
      const verdict = this.#knowledge.verdictOn(word)
      if (verdict === 'misspelt') judged.misspelt.push(word)
      if (verdict === 'not-asked') judged.notAsked.push(word)
    }
    this.#judgements.set(words, judged)
    return judged
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
    const doc = this.#ports.doc()
    const blocks = textBlocksIn(doc, this.#language)
    const words: SpellingWord[] = []
    let next = 0
    const slice = (): void => {
      this.#cancelSurvey = null
      const endMs = this.#ports.elapsedMs() + SLICE_MS
      for (; next < blocks.length; next += 1) {
        const block = blocks[next]
        if (block) words.push(...this.#judged(block).notAsked)
        if (this.#ports.elapsedMs() > endMs) {
          next += 1
          this.#cancelSurvey = this.#ports.later(slice, 0)
          return
        }
      }
      void this.#tell(doc, blocks, words)
    }
    slice()
  }

  async #tell(doc: Node, blocks: readonly SpellingBlock[], words: readonly SpellingWord[]): Promise<void> {
    const isLearnt = await this.#learn(words)
    if (isLearnt && this.#isOn && this.#ports.doc() === doc) this.#ports.onSurvey(this.#count(blocks))
  }

  #count(blocks: readonly SpellingBlock[]): Survey | null {
    const doc = this.#ports.doc()
    return surveyOf(
      blocks
        .flatMap((block) => this.#misspeltIn(block))
        .map((found) => ({ word: found.word.word, where: () => whereIs(doc, found) })),
      this.#knowledge.stateOf(this.#language) === 'checked',
    )
  }
}

function whereIs(doc: Node, { from, to }: PlacedWord): Where {
  const place = doc.resolve(from)
  const path = Array.from({ length: place.depth }, (_, depth) => place.index(depth))
  return { in: 'text', path, from: place.parentOffset, to: place.parentOffset + to - from }
}
