import { formatOf } from './blocks/block-formats.ts'
import type { BlockNode } from './document.ts'

/**
 * The block as a WordPress blog can hold it, in one form for one meaning and without sources (opaque blocks keep theirs,
 * less the white space around it):
 * two blocks mean the same exactly when their storable forms are equal, see isSameBlock.
 */
export function storableBlock<Node extends BlockNode>(block: Node): Node {
  if (block.type === 'opaque') {
    const { blockName, source } = block.attrs
    return { type: 'opaque', attrs: { blockName, source: source.trim() } } as Node
  }
  return formatOf(block.type).storable(block, storableBlock) as Node
}

/** Whether two blocks mean the same on the blog, wherever they came from and whatever an editor added to them. */
export const isSameBlock = (one: BlockNode, other: BlockNode): boolean =>
  one.type === other.type && JSON.stringify(storableBlock(one)) === JSON.stringify(storableBlock(other))
