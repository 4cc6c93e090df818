import { missingClosers, parseBlocks, type BlockPiece } from '../block-grammar.ts'
import { isClassicMarkup, isParagraphRun, splitClassic } from '../classic/classic-pieces.ts'
import { CLASSIC } from '../markup-to-document.ts'
import { splitOuterWhiteSpace } from '../white-space.ts'

/** A block, or text between blocks less the white space around it: what is kept, moved or changed as one. */
export interface ContentChunk {
  /** `classic` for text outside of any block. */
  name: string
  text: string
  /** White space between this and the chunk before; null for the first one. */
  gap: string | null
}

export interface ChunkedContent {
  head: string
  tail: string
  chunks: ContentChunk[]
}

/** White space of both sides of a chunk that has none of its own to go by, as WordPress writes it. */
export const USUAL_GAP = '\n\n'

/**
 * `joinContent` gives the markup back byte for byte. Of a text that is all white space, everything is `head`. A post without
 * blocks is chunked where its paragraphs and elements end.
 */
export function chunkContent(markup: string): ChunkedContent {
  if (isClassicMarkup(markup)) return chunkClassic(markup)
  const chunks: ContentChunk[] = []
  let head = ''
  let whiteSpace = ''
  const take = (name: string, text: string): void => {
    if (chunks.length === 0) head = whiteSpace
    chunks.push({ name, text, gap: chunks.length === 0 ? null : whiteSpace })
    whiteSpace = ''
  }
  for (const piece of parseBlocks(markup)) {
    if (piece.kind === 'block') {
      take(piece.name, piece.source)
      continue
    }
    const { before, inner, after } = splitOuterWhiteSpace(piece.source)
    whiteSpace += before
    if (inner === '') continue
    take(CLASSIC, inner)
    whiteSpace = after
  }
  return chunks.length === 0 ? { head: whiteSpace, tail: '', chunks } : { head, tail: whiteSpace, chunks }
}

function chunkClassic(markup: string): ChunkedContent {
  const pieces = splitClassic(markup)
  const chunks = pieces.map(({ start, end }, index) => {
    const gap = index === 0 ? null : markup.slice(pieces[index - 1]?.end ?? 0, start)
    return { name: CLASSIC, text: markup.slice(start, end), gap }
  })
  const [first, last] = [pieces[0], pieces.at(-1)]
  return { head: markup.slice(0, first?.start), tail: last ? markup.slice(last.end) : '', chunks }
}

/**
 * The markup of texts in an order they may never have stood in: the gap before the first is not written, texts outside of
 * blocks do not run together, and a block whose closer is missing does not swallow the next.
 */
export function joinContent(head: string, chunks: readonly { gap: string; text: string }[], tail: string): string {
  const parts = [head]
  let last: BlockPiece | undefined
  let lastText = ''
  for (const [index, { gap, text }] of chunks.entries()) {
    const [piece] = parseBlocks(text)
    if (last?.kind === 'block' && last.closing === 'missing') parts.push(missingClosers(lastText))
    const isText = last?.kind === 'html' && piece?.kind === 'html'
    // Elements of a classic post may stand side by side; text beside blocks did not before one between was taken out.
    const runsTogether =
      isText && (isParagraphRun(lastText, gap + text) || (gap === '' && !isClassicMarkup(lastText + text)))
    if (index > 0) parts.push(runsTogether ? USUAL_GAP : gap)
    parts.push(text)
    last = piece
    lastText = text
  }
  // A block without a closer reaches to the end: white space put there would become part of it.
  return parts.join('') + (last?.kind === 'block' && last.closing === 'missing' ? '' : tail)
}
