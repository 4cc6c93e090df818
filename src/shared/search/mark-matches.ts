import type { MarkedText } from '../domain/search.ts'
import { foldText, type FoldedText } from './fold-letters.ts'
import type { SearchTerm } from './parse-search.ts'

const GRAM_SCRIPTS = ['Han', 'Hira', 'Kana', 'Hang', 'Bopo', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Arab', 'Hebr']
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('')
const LETTERS = String.raw`\p{L}\p{N}\p{M}`
const WORD_LETTER = `[[${LETTERS}]--[${GRAM_SCRIPTS}]]`
const BETWEEN = `[^${LETTERS}]`

/** Finds a term in folded text exactly where the index would. */
export function termPattern({ runs, isOpen }: SearchTerm): RegExp {
  const parts = runs.map(({ kind, text }, index) => {
    const before = index > 0 ? BETWEEN + (kind === 'word' && runs[index - 1]?.kind === 'word' ? '+' : '*') : ''
    return before + (kind === 'word' ? `(?<!${WORD_LETTER})${text}` : text)
  })
  const isClosedWord = !isOpen && runs.at(-1)?.kind === 'word'
  return new RegExp(parts.join('') + (isClosedWord ? `(?!${WORD_LETTER})` : ''), 'gv')
}

const MOST_RANGES = 50

/** The places of all terms, in order; what overlaps is one place. */
export function markTerms(text: string, terms: SearchTerm[]): MarkedText {
  const composed = text.normalize('NFC')
  const folded = foldText(composed)
  const found = terms.flatMap((term) => placesOf(folded, termPattern(term)))
  return { text: composed, ranges: joined(found) }
}

function placesOf({ text, starts }: FoldedText, pattern: RegExp): MarkedText['ranges'] {
  const places: MarkedText['ranges'] = []
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length
    places.push([starts[match.index] ?? 0, starts[end] ?? 0])
    if (places.length === MOST_RANGES) break
  }
  return places
}

function joined(places: MarkedText['ranges']): MarkedText['ranges'] {
  const result: MarkedText['ranges'] = []
  for (const [start, end] of places.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else if (end > start) result.push([start, end])
  }
  return result
}

const PASSAGE_LENGTH = 160
const LEAD = 50
const MOST_READ = 400_000

/** The line in which most of the terms stand, the first of those, cut to what fits; null when there is none. */
export function findPassage(text: string, terms: SearchTerm[]): MarkedText | null {
  if (terms.length === 0) return null
  const patterns = terms.map(termPattern)
  let best: { line: string; count: number } | null = null
  let readLength = 0
  for (const line of text.split('\n')) {
    readLength += line.length
    if (readLength > MOST_READ) break
    const folded = foldText(line.normalize('NFC')).text
    const count = patterns.filter((pattern) => folded.search(pattern) >= 0).length
    if (count > (best?.count ?? 0)) best = { line, count }
    if (best?.count === patterns.length) break
  }
  return best && cut(markTerms(best.line, terms))
}

/** About the first place, with a little before it; never through a character. */
function cut({ text, ranges }: MarkedText): MarkedText {
  const [first] = ranges
  if (text.length <= PASSAGE_LENGTH + LEAD || !first) return { text, ranges }
  const start = first[0] <= LEAD ? 0 : atSpace(text, first[0] - LEAD, first[0])
  const end = Math.min(text.length, wholeCharacter(text, Math.max(start + PASSAGE_LENGTH, first[1])))
  const lead = start > 0 ? '…' : ''
  const shift = lead.length - start
  return {
    text: lead + text.slice(start, end) + (end < text.length ? '…' : ''),
    ranges: ranges.flatMap(([from, to]): MarkedText['ranges'] =>
      from >= start && to <= end ? [[from + shift, to + shift]] : [],
    ),
  }
}

/** Behind the first space from `from` on, if one comes soon. */
function atSpace(text: string, from: number, before: number): number {
  const space = text.indexOf(' ', from)
  return space >= 0 && space < before - 10 ? space + 1 : wholeCharacter(text, from)
}

const wholeCharacter = (text: string, at: number): number =>
  /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) ? at + 1 : at
