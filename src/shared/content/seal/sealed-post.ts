import type { UtcIso } from '../../domain/ids.ts'
import type { PostWords } from '../../domain/post.ts'
import { isBlankLine, type ShareLine } from '../../domain/share-line.ts'
import { PLATFORMS } from '../../share/platforms.ts'
import { SEALED_PIECES, type SealedPiece } from './sealed-pieces.ts'
import { classicToBlocks } from '../classic/classic-to-blocks.ts'
import type { BlockNode, InlineMark, InlineNode, KeptParts, PostDocument, VideoTrack } from '../document.ts'
import { filteredForm } from '../is-same-markup.ts'
import { storableBlock } from '../storable-block.ts'

/** What an approval covers. */
export interface SealedPost extends Omit<PostWords, 'categoryIds'> {
  categories: string[]
  publishAt: UtcIso | null
}

/** A file as a node shows it: of this laptop, on the blog, or both. */
export interface ShownFile {
  mediaId: string | null
  remoteId: number | null
  url: string | null
}

export interface SealedForm {
  /** One text for one meaning. Without the pictures themselves: `pictures` says how many there are. */
  pieces: Record<SealedPiece, string>
  /** Of each picture and file that the text shows, in its order, by what it can be known again. */
  files: string[][]
}

/**
 * The exact words, title, pictures, terms, share lines and time that an approval covers, in one form wherever they are: as they
 * are written, as the blog stores them, and as they come in a review file. What no reader meets is no part of it: where a
 * block came from, and the anchors of notes. Pure; of any document.
 */
export function sealedForm(post: SealedPost, identify: (file: ShownFile) => string[]): SealedForm {
  const files: string[][] = []
  const place = (file: ShownFile): string => {
    files.push(identify(file).toSorted())
    return `file:${files.length}`
  }
  const blocks = trimmed(classicToBlocks(post.document)).map((block) => bare(storableBlock(block), place))
  return {
    pieces: {
      title: line(post.title),
      text: JSON.stringify(blocks),
      pictures: String(files.length),
      excerpt: line(post.excerpt),
      language: JSON.stringify([post.language, post.direction]),
      terms: JSON.stringify([post.categories.toSorted(), post.tags.toSorted()]),
      schedule: post.publishAt ?? '',
      share: shareForm(post.shareLines),
    },
    files,
  }
}

/** Which pieces differ; none means that it is exactly what was sealed. A file is the same when it is known again by anything. */
export function brokenPieces(sealed: SealedForm, now: SealedForm): SealedPiece[] {
  return SEALED_PIECES.filter((piece) =>
    piece === 'pictures' ? !areSameFiles(sealed.files, now.files) : sealed.pieces[piece] !== now.pieces[piece],
  )
}

const areSameFiles = (one: readonly string[][], other: readonly string[][]): boolean =>
  one.length === other.length && one.every((names, at) => names.some((name) => other[at]?.includes(name)))

/** What is said, where and in which language; in which order they were prepared is nothing that anybody reads. */
function shareForm(lines: readonly ShareLine[]): string {
  const said = lines.filter((each) => !isBlankLine(each))
  const forms = said.map((each) => JSON.stringify([each.kind, placeInSeal(each), each.language, line(each.text)]))
  return `[${forms.toSorted().join(',')}]`
}

/** A seal is the same whatever language the desk speaks, and an old one still holds: these words never change. */
function placeInSeal({ kind, platform, platformName }: ShareLine): string {
  if (kind !== 'platform') return kind === 'announcement' ? 'Announcement' : 'Press line'
  return platform === 'other' && platformName.trim() !== '' ? platformName.trim() : PLATFORMS[platform].name
}

/** White space at the ends is not kept by the blog. */
const line = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** The editor's landing place at the end is not sent. */
const trimmed = ({ content }: PostDocument): BlockNode[] =>
  content.slice(0, content.findLastIndex((block) => block.type !== 'paragraph' || (block.content ?? []).length > 0) + 1)

/** Any node, read by name: what is inside is a block, an item, a row, or stands in a line. */
interface AnyNode {
  type: string
  attrs?: Record<string, unknown>
  content?: AnyNode[]
  marks?: InlineMark[]
}

function bare(node: AnyNode | BlockNode | InlineNode, place: (file: ShownFile) => string): object {
  const { type, attrs, content, marks, ...rest } = node as AnyNode
  const shown = attrs && bareAttributes(type, attrs, place)
  const visible = marks?.filter((mark) => !isNoteMark(mark))
  return {
    type,
    ...rest,
    ...(shown && { attrs: shown }),
    ...(visible && visible.length > 0 && { marks: visible }),
    ...(content && { content: joined(content.map((inner) => bare(inner, place) as AnyNode)) }),
  }
}

function bareAttributes(
  type: string,
  { source, kept, ...attrs }: Record<string, unknown>,
  place: (file: ShownFile) => string,
): Record<string, unknown> {
  const visible: Record<string, unknown> = { ...attrs }
  if (type === 'opaque' && typeof source === 'string') visible['source'] = filteredForm(source)
  if (type === 'keptInline') visible['source'] = source
  if (kept) {
    const own = withoutNote(kept as KeptParts)
    if (own) visible['kept'] = own
  }
  if (!('mediaId' in attrs)) return visible
  const { mediaId, remoteId, url } = attrs as unknown as ShownFile
  const tracks = (attrs['tracks'] as VideoTrack[] | undefined)?.map(({ mediaId: own, id: _id, src, ...track }) => ({
    ...track,
    src: place({ mediaId: own ?? null, remoteId: null, url: src }),
  }))
  return {
    ...visible,
    mediaId: null,
    remoteId: null,
    url: place({ mediaId, remoteId, url }),
    ...(tracks && { tracks }),
    // A new picture is sent in its full size.
    ...(type === 'picture' && { sizeSlug: attrs['sizeSlug'] ?? 'full' }),
  }
}

/** Notes of wp-admin's editor, which a reader does not see: `metadata.noteId` and, in a line, a mark of their own. */
function withoutNote({ attributes, html }: KeptParts): KeptParts | null {
  const { metadata, ...others } = attributes
  const { noteId: _note, ...named } = (metadata ?? {}) as Record<string, unknown>
  const own = Object.keys(named).length > 0 ? { ...others, metadata: named } : others
  return Object.keys(own).length + Object.keys(html).length > 0 ? { attributes: own, html } : null
}

const isNoteMark = (mark: InlineMark): boolean =>
  mark.type === 'kept' && /^<mark\b[^>]*\bwp-note\b/.test(mark.attrs.open)

/** Two stretches that only a note's mark parted are one. */
function joined(nodes: readonly AnyNode[]): AnyNode[] {
  const all: (AnyNode & { text?: string })[] = []
  for (const node of nodes as (AnyNode & { text?: string })[]) {
    const last = all.at(-1)
    const isOne =
      last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)
    if (isOne) all[all.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') }
    else all.push(node)
  }
  return all
}
