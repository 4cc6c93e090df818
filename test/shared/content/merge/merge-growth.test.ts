import { test } from 'vitest'
import { mergePosts } from '../../../../src/shared/content/merge/merge-posts.ts'
import { expectNearLinear } from '../../../support/work-growth.ts'
import { blocks, contents, list, paragraph } from './versions.ts'

const numbered = (count: number, text: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => paragraph(text(at)))

const plain = (at: number): string => `Room ${at} opens at nine, and its door is number ${at * 7}.`
/** Each token only once inside the anchors of the step before: what makes a naive patience diff go ever deeper. */
const nested = (count: number): string[] =>
  Array.from({ length: count / 2 }, (_, at) => at).flatMap((at) => [`u${at}`, `u${at + 1}`])

/** Base, mine and theirs of so many blocks. */
const posts: Record<string, (count: number) => [string[], string[], string[]]> = {
  'untouched blocks': (count) => [numbered(count, plain), numbered(count, plain), numbered(count, plain)],
  'blocks that both sides edited': (count) => [
    numbered(count, plain),
    numbered(count, (at) => plain(at).replace('opens', 'shuts')),
    numbered(count, (at) => plain(at).replace('door', 'gate')),
  ],
  'blocks that have nothing in common': (count) => [
    numbered(count, (at) => `a${at} b${at}`),
    numbered(count, (at) => `c${at} d${at}`),
    numbered(count, (at) => `e${at} f${at}`),
  ],
  'blocks of the same few words': (count) => [
    numbered(count, (at) => `visa desk ${at % 7}`),
    numbered(count, (at) => `desk visa ${at % 11}`),
    numbered(count, (at) => `visa ${at % 13}`),
  ],
  'blocks in reverse': (count) => [numbered(count, plain), numbered(count, plain).toReversed(), numbered(count, plain)],
  'blocks put in front by both': (count) => [
    numbered(1, plain),
    [...numbered(count, (at) => `m${at}`), ...numbered(1, plain)],
    [...numbered(count, (at) => `t${at}`), ...numbered(1, plain)],
  ],
  'the same block over and over': (count) => [
    numbered(count, () => 'x'),
    numbered(count + count / 10, () => 'x'),
    numbered(count - count / 10, () => 'x'),
  ],
  'anchors within anchors': (count) => [
    nested(count).map(paragraph),
    nested(count).toReversed().map(paragraph),
    nested(count).map(paragraph),
  ],
  'openers without a closer': (count) => {
    const open = Array.from({ length: count }, () => '<!-- wp:group -->')
    return [open, [...open, 'mine'], ['theirs', ...open]]
  },
  'pieces of one word outside of any block': (count) => {
    const word = 'data'.repeat(count * 10)
    return [[word], [`mine${word}`], [`${word}theirs`]]
  },
  'paragraphs of a classic post that both edited': (count) => {
    const classic = (text: (at: number) => string): string[] => [
      Array.from({ length: count }, (_, at) => text(at)).join('\n\n'),
    ]
    return [
      classic(plain),
      classic((at) => plain(at).replace('opens', 'shuts')),
      classic((at) => plain(at).replace('door', 'gate')),
    ]
  },
  'items of one list that both edited': (count) => {
    const items = (text: (at: number) => string): string[] => [
      list(...Array.from({ length: count }, (_, at) => text(at))),
    ]
    return [
      items(plain),
      items((at) => plain(at).replace('opens', 'shuts')),
      items((at) => plain(at).replace('door', 'gate')),
    ]
  },
  'words of one paragraph that both edited': (count) => {
    const words = (text: (at: number) => string): string[] => [
      paragraph(Array.from({ length: count }, (_, at) => text(at)).join(' ')),
    ]
    return [
      words((at) => `w${at} and`),
      words((at) => (at % 10 === 3 ? `mine${at} and` : `w${at} and`)),
      words((at) => (at % 10 === 8 ? `theirs${at} and` : `w${at} and`)),
    ]
  },
}

test.each(Object.entries(posts))('10,000 %s take less than twenty-five times the work of 1,000', (_what, make) => {
  expectNearLinear((count) => {
    const [base, mine, theirs] = make(count)
    const versions = contents(blocks(...base), blocks(...mine), blocks(...theirs))
    return () => void mergePosts(versions)
  })
})
