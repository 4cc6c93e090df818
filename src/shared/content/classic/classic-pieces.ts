import { splitOuterWhiteSpace } from '../white-space.ts'

/** A paragraph, an element, or a run of shortcodes of a classic post. Offsets are into the text, white space around left out. */
export interface ClassicPiece {
  /** `bare`: text whose paragraph WordPress makes of its blank lines. */
  kind: 'bare' | 'element'
  start: number
  end: number
}

/** Elements that end a paragraph: those of WordPress's `wpautop` (7.1). */
const BLOCK_ELEMENTS = new Set(
  'table thead tfoot caption col colgroup tbody tr td th div dl dd dt ul ol li pre form map area blockquote address style p h1 h2 h3 h4 h5 h6 hr fieldset legend section article aside hgroup header footer nav figure figcaption details menu summary script textarea'.split(
    ' ',
  ),
)
const VOID_ELEMENTS = new Set(['hr', 'area', 'col'])
const RAW_ELEMENTS = new Set(['script', 'style', 'textarea'])
const TAG = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*>/iy
const BREAK_COMMENT = /^<!--(?:more[^]*|nextpage)-->$/
const BLANK_LINE = /\r?\n[ \t]*\r?\n\s*/g
/** Of a paragraph that opens more of them than any person's, the rest is text. */
const MAX_SHORTCODES = 100
const SHORTCODE_TAG = /\[(\/?)([a-z][\w-]*)(?:[\s=][^[\]]*)?\]/gi

/**
 * Whether WordPress makes the paragraphs of a post itself: it does where the post has no block (`has_blocks`, 5.0 to 7.1). One
 * that has only the end of a block is none: a block put into it would be taken apart.
 */
export const isClassicMarkup = (markup: string): boolean => !/<!--\s*\/?wp:/.test(markup)

/**
 * The pieces of a text without blocks, cut where WordPress's `wpautop` would begin a paragraph or leave one. Takes any text,
 * in about linear time; what stands between two pieces is white space.
 */
export function splitClassic(text: string): ClassicPiece[] {
  const pieces: ClassicPiece[] = []
  let taken = 0
  const takeText = (end: number): void => {
    pieces.push(...bareParagraphs(text, taken, end))
    taken = end
  }
  for (const { start, end } of outerElements(text)) {
    takeText(start)
    pieces.push({ kind: 'element', start, end })
    taken = end
  }
  takeText(text.length)
  return pieces
}

const hasBlankLine = (text: string): boolean => /\n[ \t]*\r?\n/.test(text)

/** Whether two pieces, put one behind the other, would become one paragraph. */
export function isParagraphRun(before: string, after: string): boolean {
  if (!isClassicMarkup(before) || !isClassicMarkup(after)) return false
  const [one, other] = [splitOuterWhiteSpace(before), splitOuterWhiteSpace(after)]
  if (one.inner === '' || other.inner === '' || hasBlankLine(one.after + other.before)) return false
  return splitClassic(one.inner).at(-1)?.kind === 'bare' && splitClassic(other.inner)[0]?.kind === 'bare'
}

interface Tag {
  name: string
  isClosing: boolean
  start: number
  end: number
}

/** Elements of their own that stand in no other. A tag without its other half is one by itself. */
function outerElements(text: string): { start: number; end: number }[] {
  const tags = blockTags(text)
  const closers = matchClosers(tags)
  const elements: { start: number; end: number }[] = []
  for (let index = 0; index < tags.length; index += 1) {
    const tag = tags[index]
    const closer = closers.get(index)
    if (!tag) continue
    elements.push({ start: tag.start, end: (closer === undefined ? tag : (tags[closer] ?? tag)).end })
    if (closer !== undefined) index = closer
  }
  return elements
}

