import { isBlankLine, type ShareLine } from '../domain/share-line.ts'
import { PLATFORMS, type Counting, type PlatformRule } from './platforms.ts'
import { withAddress } from './post-address.ts'

/** `limit`: null where none is known. */
export interface ShareLength {
  count: number
  limit: number | null
  isOver: boolean
}

/** Announcements and press lines go where the desk does not know of any limit. */
const NO_RULE: PlatformRule = PLATFORMS.other

const ruleOf = ({ kind, platform, ownLimit }: Pick<ShareLine, 'kind' | 'platform' | 'ownLimit'>): PlatformRule => {
  if (kind !== 'platform') return NO_RULE
  return platform === 'other' ? { ...NO_RULE, limit: ownLimit } : PLATFORMS[platform]
}

/** How long a line is where it will stand, with the address of the post in it: the live one, or as long as it is likely to be. */
export function countShareLine(line: Omit<ShareLine, 'id'>, address: string): ShareLength {
  const rule = ruleOf(line)
  const count = isBlankLine(line) ? 0 : countShareText(withAddress(line.text, address).trim(), rule)
  return { count, limit: rule.limit, isOver: rule.limit !== null && count > rule.limit }
}

/** What counts as a link: with its scheme, up to white space, without the signs that end a sentence. */
const LINK = /https?:\/\/[^\s<>"“”«»]+?(?=[.,;:!?)\]}'’。，！？）]*(?:[\s<>"“”«»]|$))/giu

/** The length of a text in the measure of a platform, links at their price. A half counts whole. */
export function countShareText(
  text: string,
  { counts, linkCounts }: Pick<PlatformRule, 'counts' | 'linkCounts'>,
): number {
  // Composed, as all of them count: é is one however it was typed.
  const composed = text.normalize('NFC').replaceAll('\r\n', '\n')
  if (linkCounts === null) return Math.ceil(measure(composed, counts))
  let links = 0
  const bare = composed.replaceAll(LINK, () => {
    links += 1
    return ''
  })
  return Math.ceil(measure(bare, counts) + links * linkCounts)
}

let segmenter: Intl.Segmenter | null = null

function* graphemesOf(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  for (const { segment } of segmenter.segment(text)) yield segment
}

function measure(text: string, counts: Counting): number {
  switch (counts) {
    case 'units':
      return text.length
    case 'graphemes': {
      let count = 0
      for (const _ of graphemesOf(text)) count += 1
      return count
    }
    case 'weighted': {
      let count = 0
      for (const grapheme of graphemesOf(text)) count += isEmoji(grapheme) ? 2 : weightOfX(grapheme)
      return count
    }
    case 'halves': {
      let count = 0
      for (const grapheme of graphemesOf(text)) count += /^[\0-\u{7f}]+$/u.test(grapheme) ? 0.5 : 1
      return count
    }
  }
}

/** An emoji is two however many code points it is made of (twitter-text, `emojiParsingEnabled`). A plain digit is none. */
const isEmoji = (grapheme: string): boolean => /\p{Emoji_Presentation}|\p{Emoji}\u{fe0f}/u.test(grapheme)

/** Code points that X counts once; all others are two (twitter-text, config/v3.json). */
const COUNTED_ONCE: readonly (readonly [from: number, to: number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
]

function weightOfX(grapheme: string): number {
  let weight = 0
  for (const character of grapheme) {
    const point = character.codePointAt(0) ?? 0
    weight += COUNTED_ONCE.some(([from, to]) => point >= from && point <= to) ? 1 : 2
  }
  return weight
}
