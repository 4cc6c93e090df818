import { foldText } from '../search/fold-letters.ts'

/** A word of a tag as it is compared, and for each of its units the letter it was written with. */
interface TagWord {
  folded: string
  written: string[]
}

/** A tag's name, read once, to be compared with many. */
export interface TagShape {
  name: string
  words: TagWord[]
  joined: TagWord
  digits: string
}

const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}\u200c\u200d]+/u
const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+$/u
const LATIN = /^\p{Script=Latin}/u
/** `ال`, in front of a word that is one without it. */
const ARABIC_ARTICLE = /^ال(?=.{3})/u

/** As the blog and a person tell two tags apart: by their letters, not by the spaces around them. */
export const tagNameOf = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

export function tagShapeOf(text: string): TagShape {
  const name = tagNameOf(text)
  const words = name
    .split(BETWEEN_WORDS)
    .map(toWord)
    .filter(({ folded }) => folded !== '')
  return {
    name,
    words,
    joined: {
      folded: words.map(({ folded }) => folded).join(''),
      written: words.flatMap(({ written }) => written),
    },
    digits: words
      .map(({ folded }) => folded.replaceAll(/\D+/g, ' '))
      .join(' ')
      .trim(),
  }
}

function toWord(word: string): TagWord {
  const { text, starts } = foldText(word)
  const written = Array.from({ length: text.length }, (_, unit) =>
    String.fromCodePoint(word.codePointAt(starts[unit] ?? 0) ?? 0).toLowerCase(),
  )
  const article = ARABIC_ARTICLE.exec(text)?.[0].length ?? 0
  return { folded: text.slice(article), written: written.slice(article) }
}

/**
 * Whether two tags look like one tag that was made twice: by case, accents, forms of a letter, punctuation, a plural, the
 * Arabic article, or one slip in a long word. Symmetric, and false for a tag and itself. A person decides: words that differ
 * in meaning may look so (county, country), and what is alike in meaning only is not seen (a synonym, a translation, another
 * order of words, a plural inside an Arabic word).
 */
export function areNearTags(one: TagShape, other: TagShape): boolean {
  if (one.name === other.name || one.joined.folded === '' || one.digits !== other.digits) return false
  if (one.joined.folded === other.joined.folded) return !haveOtherMarks(one.joined, other.joined)
  if (one.words.length !== other.words.length) return false
  let slips = 0
  for (const [index, word] of one.words.entries()) {
    const counterpart = other.words[index]
    if (counterpart === undefined) return false
    if (word.folded === counterpart.folded) {
      if (haveOtherMarks(word, counterpart)) return false
    } else if (!isPlural(word.folded, counterpart.folded) && !isPlural(counterpart.folded, word.folded)) {
      slips += 1
      if (slips > 1 || !isOneSlip(word.folded, counterpart.folded)) return false
    }
  }
  return true
}

/**
 * A letter without a mark may be one whose mark was left out; two different marks are two letters, and in Vietnamese two
 * words.
 */
function haveOtherMarks(one: TagWord, other: TagWord): boolean {
  return one.written.some((letter, unit) => {
    const counterpart = other.written[unit] ?? ''
    const bare = one.folded[unit]
    return (
      letter !== counterpart && letter !== bare && counterpart !== bare && LATIN.test(letter) && LATIN.test(counterpart)
    )
  })
}

/** English and French: visas, boxes, embassies, journaux, tableaux. Not of words so short that an s makes another word. */
function isPlural(plural: string, singular: string): boolean {
  if (singular.length < 4 || !LATIN.test(singular)) return false
  return (
    plural === `${singular}s` ||
    (/(?:[sxz]|ch|sh|o)$/.test(singular) && plural === `${singular}es`) ||
    (singular.endsWith('y') && plural === `${singular.slice(0, -1)}ies`) ||
    (/(?:eau|eu)$/.test(singular) && plural === `${singular}x`) ||
    (singular.endsWith('al') && plural === `${singular.slice(0, -1)}ux`)
  )
}

const SHORTEST_WITH_SLIP = 6
/** One letter in place of another is a typing error in a long word; in a short one it is another word (Iceland, Ireland). */
const SHORTEST_WITH_OTHER_LETTER = 9
/** Spelled one way or the other: organisation, defence. */
const SPELLED_EITHER_WAY = new Set(['sz', 'cs'])

/**
 * A letter too many, too few, exchanged with its neighbour or for another. Never the first letter, and at the end of a word
 * only a mute e: what else is added there makes another word (Nigeria, Nigerian).
 */
function isOneSlip(one: string, other: string): boolean {
  if (!ALPHABETIC.test(one) || !ALPHABETIC.test(other)) return false
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length < SHORTEST_WITH_SLIP || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (at === 0) return false
  if (long.length > short.length) {
    if (at === short.length) return long.endsWith('e')
    return long.slice(at + 1) === short.slice(at)
  }
  const [was, is] = [short[at] ?? '', long[at] ?? '']
  const rest = short.slice(at + 1)
  if (rest === long.slice(at + 1)) {
    return (
      rest !== '' &&
      (SPELLED_EITHER_WAY.has([was, is].toSorted().join('')) || long.length >= SHORTEST_WITH_OTHER_LETTER)
    )
  }
  return was === long[at + 1] && is === short[at + 1] && short.slice(at + 2) === long.slice(at + 2)
}
