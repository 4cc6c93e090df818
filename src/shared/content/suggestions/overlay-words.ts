import type { InlineNode } from '../document.ts'
import { hasSameMarks, marksOf, mergeInline } from '../inline-marks.ts'
import type { NextId } from '../merge/merge-item-id.ts'
import { matchSequences } from '../merge/match-sequences.ts'
import type { WordChange, WordRun } from './overlay.ts'

const HAS_WORD = /[\p{L}\p{N}]/u
/** With less than this kept of both, a sentence was written anew, and odd words left standing of it explain nothing. */
const MIN_KEPT = 0.25
/** Of so short a text each word is a change of its own. */
const SHORT_WORDS = 8

/** A word, what stands between two, or a node that is no text; `text` is what it is known again by. */
interface Token {
  text: string
  node: InlineNode
}

/** Where two texts differ, each place with an id of its own; what stands between two places is at least one whole word. */
export function overlayWords(
  before: readonly InlineNode[],
  after: readonly InlineNode[],
  nextId: NextId,
  isPreformatted = false,
): WordRun[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const one = tokensOf(mergeInline(before, isPreformatted), segmenter)
  const other = tokensOf(mergeInline(after, isPreformatted), segmenter)
  const stretches = joined(stretchesOf(one, other), one, other)
  return stretches.map(({ isKept, from, to, otherFrom, otherTo }): WordRun => {
    const [was, is] = [one.slice(from, to), other.slice(otherFrom, otherTo)]
    if (isKept) return { kind: 'kept', content: contentOf(was) }
    const change = changeOf(was, is)
    const [oldWords, newWords] = [contentOf(was), contentOf(is)]
    const id = nextId('words', change, JSON.stringify(oldWords), JSON.stringify(newWords), ...around(one, from, to))
    return { kind: 'changed', id, change, before: oldWords, after: newWords }
  })
}

/** Words as the script parts them (Thai and Han too). */
function tokensOf(nodes: readonly InlineNode[], segmenter: Intl.Segmenter): Token[] {
  return nodes.flatMap((node): Token[] => {
    if (node.type !== 'text') return [{ text: JSON.stringify({ ...node, marks: [] }), node }]
    return [...segmenter.segment(node.text)].map(({ segment }) => ({
      text: segment,
      node: { ...node, text: segment },
    }))
  })
}

/** Line ends of preformatted words are characters by now, and stay as they are. */
const contentOf = (tokens: readonly Token[]): InlineNode[] =>
  mergeInline(
    tokens.map(({ node }) => node),
    tokens.every(({ node }) => node.type !== 'hardBreak'),
  )

/** Words beside a place: two changes alike in one sentence are not one. */
const around = (tokens: readonly Token[], from: number, to: number): string[] => [
  tokens[from - 1]?.text ?? '',
  tokens[to]?.text ?? '',
]

interface Stretch {
  isKept: boolean
  from: number
  to: number
  otherFrom: number
  otherTo: number
}

/** By turns kept and changed; a word in other marks is changed. */
function stretchesOf(one: readonly Token[], other: readonly Token[]): Stretch[] {
  const matches = matchSequences(
    one.map(({ text }) => text),
    other.map(({ text }) => text),
  )
  const stretches: Stretch[] = []
  const add = (isKept: boolean, from: number, to: number, otherFrom: number, otherTo: number): void => {
    if (from === to && otherFrom === otherTo) return
    const last = stretches.at(-1)
    if (last?.isKept === isKept) Object.assign(last, { to, otherTo })
    else stretches.push({ isKept, from, to, otherFrom, otherTo })
  }
  let from = 0
  let otherFrom = 0
  for (const [at, otherAt] of matches.entries()) {
    if (otherAt === null) continue
    add(false, from, at, otherFrom, otherAt)
    add(isSameMarked(one[at], other[otherAt]), at, at + 1, otherAt, otherAt + 1)
    from = at + 1
    otherFrom = otherAt + 1
  }
  add(false, from, one.length, otherFrom, other.length)
  return stretches
}

const isSameMarked = (one: Token | undefined, other: Token | undefined): boolean =>
  hasSameMarks(marksOf(one?.node), marksOf(other?.node))

/** A space or a comma that happens to stand in both does not part a change in two. */
function joined(stretches: readonly Stretch[], one: readonly Token[], other: readonly Token[]): Stretch[] {
  const isRewritten = isWrittenAnew(stretches, one, other)
  const result: Stretch[] = []
  for (const [index, stretch] of stretches.entries()) {
    const last = result.at(-1)
    const isBetween = index > 0 && index < stretches.length - 1
    const says = one.slice(stretch.from, stretch.to).some(({ text }) => HAS_WORD.test(text))
    const isKept = stretch.isKept && !isRewritten && (!isBetween || says)
    if (last && last.isKept === isKept) {
      last.to = stretch.to
      last.otherTo = stretch.otherTo
    } else result.push({ ...stretch, isKept })
  }
  return result
}

function isWrittenAnew(stretches: readonly Stretch[], one: readonly Token[], other: readonly Token[]): boolean {
  const words = (tokens: readonly Token[]): number => tokens.filter(({ text }) => HAS_WORD.test(text)).length
  const least = Math.min(words(one), words(other))
  if (least <= SHORT_WORDS) return false
  let kept = 0
  for (const { isKept, from, to } of stretches) if (isKept) kept += words(one.slice(from, to))
  const isOnlyFormat = one.length === other.length && one.every(({ text }, at) => text === other[at]?.text)
  return !isOnlyFormat && kept < least * MIN_KEPT
}

function changeOf(before: readonly Token[], after: readonly Token[]): WordChange {
  if (before.length === 0) return 'inserted'
  if (after.length === 0) return 'deleted'
  const isSame = before.length === after.length && before.every(({ text }, at) => text === after[at]?.text)
  return isSame ? 'formatted' : 'replaced'
}
