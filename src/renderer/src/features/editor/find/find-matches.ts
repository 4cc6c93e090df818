import type { Node } from '@tiptap/pm/model'
import { placeIn, writtenTexts, type OpenWords, type WordsPlace, type WrittenText } from '../words/written-texts.ts'
import { foldText, type FindOptions, type FoldedText } from './fold-text.ts'

export interface FindQuery extends FindOptions {
  text: string
  wholeWords: boolean
}

interface Stretch {
  from: number
  to: number
}

export const isSameQuery = (a: FindQuery, b: FindQuery): boolean =>
  a.text === b.text &&
  a.matchesCase === b.matchesCase &&
  a.matchesAccents === b.matchesAccents &&
  a.wholeWords === b.wholeWords

/** Finds one query in texts that change little: what was found in a paragraph is remembered for as long as it stays the same. */
export class Finder {
  readonly query: FindQuery
  readonly #needle: string
  readonly #found = new WeakMap<Node, readonly Stretch[]>()

  constructor(query: FindQuery) {
    this.query = query
    this.#needle = foldText(query.text, query).text
  }

  /** Every place in the post, in the order of the page; they do not overlap, and none spans two paragraphs. */
  placesIn(open: Omit<OpenWords, 'language'>): WordsPlace[] {
    if (this.#needle === '') return []
    return writtenTexts({ ...open, language: '' }).flatMap((text) =>
      this.#matchesIn(text).map((stretch) => placeIn(text, stretch)),
    )
  }

  #matchesIn(text: WrittenText): readonly Stretch[] {
    if (text.in === 'text') return this.#matchesInBlock(text.node)
    const { words } = text
    return findInText(words, foldText(words, this.query), this.#needle, this.query.wholeWords)
  }

  #matchesInBlock(block: Node): readonly Stretch[] {
    const known = this.#found.get(block)
    if (known) return known
    const found = findInText(blockText(block), foldedBlock(block, this.query), this.#needle, this.query.wholeWords)
    this.#found.set(block, found)
    return found
  }
}

/** By what the folding depends on; a paragraph is folded once for all that is looked for in it. */
const folded = new Map<string, WeakMap<Node, FoldedText>>()

function foldedBlock(block: Node, options: FindOptions): FoldedText {
  const key = `${options.matchesCase} ${options.matchesAccents}`
  const texts = folded.get(key) ?? new WeakMap<Node, FoldedText>()
  folded.set(key, texts)
  const known = texts.get(block)
  if (known) return known
  const made = foldText(blockText(block), options)
  texts.set(block, made)
  return made
}

/** As long as the block's content: each inline node that is no text stands for one sign that nobody types. */
const blockText = (block: Node): string => block.textBetween(0, block.content.size, null, '\ufffc')

function findInText(text: string, folded: FoldedText, needle: string, wholeWords: boolean): Stretch[] {
  const matches: Stretch[] = []
  const originalAt = (index: number): number => folded.offsets?.[index] ?? index
  let at = folded.text.indexOf(needle)
  while (at !== -1) {
    const from = originalAt(at)
    const to = endOf(text, folded.offsets, at + needle.length, originalAt(at + needle.length))
    if (!wholeWords || isWholeWord(text, from, to)) matches.push({ from, to })
    at = folded.text.indexOf(needle, at + needle.length)
  }
  return matches
}

/** Marks that were folded away behind the last letter belong to it; a letter folded into two is taken whole. */
function endOf(text: string, offsets: readonly number[] | null, index: number, end: number): number {
  if (!offsets) return end
  const last = offsets[index - 1] ?? 0
  if (end > last) return end
  return last + String.fromCodePoint(text.codePointAt(last) ?? 0).length
}

const WORD_BEFORE = /[\p{L}\p{N}\p{M}_]$/u
const WORD_AFTER = /^[\p{L}\p{N}\p{M}_]/u

function isWholeWord(text: string, from: number, to: number): boolean {
  return !WORD_BEFORE.test(text.slice(Math.max(0, from - 2), from)) && !WORD_AFTER.test(text.slice(to, to + 2))
}
