import type { MediaId } from '../domain/ids.ts'
import type { KnownNode } from './blocks/block-formats.ts'
import type { BlockNode } from './document.ts'
import { mapBlock } from './document-walk.ts'
import { markupToDocument } from './markup-to-document.ts'
import { isSameBlock } from './storable-block.ts'

/** Where the blog keeps a file of this laptop; null while it does not have it. */
export type FindUpload = (mediaId: MediaId) => { remoteId: number; url: string } | null

export interface SentBlock {
  /** With every attribute that its source states and it leaves out, and files by their place on the blog. */
  block: KnownNode
  /** What the source says, when that is one block of the same kind. */
  known: BlockNode | null
  /** It means what its source says, which goes as it is. */
  isUntouched: boolean
  missing: MediaId[]
}

type SourcedNode = Exclude<KnownNode, { type: 'container' }>

/** A block as it is to be understood when it is sent. */
export function sentBlock(block: SourcedNode, findUpload: FindUpload): SentBlock {
  const missing: MediaId[] = []
  const { source } = block.attrs
  const [sourceNode, ...others] = source === null ? [] : markupToDocument(source).content
  const known = sourceNode?.type === block.type && others.length === 0 ? sourceNode : null
  const stated = known ? withAbsentAttributes(block, known) : source === null ? block : withoutKept(block)
  const whole = mapBlock(stated, (each) => storedFile(each, findUpload, missing)) as KnownNode
  return { block: whole, known, isUntouched: known !== null && isSameBlock(known, whole), missing }
}

/** The picture or file with the address it has on the blog and none on this laptop. */
function storedFile(block: BlockNode, findUpload: FindUpload, missing: MediaId[]): BlockNode {
  if (block.type !== 'picture' && block.type !== 'video' && block.type !== 'audio' && block.type !== 'file')
    return block
  const mediaId = block.attrs.mediaId as MediaId | null
  if (mediaId === null) return block
  const { remoteId, url } = findUpload(mediaId) ?? block.attrs
  if (remoteId === null || url === null) missing.push(mediaId)
  const attrs = { ...block.attrs, mediaId: null, remoteId, url }
  if (block.type === 'picture' && block.attrs.source === null) {
    return { ...block, attrs: { ...attrs, sizeSlug: block.attrs.sizeSlug ?? 'full' } } as BlockNode
  }
  return { ...block, attrs } as BlockNode
}

/** A document of before an attribute, or an editor that does not know it, says nothing about it. */
function withAbsentAttributes<Node extends BlockNode>(block: Node, known: BlockNode): Node {
  const stated = Object.fromEntries(Object.entries(block.attrs).filter(([, value]) => value !== undefined))
  return { ...block, attrs: { ...known.attrs, ...stated } }
}

/** What was kept of another kind of block than this one has become: its name and notes stay, the rest meant the other. */
function withoutKept(block: SourcedNode): SourcedNode {
  if (!block.attrs.kept) return block
  const { attributes, html } = block.attrs.kept
  const kept = {
    attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => name === 'metadata')),
    html: Object.fromEntries(Object.entries(html).filter(([name]) => name === 'id')),
  }
  return { ...block, attrs: { ...block.attrs, kept } } as SourcedNode
}
