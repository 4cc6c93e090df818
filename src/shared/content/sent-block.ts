import type { MediaId } from '../domain/ids.ts'
import type { KnownNode } from './blocks/block-formats.ts'
import type { BlockNode, VideoTrack } from './document.ts'
import { mapBlock, sourceOf } from './document-walk.ts'
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
  const stated = known
    ? withAbsentAttributes(openedAs(known, block), known)
    : source === null
      ? block
      : withoutKept(block)
  const whole = mapBlock(stated, (each) => storedFile(each, findUpload, missing)) as KnownNode
  return { block: whole, known, isUntouched: known !== null && isSameBlock(known, whole), missing }
}

/** A document of before we read what is inside a quote has blocks in it as they are, which are known by now. */
function openedAs(known: BlockNode | null, block: SourcedNode): SourcedNode {
  if (known?.type !== 'blockquote' || block.type !== 'blockquote') return block
  const content = block.content.map((inner) => {
    const source = inner.type === 'opaque' ? inner.attrs.source.trim() : null
    return source === null ? inner : (known.content.find((each) => sourceOf(each).trim() === source) ?? inner)
  })
  return { ...block, content }
}

function withStoredTracks(block: BlockNode, findUpload: FindUpload, missing: MediaId[]): BlockNode {
  if (block.type !== 'video' || block.attrs.tracks.length === 0) return block
  const tracks = block.attrs.tracks.map((track) => storedTrack(track, findUpload, missing))
  return { ...block, attrs: { ...block.attrs, tracks } }
}

/** Captions by their place on the blog. Without an id: the editors of WordPress before 6.4 would write it into the element. */
function storedTrack({ mediaId, ...track }: VideoTrack, findUpload: FindUpload, missing: MediaId[]): VideoTrack {
  if (!mediaId) return track
  const upload = findUpload(mediaId as MediaId)
  if (!upload && track.src === '') missing.push(mediaId as MediaId)
  return { ...track, src: upload?.url ?? track.src }
}

/** The picture or file with the address it has on the blog and none on this laptop. */
function storedFile(given: BlockNode, findUpload: FindUpload, missing: MediaId[]): BlockNode {
  const block = withStoredTracks(given, findUpload, missing)
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
