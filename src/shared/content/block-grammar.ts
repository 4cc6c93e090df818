import { findBlockDelimiters } from './block-delimiter.ts'

/** A stretch of markup between block comments, verbatim. */
interface HtmlPiece {
  kind: 'html'
  start: number
  end: number
  source: string
}

export interface ParsedBlock {
  kind: 'block'
  name: string
  /** null when the comment's attributes are not a JSON object. */
  attributes: Record<string, unknown> | null
  /** `mismatched`: the next closer had another name; WordPress takes it all the same. */
  closing: 'void' | 'closed' | 'mismatched' | 'missing'
  inner: BlockPiece[]
  start: number
  end: number
  source: string
}

export type BlockPiece = HtmlPiece | ParsedBlock

/**
 * The blocks of a text and what stands between them. Takes any text: the sources of the pieces, joined, are the markup.
 * A block without a closer reaches to the end; a closer without a block is HTML.
 */
export function parseBlocks(markup: string): BlockPiece[] {
  const top: BlockPiece[] = []
  const open: ParsedBlock[] = []
  let siblings = top
  let taken = 0

  const takeHtml = (end: number): void => {
    if (end > taken) siblings.push({ kind: 'html', start: taken, end, source: markup.slice(taken, end) })
    taken = end
  }
  const close = (block: ParsedBlock, closing: ParsedBlock['closing'], end: number): void => {
    block.closing = closing
    block.end = end
    block.source = markup.slice(block.start, end)
    siblings = open.at(-1)?.inner ?? top
  }

  for (const delimiter of findBlockDelimiters(markup)) {
    if (delimiter.kind === 'closer') {
      if (open.length === 0) continue
      takeHtml(delimiter.start)
      const block = open.pop()
      if (block) close(block, block.name === delimiter.name ? 'closed' : 'mismatched', delimiter.end)
    } else {
      takeHtml(delimiter.start)
      const { name, attributes, start, end } = delimiter
      const source = markup.slice(start, end)
      const block: ParsedBlock = { kind: 'block', name, attributes, closing: 'void', inner: [], start, end, source }
      siblings.push(block)
      if (delimiter.kind === 'opener') {
        open.push(block)
        siblings = block.inner
      }
    }
    taken = delimiter.end
  }
  takeHtml(markup.length)
  for (let block = open.pop(); block; block = open.pop()) close(block, 'missing', markup.length)
  return top
}

/** The closers a text lacks, in order, so that what is put behind it does not become part of it. */
export function missingClosers(markup: string): string {
  const closers: string[] = []
  let last = parseBlocks(markup).at(-1)
  while (last?.kind === 'block' && last.closing === 'missing') {
    closers.unshift(`<!-- /wp:${last.name.replace(/^core\//, '')} -->`)
    last = last.inner.findLast((piece) => piece.kind === 'block')
  }
  return closers.join('')
}
