import type { BlockPiece, ParsedBlock } from '../block-grammar.ts'
import type { BlockNode, TextDirection } from '../document.ts'

export type BlockOf<Type extends BlockNode['type']> = Extract<BlockNode, { type: Type }>

/** What a reader may ask for. */
export interface Reading {
  /** The blocks inside a block, with their sources; text between them is opaque. null beyond the depth we read. */
  inner(pieces: readonly BlockPiece[]): BlockNode[] | null
}

export interface Writing {
  /** null: a paragraph has a direction only where it says so. */
  blogDirection: TextDirection | null
  /** The attributes that the block's comment had on the blog; null for a new one. */
  before: Readonly<Record<string, unknown>> | null
  /** Blocks one after the other, each by its source where it still means that. */
  inner(blocks: readonly BlockNode[]): string
}

/** All there is to say of one kind of block. */
export interface BlockFormat<Node extends BlockNode> {
  /**
   * The node of a block as WordPress 6.1 to 7.1 writes it, `source` null. null for one that is not so: what a reader does
   * not take for its own it keeps (BlockRest) or refuses.
   */
  read(block: ParsedBlock, reading: Reading): Node | null
  /**
   * The node as a blog can hold it, in one form for one meaning and without source; optional attributes only where they
   * say something. Blocks inside are made by `inner`.
   */
  storable(node: Node, inner: <Inner extends BlockNode>(block: Inner) => Inner): Node
  /** The block as the block editor of WordPress 7.1 saves it, so that it opens there without a notice. Of a storable node. */
  write(node: Node, writing: Writing): string
  /**
   * The block of which only the inside changed, from the bytes it had: what means in it what it meant keeps its own. Of
   * storable nodes; null where that cannot be.
   */
  rewrite?(node: Node, source: ParsedBlock): string | null
  /** What stands between `open` and `close` when nothing but that changed; only where a block's start and end can be told. */
  writeInner?(node: Node, writing: Writing): string
}
