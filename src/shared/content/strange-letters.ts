/**
 * `turned`: a control that makes the letters after it stand in the other order, whatever their script (Unicode's overrides).
 * `mixed`: a word of Latin letters in which some only look Latin.
 */
export type Strangeness = 'turned' | 'mixed'

export interface StrangePart {
  kind: Strangeness
  start: number
  end: number
}

/** Marks, embeddings and isolates are left alone: right-to-left scripts need them, and they turn no letter. */
const TURNED = /[\u202D\u202E]+/gu
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const ASCII_LETTER = /[A-Za-z]/
/** Letters that a reader takes for Latin ones: Cyrillic, Greek and Armenian, all of Cherokee, and the wide and mathematical copies. */
const LOOKS_LATIN =
  /^[авсԁеԍһіјӏорԛѕԝхуАВСЕНІЈКМОРЅТХУαινορυΑΒΕΖΗΙΚΜΝΟΡΤΥΧցոօսհ\p{Script=Cherokee}\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7FF}]$/u
const LATIN_OR_NO_LETTER = /^[\p{Script=Latin}\p{M}\p{N}]$/u

/** What in a text is meant to be taken for something else, in the order in which it stands there. */
export function findStrange(text: string): StrangePart[] {
  const turned = [...text.matchAll(TURNED)].map((found) => partOf('turned', found))
  const mixed = [...text.matchAll(WORD)].filter(([word]) => isMixed(word)).map((found) => partOf('mixed', found))
  return [...turned, ...mixed].toSorted((one, other) => one.start - other.start)
}

export const withoutTurns = (text: string): string => text.replaceAll(TURNED, '')

/** Of words that mix alphabets openly, such as a Latin abbreviation with a Cyrillic ending, some letter looks like no Latin one. */
function isMixed(word: string): boolean {
  if (!ASCII_LETTER.test(word)) return false
  const others = Array.from(word).filter((letter) => LOOKS_LATIN.test(letter) || !LATIN_OR_NO_LETTER.test(letter))
  return others.length > 0 && others.every((letter) => LOOKS_LATIN.test(letter))
}

const partOf = (kind: Strangeness, { index, 0: found }: RegExpExecArray): StrangePart => ({
  kind,
  start: index,
  end: index + found.length,
})
