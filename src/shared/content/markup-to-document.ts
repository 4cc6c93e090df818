import { parseBlocks } from './block-grammar.ts'
import { readBlock } from './block-readers.ts'
import { emptyDocument, type BlockNode, type PostDocument } from './document.ts'
import { splitOuterWhiteSpace } from './white-space.ts'

/** The name that text outside of any block goes by. */
export const CLASSIC = 'classic'

/**
 * The post as the editor shows it, of any text whatever. The sources of the nodes, joined, are the markup; white space
 * between two blocks belongs to the later one. What is not modelled in full is `opaque`.
 */
export function markupToDocument(markup: string): PostDocument {
  const content: BlockNode[] = []
  let whiteSpace = ''
  for (const piece of parseBlocks(markup)) {
    if (piece.kind === 'block') {
      const source = whiteSpace + piece.source
      content.push(withSource(readBlock(piece), source, piece.name))
      whiteSpace = ''
      continue
    }
    const { before, inner, after } = splitOuterWhiteSpace(piece.source)
    whiteSpace += before
    if (inner === '') continue
    content.push(withSource(null, whiteSpace + inner, CLASSIC))
    whiteSpace = after
  }
  if (whiteSpace !== '') {
    const last = content.at(-1)
    if (!last) return { type: 'doc', content: [{ type: 'paragraph', attrs: { dir: null, source: whiteSpace } }] }
    last.attrs.source = (last.attrs.source ?? '') + whiteSpace
  }
  return content.length > 0 ? { type: 'doc', content } : emptyDocument()
}

function withSource(node: BlockNode | null, source: string, blockName: string): BlockNode {
  if (!node) return { type: 'opaque', attrs: { blockName, source } }
  node.attrs.source = source
  return node
}
