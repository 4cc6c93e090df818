import type { MediaId } from '../domain/ids.ts'
import { missingClosers, parseBlocks } from './block-grammar.ts'
import { writeBlock } from './block-writers.ts'
import type { BlockNode, PictureNode, PostDocument, TextDirection } from './document.ts'
import { CLASSIC, markupToDocument } from './markup-to-document.ts'
import { pictureFrame, type PictureFrame } from './picture-reader.ts'
import { isSameBlock } from './storable-block.ts'
import { splitOuterWhiteSpace } from './white-space.ts'

export interface MarkupOptions {
  /** Where the blog keeps a picture of this laptop; null while it does not have it. */
  pictureFor(mediaId: MediaId): { remoteId: number; url: string } | null
  blogDirection: TextDirection
}

export interface PostMarkup {
  /** Not to be sent while a picture is missing: it has an empty address in here. */
  markup: string
  missingPictures: MediaId[]
}

/** A top-level block as it goes out; `isVerbatim`: byte for byte its source. */
interface WrittenBlock {
  block: BlockNode
  text: string
  isVerbatim: boolean
}

/**
 * The post as the blog stores it. A block that still means what its source says goes as its source, so an untouched
 * document gives the identical bytes and an edit changes its own block only. Paragraphs at the end that are empty and
 * were not so on the blog are the editor's landing place and are not written. Linear in the length of the post.
 */
export function documentToMarkup(document: PostDocument, options: MarkupOptions): PostMarkup {
  const missingPictures = new Set<MediaId>()
  const written = document.content.map((block): WrittenBlock => {
    if (block.type === 'opaque') return { block, text: block.attrs.source, isVerbatim: true }
    const stored = block.type === 'picture' ? storedPicture(block, options, missingPictures) : block
    return writeTopLevel(stored, options)
  })
  const lastIndex = written.findLastIndex((block) => !isLandingPlace(block))
  const parts: string[] = []
  for (const [index, current] of written.slice(0, lastIndex + 1).entries()) {
    const before = written[index - 1]
    if (before) parts.push(separator(before, current))
    parts.push(current.text)
  }
  return { markup: parts.join(''), missingPictures: [...missingPictures] }
}

const isLandingPlace = ({ block, isVerbatim }: WrittenBlock): boolean =>
  !isVerbatim && block.type === 'paragraph' && (block.content ?? []).length === 0

/** The picture with the address it has on the blog and none on this laptop. */
function storedPicture(picture: PictureNode, options: MarkupOptions, missing: Set<MediaId>): PictureNode {
  const mediaId = picture.attrs.mediaId as MediaId | null
  if (mediaId === null) return picture
  const known = options.pictureFor(mediaId) ?? picture.attrs
  if (known.remoteId === null || known.url === null) missing.add(mediaId)
  return { ...picture, attrs: { ...picture.attrs, mediaId: null, remoteId: known.remoteId, url: known.url } }
}

function writeTopLevel(block: Exclude<BlockNode, { type: 'opaque' }>, options: MarkupOptions): WrittenBlock {
  const { source } = block.attrs
  const { blogDirection } = options
  if (source === null) return { block, text: writeBlock(block, { blogDirection, frame: null }), isVerbatim: false }
  const [sourceBlock, ...others] = markupToDocument(source).content
  if (sourceBlock && others.length === 0 && isSameBlock(sourceBlock, block)) {
    return { block, text: source, isVerbatim: true }
  }
  const { before, after } = splitOuterWhiteSpace(source)
  const frame = block.type === 'picture' && isSamePicture(block, sourceBlock) ? frameOf(source) : null
  return { block, text: before + writeBlock(block, { blogDirection, frame }) + after, isVerbatim: false }
}

const isSamePicture = (picture: PictureNode, source: BlockNode | undefined): boolean =>
  source?.type === 'picture' &&
  source.attrs.remoteId === picture.attrs.remoteId &&
  source.attrs.url === picture.attrs.url

function frameOf(source: string): PictureFrame | null {
  const block = parseBlocks(source).find((piece) => piece.kind === 'block')
  return block ? pictureFrame(block) : null
}

/**
 * What goes between two blocks besides the white space in their sources. Nothing between two untouched ones: without white
 * space there they stood side by side on the blog. But a block whose closer is missing would swallow the next.
 */
function separator(before: WrittenBlock, after: WrittenBlock): string {
  const closers = before.block.type === 'opaque' ? missingClosers(before.text) : ''
  const isApart = /[ \t\n\v\f\r]$/.test(before.text) || /^[ \t\n\v\f\r]/.test(after.text)
  const isNew = before.block.attrs.source === null || after.block.attrs.source === null
  const isSplit = !(before.isVerbatim && after.isVerbatim) && before.block.attrs.source === after.block.attrs.source
  const isRunTogether = isClassic(before.block) && isClassic(after.block)
  return closers + (!isApart && (isNew || isSplit || isRunTogether) ? '\n\n' : '')
}

const isClassic = (block: BlockNode): boolean => block.type === 'opaque' && block.attrs.blockName === CLASSIC
