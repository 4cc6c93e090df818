import { lookUp } from '../look-up.ts'

/** How long a text is, in the measure its readers know, and how long they need for it. */
export interface TextSize {
  count: number
  unit: 'words' | 'characters'
  /** Never under one for a text that has words. */
  minutes: number
}

/**
 * Words a minute, silent reading of ordinary texts: Trauzettel-Klosinski and Dietz, Standardized Assessment of Reading
 * Performance (2012); for Chinese and Japanese the characters a minute of the same study.
 */
const WORDS_A_MINUTE: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
}
const CHARACTERS_A_MINUTE: Readonly<Record<string, number>> = { ja: 357, zh: 255 }
/** The mean of the study, for languages it did not read. */
const MEAN_WORDS = 184

/** `language`: BCP 47, '' when nobody said. */
export function textSize(counts: { words: number; characters: number }, language: string): TextSize {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  const charactersAMinute = lookUp(CHARACTERS_A_MINUTE, primary)
  const unit = charactersAMinute === undefined ? 'words' : 'characters'
  const count = counts[unit]
  const minutes = count / (charactersAMinute ?? lookUp(WORDS_A_MINUTE, primary) ?? MEAN_WORDS)
  return { count, unit, minutes: count === 0 ? 0 : Math.max(1, Math.round(minutes)) }
}

let graphemes: Intl.Segmenter | null = null

/** Characters as a reader sees them, without white space. */
export function countCharacters(text: string): number {
  if (/^[ -~\s]*$/.test(text)) return text.replaceAll(/\s/g, '').length
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  let count = 0
  for (const { segment } of graphemes.segment(text)) if (/\S/.test(segment)) count += 1
  return count
}
