import { CLASSIC } from '../markup-to-document.ts'
import type { BlockNode, PostDocument, StructureNode } from '../document.ts'
import { walkDocument } from '../document-walk.ts'
import { isBlank } from '../white-space.ts'
import { isClassicMarkup } from './classic-pieces.ts'

/** `classic`: text whose paragraphs WordPress makes of its blank lines, as before 5.0. A post is of one form throughout. */
export type PostForm = 'classic' | 'blocks'

const ownSource = (block: BlockNode): string =>
  block.type === 'container' ? block.attrs.open : (block.attrs.source ?? '')

const hasBlockForm = (block: BlockNode): boolean => block.type === 'container' || !isClassicMarkup(ownSource(block))

/** A post stays classic while it has a piece that came so and no block; one begun here is of blocks. */
export function formOf(document: PostDocument): PostForm {
  if (document.content.some(hasBlockForm)) return 'blocks'
  return document.content.some((block) => !isBlank(ownSource(block))) ? 'classic' : 'blocks'
}

/** A piece of a classic post that can be edited: of another form than a block of the same kind. */
export const isClassicPiece = (block: BlockNode): boolean =>
  block.type !== 'opaque' && !hasBlockForm(block) && !isBlank(ownSource(block))

/** Text outside of blocks that stays as it is. */
export const isClassicOpaque = (block: BlockNode): boolean =>
  block.type === 'opaque' && block.attrs.blockName === CLASSIC

/** Kinds that the classic editor has no way of writing. */
export const BLOCKS_ONLY = [
  'container',
  'pullquote',
  'verse',
  'gallery',
  'video',
  'audio',
  'file',
  'buttons',
  'footnotes',
  'customHtml',
] as const satisfies readonly BlockNode['type'][]

export type BlockOnlyType = (typeof BLOCKS_ONLY)[number]

export const isBlockOnly = <Node extends StructureNode>(node: Node): node is Extract<Node, { type: BlockOnlyType }> =>
  BLOCKS_ONLY.some((type) => type === node.type)

/** What stands in the post, also inside others, that only a block can say, so that all of a classic post goes as blocks; null of nothing. */
export function blockOnly(document: PostDocument): BlockOnlyType | 'table' | null {
  for (const node of walkDocument(document)) {
    if (isBlockOnly(node)) return node.type
    if (node.type === 'table' && node.attrs.caption !== '') return 'table'
  }
  return null
}
