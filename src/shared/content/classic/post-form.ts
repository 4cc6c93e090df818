import { CLASSIC } from '../markup-to-document.ts'
import type { BlockNode, PostDocument } from '../document.ts'
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

const BLOCKS_ONLY: ReadonlySet<BlockNode['type']> = new Set([
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
])

/** What stands in the post that only a block can say, so that all of a classic post goes as blocks; null of nothing. */
export const blockOnly = (document: PostDocument): BlockNode['type'] | null =>
  document.content.find(({ type }) => BLOCKS_ONLY.has(type))?.type ?? null
