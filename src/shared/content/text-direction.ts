import type { TextDirection } from './document.ts'

/** Blocks of the right-to-left scripts, from Hebrew and Arabic to Adlam (Unicode 16, Bidi_Class R and AL). */
const RIGHT_TO_LEFT: readonly (readonly [first: number, last: number])[] = [
  [0x0590, 0x08ff],
  [0xfb1d, 0xfdff],
  [0xfe70, 0xfeff],
  [0x10800, 0x10fff],
  [0x1e800, 0x1efff],
]
const LEFT_TO_RIGHT_MARK = '\u200e'
const RIGHT_TO_LEFT_MARKS = '\u200f\u061c'
const STRONG_OR_ISOLATE = /[\u200e\u200f\u061c\u2066-\u2069]|\p{L}|\p{Nl}/gu

/**
 * The direction of the first strong letter, as `dir="auto"` and rule P2 of the Unicode bidirectional algorithm find it:
 * digits and signs have none, isolated runs are passed over. null when nothing in the text has a direction.
 */
export function textDirection(text: string): TextDirection | null {
  let isolateDepth = 0
  for (const [sign] of text.matchAll(STRONG_OR_ISOLATE)) {
    if (sign >= '\u2066' && sign <= '\u2068') isolateDepth += 1
    else if (sign === '\u2069') isolateDepth = Math.max(0, isolateDepth - 1)
    else if (isolateDepth === 0) return directionOf(sign)
  }
  return null
}

function directionOf(sign: string): TextDirection {
  if (sign === LEFT_TO_RIGHT_MARK) return 'ltr'
  if (RIGHT_TO_LEFT_MARKS.includes(sign)) return 'rtl'
  const codePoint = sign.codePointAt(0) ?? 0
  return RIGHT_TO_LEFT.some(([first, last]) => codePoint >= first && codePoint <= last) ? 'rtl' : 'ltr'
}

/** A name in a sentence of the other direction: by itself, so that it carries nothing of what stands around it along. */
export const inSentence = (name: string, sentence: TextDirection = 'ltr'): string =>
  (textDirection(name) ?? sentence) === sentence ? name : `\u2068${name}\u2069`