/** The tags that end a paragraph, and the comments that do. */
function blockTags(text: string): Tag[] {
  const tags: Tag[] = []
  const lastComment = text.lastIndexOf('-->')
  const withoutCloser = new Set<string>()
  /** Where an element whose text is no HTML ends; a name that has no end any more is not looked for again. */
  const closerOf = (name: string, from: number): number | null => {
    if (withoutCloser.has(name)) return null
    const closer = new RegExp(`</${name}\\s*>`, 'gi')
    closer.lastIndex = from
    const found = closer.exec(text)
    if (!found) withoutCloser.add(name)
    return found?.index ?? null
  }
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at) && at + 4 <= lastComment) {
      const end = text.indexOf('-->', at + 4) + 3
      if (BREAK_COMMENT.test(text.slice(at, end))) tags.push({ name: '', isClosing: false, start: at, end })
      at = end
      continue
    }
    TAG.lastIndex = at
    const [whole, slash, name = ''] = TAG.exec(text) ?? []
    if (whole === undefined) {
      at += 1
      continue
    }
    const [lowerName, start] = [name.toLowerCase(), at]
    at += whole.length
    if (!BLOCK_ELEMENTS.has(lowerName)) continue
    tags.push({ name: lowerName, isClosing: slash === '/', start, end: at })
    if (slash === '' && RAW_ELEMENTS.has(lowerName)) at = closerOf(lowerName, at) ?? at
  }
  return tags
}

/** By the index of an opening tag that of its closing one. */
function matchClosers(tags: readonly Tag[]): Map<number, number> {
  const open = new Map<string, number[]>()
  const closers = new Map<number, number>()
  for (const [index, { name, isClosing }] of tags.entries()) {
    if (name === '' || VOID_ELEMENTS.has(name)) continue
    const openers = open.get(name) ?? []
    open.set(name, openers)
    if (!isClosing) {
      if (name === 'p') openers.length = 0
      openers.push(index)
      continue
    }
    const opener = openers.pop()
    if (opener !== undefined) closers.set(opener, index)
  }
  return closers
}

function bareParagraphs(text: string, from: number, to: number): ClassicPiece[] {
  const pieces: ClassicPiece[] = []
  const take = (start: number, end: number): void => {
    const { before, inner } = splitOuterWhiteSpace(text.slice(start, end))
    if (inner === '') return
    pieces.push({ kind: 'bare', start: start + before.length, end: start + before.length + inner.length })
  }
  const region = text.slice(from, to)
  let start = from
  for (const match of region.matchAll(BLANK_LINE)) {
    take(start, from + match.index)
    start = from + match.index + match[0].length
  }
  take(start, to)
  return joinShortcodes(text, pieces)
}

/** A shortcode that begins beside other text and ends in a later paragraph holds all between as one piece. */
function joinShortcodes(text: string, pieces: readonly ClassicPiece[]): ClassicPiece[] {
  const tags = pieces.map(({ start, end }) => halfShortcodes(text.slice(start, end)))
  const closings = new Map<string, number[]>()
  for (const [index, { closed }] of [...tags.entries()].toReversed()) {
    for (const name of closed)
      closings
        .set(name, closings.get(name) ?? [])
        .get(name)
        ?.push(index)
  }
  const nextClosing = (name: string, from: number): number => {
    const waiting = closings.get(name) ?? []
    while ((waiting.at(-1) ?? Infinity) <= from) waiting.pop()
    return waiting.at(-1) ?? -1
  }
  const joined: ClassicPiece[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]
    const { opened = [], isAlone = false } = tags[index] ?? {}
    if (!piece) continue
    const last = isAlone ? -1 : Math.max(-1, ...opened.slice(0, MAX_SHORTCODES).map((name) => nextClosing(name, index)))
    joined.push(last === -1 ? piece : { ...piece, end: pieces[last]?.end ?? piece.end })
    if (last !== -1) index = last
  }
  return joined
}

/** Names of shortcodes that a paragraph opens and does not close, and that it closes and has not opened; each once. */
function halfShortcodes(text: string): { opened: string[]; closed: string[]; isAlone: boolean } {
  const open = new Map<string, number>()
  const closed = new Set<string>()
  for (const [, slash, name = ''] of text.matchAll(SHORTCODE_TAG)) {
    const count = open.get(name) ?? 0
    if (slash === '') open.set(name, count + 1)
    else if (count > 0) open.set(name, count - 1)
    else closed.add(name)
  }
  const opened = [...open].filter(([, count]) => count > 0).map(([name]) => name)
  return { opened, closed: [...closed], isAlone: /^\[[^[\]]*\]$/.test(text) }
}
