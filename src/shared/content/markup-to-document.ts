import { parseBlocks, type BlockPiece, type ParsedBlock } from './block-grammar.ts'
import type { Reading } from './blocks/block-format.ts'
import { formatNamed } from './blocks/block-formats.ts'
import { containerFormat } from './blocks/container-format.ts'
import { readNoteList } from './blocks/footnotes-format.ts'
import { isClassicMarkup, splitClassic } from './classic/classic-pieces.ts'
import { readOnePiece } from './classic/read-classic.ts'
import { emptyDocument, type BlockNode, type PostDocument } from './document.ts'
import { splitOuterWhiteSpace } from './white-space.ts'

/** The name that text outside of any block goes by. */
export const CLASSIC = 'classic'

/** Blocks in blocks beyond this stay as they are; a document may be 64 nodes deep. */
const MAX_LEVELS = 16

/**
 * The post as the editor shows it, of any text whatever. The sources of the nodes, joined, are the markup; white space
 * between two blocks belongs to the later one. What is not modelled in full is `opaque`.
 */
export function markupToDocument(markup: string): PostDocument {
  const { content, whiteSpace } = isClassicMarkup(markup) ? readClassicPost(markup) : readPieces(parseBlocks(markup), 1)
  if (whiteSpace !== '') {
    const last = content.at(-1)
    if (!last) return { type: 'doc', content: [{ type: 'paragraph', attrs: { dir: null, source: whiteSpace } }] }
    addBehind(last, whiteSpace)
  }
  return content.length > 0 ? { type: 'doc', content } : emptyDocument()
}

/** The node of one block, `source` null; null when it is not modelled. */
export function readBlock(block: ParsedBlock, level = 1): BlockNode | null {
  const format = block.closing === 'missing' || block.closing === 'mismatched' ? undefined : formatNamed(block.name)
  const reading = readingAt(level)
  const notes = readNoteList(block)
  if (notes) return notes
  const isContainer = !format || block.name === 'core/quote'
  return format?.read(block, reading) ?? (isContainer ? containerFormat.read(block, reading) : null)
}

const readingAt = (level: number): Reading => ({
  inner(pieces) {
    if (level >= MAX_LEVELS) return null
    const { content, whiteSpace } = readPieces(pieces, level + 1)
    const last = content.at(-1)
    if (whiteSpace !== '' && last) addBehind(last, whiteSpace)
    return content
  },
})

interface ReadPieces {
  content: BlockNode[]
  /** What stands behind the last of them. */
  whiteSpace: string
}

function readClassicPost(markup: string): ReadPieces {
  let taken = 0
  const content = splitClassic(markup).map(({ start, end }) => {
    const whiteSpace = markup.slice(taken, start)
    const source = markup.slice(start, end)
    taken = end
    return withSource(readOnePiece(source), { whiteSpace, source, blockName: CLASSIC })
  })
  return { content, whiteSpace: markup.slice(taken) }
}

function readPieces(pieces: readonly BlockPiece[], level: number): ReadPieces {
  const content: BlockNode[] = []
  let whiteSpace = ''
  for (const piece of pieces) {
    if (piece.kind === 'block') {
      content.push(withSource(readBlock(piece, level), { whiteSpace, source: piece.source, blockName: piece.name }))
      whiteSpace = ''
      continue
    }
    const { before, inner, after } = splitOuterWhiteSpace(piece.source)
    whiteSpace += before
    if (inner === '') continue
    content.push(withSource(null, { whiteSpace, source: inner, blockName: CLASSIC }))
    whiteSpace = after
  }
  return { content, whiteSpace }
}

function withSource(
  node: BlockNode | null,
  { whiteSpace, source, blockName }: { whiteSpace: string; source: string; blockName: string },
): BlockNode {
  if (!node) return { type: 'opaque', attrs: { blockName, source: whiteSpace + source } }
  if (node.type === 'container') node.attrs.open = whiteSpace + node.attrs.open
  else node.attrs.source = whiteSpace + source
  return node
}

function addBehind(node: BlockNode, whiteSpace: string): void {
  if (node.type === 'container') node.attrs.close += whiteSpace
  else node.attrs.source = (node.attrs.source ?? '') + whiteSpace
}
