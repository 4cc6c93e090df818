import { isInCode, languageAt, primaryLanguage, type TextBlock } from '../checks/readable-post.ts'

/** A word that can be looked up, where it stands in its block. It is known when any of its forms is. */
export interface SpellingWord {
  word: string
  from: number
  to: number
  language: string
  /** As it stands, as part of a longer word, without a possessive: each as a dictionary writes it. */
  forms: readonly string[]
}

type Line = Pick<TextBlock, 'text' | 'language' | 'passages' | 'code' | 'isVerbatim'>

/** Addresses of pages and people, `@names`, `#tags`, file names. Bounded, so that a line without a space costs no more than one with. */
const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,255}|[@#][\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*|[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63})+(?:\/\S*)?/gu
const WORD = /[\p{L}\p{M}\p{N}_]+(?:[\u200d'’\u200c\u00ad\u2010\u2011-][\p{L}\p{M}\p{N}_]+)*/gu
const HYPHEN = /[\u2010\u2011-]/u
const CAPITALS = /^(?:\p{Lu}[\p{M}'’\u2010\u2011-]*){2,}s?$/u
/** Written without spaces: where a word ends takes more than a dictionary. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u
const POSSESSIVE = /['’]s?$/u
/** Words that lose their vowel before another, in languages that write so. */
const ELIDED =
  /^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|entr|un|quest|quell|all|dall|dell|nell|sull)['’]/iu
const ELIDING = new Set(['fr', 'it', 'ca', 'oc'])

/**
 * The words of one block that a dictionary is to be asked about. Left alone: words with digits, addresses, `@names`, `#tags`, words in
 * capitals or with capitals inside, single letters, code, and whatever is in another script than its language.
 */
export function spellingWords(line: Line): SpellingWord[] {
  if (line.isVerbatim) return []
  const addresses = [...line.text.matchAll(ADDRESS)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  )
  const words: SpellingWord[] = []
  for (const { index, 0: whole } of line.text.matchAll(WORD)) {
    if (/[\p{N}_]/u.test(whole) || UNSPACED.test(whole)) continue
    if (addresses.some(([from, to]) => from <= index && index < to) || isInCode(line, index)) continue
    const language = languageAt(line, index)
    if (language === '' || !isInScriptOf(language, whole)) continue
    for (const { word, at, forms } of partsOf(whole, language)) {
      const from = index + at
      words.push({ word, from, to: from + word.length, language, forms })
    }
  }
  return words
}

type Part = Pick<SpellingWord, 'word' | 'forms'> & { at: number }

/** A long text has a hundred thousand words and some thousand different ones: each is taken apart once. */
const knownParts = new Map<string, readonly Part[]>()
const MOST_PARTS = 20_000

function partsOf(whole: string, language: string): readonly Part[] {
  const key = `${language} ${whole}`
  const known = knownParts.get(key)
  if (known) return known
  if (knownParts.size >= MOST_PARTS) knownParts.clear()
  const parts = takenApart(whole, language)
  knownParts.set(key, parts)
  return parts
}

/** The pieces of a word that can each be wrong. A hyphen binds words that may only stand in the dictionary together. */
function takenApart(whole: string, language: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const piece of whole.split(HYPHEN)) {
    const elided = ELIDING.has(primaryLanguage(language)) ? (ELIDED.exec(piece)?.[0].length ?? 0) : 0
    const possessive = elided === 0 ? (POSSESSIVE.exec(piece)?.[0].length ?? 0) : 0
    const word = piece.slice(elided, piece.length - possessive)
    const isLeftAlone = CAPITALS.test(word) || /\p{Ll}\p{Lu}/u.test(word) || word.length < 2
    if (!isLeftAlone)
      parts.push({
        word,
        at: at + elided,
        forms: [...new Set([word, piece, whole].map((text) => asInDictionary(text)))],
      })
    at += piece.length + 1
  }
  return parts
}

/** One way to write what the eye does not tell apart. */
export const asInDictionary = (word: string): string =>
  word
    .normalize('NFC')
    .replaceAll('’', "'")
    .replaceAll('\u00ad', '')
    .replaceAll(/[\u2010\u2011]/gu, '-')

const scripts = new Map<string, RegExp | null>()

function isInScriptOf(language: string, word: string): boolean {
  let pattern = scripts.get(language)
  if (pattern === undefined) {
    pattern = scriptPattern(language)
    scripts.set(language, pattern)
  }
  return pattern?.test(word) ?? true
}

/** null where the language, or its script, is not known to this program. */
function scriptPattern(language: string): RegExp | null {
  try {
    const script = new Intl.Locale(language).maximize().script
    return script === undefined
      ? null
      : new RegExp(`^[\\p{scx=${script === 'Kore' ? 'Hang' : script}}\\p{M}\u200d\u200c\u00ad\u2010\u2011'’-]+$`, 'u')
  } catch {
    return null
  }
}

/** Whether words of this language can be told apart by looking at them. */
export function isWrittenWithSpaces(language: string): boolean {
  return !['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo', 'yue', 'wuu'].includes(primaryLanguage(language))
}

/** The words of names as they are written right; a name in several words makes each of them known. */
export function knownWords(names: Iterable<string>): (word: SpellingWord) => boolean {
  const known = new Set<string>()
  for (const name of names)
    for (const word of name.split(/[\s\u2010\u2011-]+/u)) if (word !== '') known.add(asInDictionary(word))
  // A word in small letters also begins a sentence.
  return ({ forms }) =>
    forms.some((form) => known.has(form) || known.has(form.slice(0, 1).toLowerCase() + form.slice(1)))
}
