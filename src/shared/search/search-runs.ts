import { foldLetter } from './fold-letters.ts'

/**
 * A stretch of letters as it lies in the index. `word`: found from its beginning. `grams`: in scripts that put no space
 * between words, or hang articles and endings on them, found from any letter on.
 */
export interface SearchRun {
  kind: 'word' | 'grams'
  /** Folded, see fold-letters.ts. */
  text: string
}

const GRAM_SCRIPT =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Arab}\p{scx=Hebr}]/u
const LETTER = /[\p{L}\p{N}\p{M}]/u
const LONGEST_WORD = 60

type LetterKind = SearchRun['kind'] | 'between'

/** Of a folded letter. */
export function letterKind(letter: string): LetterKind {
  if (letter.length === 1 && letter <= '\u007f') return /[0-9a-z]/.test(letter) ? 'word' : 'between'
  const known = kinds.get(letter)
  if (known !== undefined) return known
  const kind = !LETTER.test(letter) ? 'between' : GRAM_SCRIPT.test(letter) ? 'grams' : 'word'
  if (kinds.size < 20_000) kinds.set(letter, kind)
  return kind
}
const kinds = new Map<string, LetterKind>()

/** In reading order. */
export function searchRuns(text: string): SearchRun[] {
  const runs: SearchRun[] = []
  let kind: LetterKind = 'between'
  let letters: string[] = []
  const end = (): void => {
    if (kind !== 'between' && letters.length > 0) runs.push({ kind, text: letters.join('') })
    letters = []
  }
  for (const letter of text.normalize('NFC')) {
    for (const part of foldLetter(letter)) {
      const partKind = letterKind(part)
      if (partKind !== kind) {
        end()
        kind = partKind
      }
      if (partKind !== 'between') letters.push(part)
    }
  }
  end()
  return runs
}

/**
 * The tokens of a run. Of grams: every three letters, and what is left at the end, so that any part of it is found by tokens
 * in a row.
 */
export function runTokens({ kind, text }: SearchRun): string[] {
  const letters = Array.from(text)
  if (kind === 'word') return [letters.slice(0, LONGEST_WORD).join('')]
  return letters.map((_, index) => letters.slice(index, index + 3).join(''))
}

/** A text as the index takes it. */
export const indexTokens = (text: string): string => searchRuns(text).flatMap(runTokens).join(' ')

/**
 * Makes the same of many texts, in a tenth of the time: words of plain letters stand as they are, because the index parts and folds
 * ASCII by itself (its tokenizer is `ascii`) just as `searchRuns` does, and of other words, which texts say again and again, the tokens
 * are made once. It remembers words that a person wrote, so nobody keeps it for longer than the texts.
 */
export function createIndexText(): (text: string) => string {
  const remembered = new Map<string, string>()
  const tokensOf = (word: string): string => {
    const known = remembered.get(word)
    if (known !== undefined) return known
    const tokens = indexTokens(word)
    if (word.length <= LONGEST_REMEMBERED) remembered.set(word, tokens)
    return tokens
  }
  return (given) => {
    const text = given.normalize('NFC')
    const parts: string[] = []
    let takenTo = 0
    let wordAt = -1
    let isPlain = true
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : SPACE
      if (code > LAST_ASCII || isPlainLetter(code)) {
        if (wordAt === -1) wordAt = at
        if (code > LAST_ASCII) isPlain = false
        continue
      }
      if (wordAt !== -1 && (!isPlain || at - wordAt > LONGEST_WORD)) {
        parts.push(text.slice(takenTo, wordAt), tokensOf(text.slice(wordAt, at)))
        takenTo = at
      }
      wordAt = -1
      isPlain = true
    }
    parts.push(text.slice(takenTo))
    return parts.join('')
  }
}

const SPACE = 0x20
const LAST_ASCII = 0x7f
/** Of longer stretches, which are of scripts without spaces, hardly one comes twice. */
const LONGEST_REMEMBERED = 24

const isPlainLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
