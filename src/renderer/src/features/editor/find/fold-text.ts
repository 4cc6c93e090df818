export interface FindOptions {
  matchesCase: boolean
  /** Whether é is another letter than e, ’ another sign than ' and a no-break space another than a space. */
  matchesAccents: boolean
}

/** A text made comparable; `offsets[i]` is where in the original the folded character i came from, with one more at the end. */
export interface FoldedText {
  text: string
  offsets: readonly number[] | null
}

/** Letters and signs that decompose to nothing simpler in Unicode, but that a person who types the simple one means. */
const SAME: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  ı: 'i',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  // Arabic and Farsi write these letters alike.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ٱ: 'ا',
  '\u0640': '',
  '\u200c': '',
  '\u200d': '',
  '\u00ad': '',
  '\u200e': '',
  '\u200f': '',
}

const NOT_PLAIN = /[^ -~\s]|[\u00a0\u202f]/

export function foldText(text: string, { matchesCase, matchesAccents }: FindOptions): FoldedText {
  if (matchesAccents && matchesCase) return { text, offsets: null }
  if (!NOT_PLAIN.test(text)) return { text: matchesCase ? text : text.toLowerCase(), offsets: null }
  let folded = ''
  const offsets: number[] = []
  let at = 0
  for (const character of text) {
    const simple = matchesAccents || character <= '~' ? character : withoutMarks(character)
    const piece = matchesCase ? simple : simple.toLowerCase()
    for (let i = 0; i < piece.length; i += 1) offsets.push(at)
    folded += piece
    at += character.length
  }
  offsets.push(at)
  return { text: folded, offsets }
}

const bases = new Map<string, string>()

function withoutMarks(character: string): string {
  const known = bases.get(character)
  if (known !== undefined) return known
  const plain = character.normalize('NFD').replaceAll(/\p{M}/gu, '')
  const base = SAME[plain] ?? plain
  bases.set(character, base)
  return base
}
