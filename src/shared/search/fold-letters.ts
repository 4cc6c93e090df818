/** Scripts whose marks are left out of a comparison. Elsewhere (Thai, Devanagari …) a mark is a letter of its own. */
const MARKS_FALL_AWAY = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u
const LOOSE_MARK = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff]/u
/** Joiners, direction marks, the soft hyphen, tatweel, variation selectors: seen or not, they make no other word. */
const NOT_A_LETTER = /[\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Variation_Selector}/u

/** What no Unicode decomposition says: letters with a stroke, and the Arabic letters that keyboards exchange. */
const SAME_AS = new Map<string, string>(
  Object.entries({
    đ: 'd',
    ð: 'd',
    ħ: 'h',
    ı: 'i',
    ł: 'l',
    ø: 'o',
    œ: 'oe',
    æ: 'ae',
    ß: 'ss',
    ŧ: 't',
    þ: 'th',
    // A letter of its own in Russian; its breve is not an accent.
    й: 'й',
    ς: 'σ',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ې: 'ي',
    ے: 'ي',
    ک: 'ك',
    ڪ: 'ك',
    ة: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ە: 'ه',
  }),
)

/**
 * One code point as it is compared: without case, width, marks and forms; digits of any script are ASCII. '' for what does
 * not count, such as a vowel sign in Arabic. Text must be in NFC, so that what is composed comes as one.
 */
export function foldLetter(letter: string): string {
  const known = folded.get(letter)
  if (known !== undefined) return known
  const made = fold(letter)
  if (folded.size < 20_000) folded.set(letter, made)
  return made
}
const folded = new Map<string, string>()

function fold(letter: string): string {
  if (NOT_A_LETTER.test(letter) || LOOSE_MARK.test(letter)) return ''
  const lower = letter.toLowerCase()
  const same = SAME_AS.get(lower)
  if (same !== undefined) return same
  const digit = digitOf(letter.normalize('NFKC'))
  if (digit !== null) return digit
  const apart = lower.normalize('NFKD')
  if (!MARKS_FALL_AWAY.test(apart)) return lower.normalize('NFKC').toLowerCase()
  return Array.from(apart.replaceAll(/\p{M}/gu, ''), (part) => SAME_AS.get(part) ?? part.toLowerCase()).join('')
}

/** Unicode puts the ten digits of a script side by side, in order. */
function digitOf(letter: string): string | null {
  if (!/\p{Nd}/u.test(letter)) return null
  const codePoint = letter.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(codePoint - value - 1))) value += 1
  return String(value % 10)
}

export interface FoldedText {
  text: string
  /** For each unit of `text`, and one past its end: where it came from. */
  starts: number[]
}

/** A text (in NFC) as it is compared, and the way back. */
export function foldText(text: string): FoldedText {
  const parts: string[] = []
  const starts: number[] = []
  let at = 0
  for (const letter of text) {
    const part = foldLetter(letter)
    for (let unit = 0; unit < part.length; unit += 1) starts.push(at)
    parts.push(part)
    at += letter.length
  }
  starts.push(at)
  return { text: parts.join(''), starts }
}
