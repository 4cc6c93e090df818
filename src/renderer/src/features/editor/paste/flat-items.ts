/**
 * Word (`mso-list`), Word on the web and Google Docs write each item of a list by itself, with its level beside it.
 * PasteBuilder makes one nested list of them.
 */
export interface FlatItem {
  level: number
  isOrdered: boolean
  /** Items of another list do not join; null where the program does not tell. */
  listId: string | null
  /** The number it shows, where it shows one. */
  number: number | null
}

const MARKER = /(?:^|[.(])(?:(\p{Nd}+)|([a-z]{1,6})(?=[.):-]))[.):-]*$/iu

/** `3.`, `(c)`, `iv)`, `١.`, the last part of `2.4.`: the number a marker shows; null for a bullet, also for Word's `o`. */
export function markerNumber(marker: string): number | null {
  const [, digits, letters] = MARKER.exec(marker.replaceAll(/[\s\u00a0]/g, '')) ?? []
  if (digits !== undefined) return digitsValue(digits)
  const word = letters?.toLowerCase()
  if (word === undefined) return null
  // A lone i, v or x is a Roman number more often than the ninth, twenty-second or twenty-fourth letter.
  if (/^(?:[ivx]|[ivxlcdm]{2,})$/.test(word)) return romanValue(word)
  return word.length === 1 ? word.charCodeAt(0) - 96 : null
}

/** In the digits of any script: each script's ten stand in a row. */
function digitsValue(text: string): number {
  let value = 0
  for (const digit of text) {
    const code = digit.codePointAt(0) ?? 0
    let zero = code
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
    value = value * 10 + (code - zero)
  }
  return value
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

function romanValue(text: string): number {
  const values = Array.from(text, (letter) => ROMAN[letter] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
