import { placeOf } from '../checks/place.ts'
import type { ReadablePost, TextBlock } from '../checks/readable-post.ts'
import { matchSequences } from '../merge/match-sequences.ts'
import type { Anchor, FoundAnchor } from './anchor.ts'
import { isSamePath, wordsOfBlock } from './make-anchor.ts'

const HAS_WORD = /[\p{L}\p{N}]/u
/** Of a passage that was rewritten so much of its words must be left for it to be the same one. */
const LEAST_LEFT = 0.5
/** A text may say "the" ten thousand times; the nearest hundred are enough to choose from. */
const MOST_PLACES = 100

/**
 * Where the passage of a note stands in a text that was edited since: word for word, by the words around it where it stands
 * several times; or partly rewritten, where half of its words are left beside each other. null when it is gone: the note is
 * then shown with its old words. Linear in the length of the post.
 */
export function findAnchor(post: ReadablePost, anchor: Anchor): FoundAnchor | null {
  if (anchor.where.in === 'block') return findBlock(post, anchor)
  const texts = post.texts.filter(({ holder }) => holder !== 'source')
  return findExact(texts, anchor) ?? findRewritten(texts, anchor)
}

function findBlock(post: ReadablePost, { after, type, where }: Anchor): FoundAnchor | null {
  const path = 'path' in where ? where.path : []
  const alike = post.blocks.filter((block) => block.type === type)
  const same = alike.filter((block) => wordsOfBlock(post, block.path) === after)
  const found = same.find((block) => isSamePath(block.path, path)) ?? same[0]
  if (found) return { where: { in: 'block', path: found.path }, isChanged: false }
  const there = alike.find((block) => isSamePath(block.path, path))
  return there ? { where: { in: 'block', path: there.path }, isChanged: true } : null
}

function findExact(texts: readonly TextBlock[], anchor: Anchor): FoundAnchor | null {
  let best: { block: TextBlock; from: number; score: number } | null = null
  let places = 0
  for (const block of texts) {
    for (let from = indexIn(block, anchor, 0); from >= 0; from = indexIn(block, anchor, from + 1)) {
      const score = nearness(block, from, anchor)
      if (!best || score > best.score) best = { block, from, score }
      places += 1
      if (places >= MOST_PLACES) break
    }
  }
  if (!best) return null
  const { block, from } = best
  return { where: placeOf(block, from, from + anchor.quote.length), isChanged: false }
}

const indexIn = ({ text }: TextBlock, { quote }: Anchor, from: number): number =>
  quote === '' ? -1 : text.indexOf(quote, from)

/** How much of the words around it is the same, and whether it is where it was. */
function nearness({ text, path, type, holder }: TextBlock, from: number, anchor: Anchor): number {
  const { before, after, where, quote } = anchor
  let left = 0
  while (left < before.length && text[from - 1 - left] === before[before.length - 1 - left]) left += 1
  let right = 0
  while (right < after.length && text[from + quote.length + right] === after[right]) right += 1
  const isThere = 'path' in where ? holder === 'text' && isSamePath(path, where.path) : holder === where.in
  return left + right + (isThere ? 4 : 0) + (type === anchor.type ? 1 : 0)
}

interface Token {
  text: string
  at: number
}

function findRewritten(texts: readonly TextBlock[], anchor: Anchor): FoundAnchor | null {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const tokensOf = (text: string): Token[] =>
    [...segmenter.segment(text)].map(({ segment, index }) => ({ text: segment, at: index }))
  const whole = tokensOf(anchor.before + anchor.quote + anchor.after)
  const [start, end] = [anchor.before.length, anchor.before.length + anchor.quote.length]
  const isQuoted = ({ at, text }: Token): boolean => at >= start && at < end && HAS_WORD.test(text)
  const quoted = whole.filter(isQuoted).length
  const words = new Set(whole.filter(isQuoted).map(({ text }) => text))
  let best: { block: TextBlock; from: number; to: number; left: number } | null = null
  for (const block of texts) {
    const tokens = tokensOf(block.text)
    if (!tokens.some(({ text }) => words.has(text))) continue
    const matches = matchSequences(
      whole.map(({ text }) => text),
      tokens.map(({ text }) => text),
    )
    const found = whole.flatMap((token, index) => {
      const match = tokens[matches[index] ?? -1]
      return match && isQuoted(token) ? [match] : []
    })
    const [first, last] = [found[0], found.at(-1)]
    if (!first || !last || found.length < quoted * LEAST_LEFT || found.length <= (best?.left ?? 0)) continue
    best = { block, from: first.at, to: last.at + last.text.length, left: found.length }
  }
  return best ? { where: placeOf(best.block, best.from, best.to), isChanged: true } : null
}
