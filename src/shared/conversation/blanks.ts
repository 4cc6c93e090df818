import { replyOfPlainWords, replyWords } from './reply-text.ts'

/** What a saved reply leaves open: the reader's name, the post's title and address, and the person's own name. */
export const BLANKS = ['name', 'post', 'link', 'me'] as const
export type Blank = (typeof BLANKS)[number]

/** '' for what is not known. */
export type BlankValues = Record<Blank, string>

/** Anything in braces that begins with a letter: also one of the person's own making is to be filled before it is sent. */
export const OPEN_BLANK = /\{\p{L}[\p{L}\p{N} _-]{0,30}\}/gu

/** The text with everything filled that is known; the rest stays, in its braces. */
export const fillBlanks = (text: string, values: BlankValues): string =>
  text.replaceAll(/\{(name|post|link|me)\}/g, (whole, blank: Blank) => {
    const value = values[blank].replaceAll(/\s+/g, ' ').trim()
    return value === '' ? whole : replyOfPlainWords(value)
  })

/** Each that is still open, once. */
export const openBlanks = (text: string): string[] => [
  ...new Set([...replyWords(text).matchAll(OPEN_BLANK)].map(([blank]) => blank)),
]

/** The other way round, for a reply that is to be said again: where its words are the reader's, the post's or one's own, a blank. */
export function leaveBlanks(text: string, values: Omit<BlankValues, 'link'>): string {
  const known = (['name', 'post', 'me'] as const)
    .map((blank) => ({ blank, words: replyOfPlainWords(values[blank]) }))
    .filter(({ words }) => words.length > 2)
    .toSorted((one, other) => other.words.length - one.words.length)
  return text
    .split(/(<[^<>]*>)/)
    .map((part) =>
      part.startsWith('<')
        ? part
        : known.reduce((left, { blank, words }) => left.replaceAll(wholeWords(words), `{${blank}}`), part),
    )
    .join('')
}

/** Not within a longer word. */
const wholeWords = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${words.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu')
