import { matchSequences } from './merge/match-sequences.ts'

/** How many words a text has that another had not, and the other way round. */
export interface ChangedWords {
  added: number
  removed: number
}

/** Word by word, in the order of reading; lines that are the same at the beginning and the end cost nothing. */
export function countChangedWords(before: string, after: string): ChangedWords {
  const [one, other] = withoutSameEnds(before.split('\n'), after.split('\n'))
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const wordsOf = (lines: readonly string[]): string[] =>
    lines.flatMap((line) =>
      Array.from(segmenter.segment(line)).flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : [])),
    )
  const wordsBefore = wordsOf(one)
  const wordsAfter = wordsOf(other)
  const kept = matchSequences(wordsBefore, wordsAfter).filter((place) => place !== null).length
  return { added: wordsAfter.length - kept, removed: wordsBefore.length - kept }
}

function withoutSameEnds(one: string[], other: string[]): [string[], string[]] {
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1
  let end = 0
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)]
}
