import { blockMarkup } from '../block-comment.ts'
import { formatOf, type KnownNode } from '../blocks/block-formats.ts'
import type { BlockNode, KeptParts, PictureNode, PostDocument, StructureNode } from '../document.ts'
import { childrenOf, walkNodes } from '../document-walk.ts'
import { embedOf } from '../embed-address.ts'
import { classicParagraphs } from '../interchange/classic-paragraphs.ts'
import { storableKept } from '../kept-parts.ts'
import { storableBlock } from '../storable-block.ts'
import { parseStrictText } from '../strict-html.ts'
import { splitOuterWhiteSpace } from '../white-space.ts'
import { formOf, isClassicOpaque, isClassicPiece } from './post-form.ts'
import { writeClassic } from './write-classic.ts'

/**
 * The post with its classic pieces as new blocks: words, order and everything that a block can say stay. What cannot be said
 * so becomes an HTML block, which shows the same; shortcodes become shortcode blocks. A post without classic pieces is given
 * back as it is.
 */
export function classicToBlocks(document: PostDocument): PostDocument {
  const isWhole = formOf(document) === 'classic'
  if (!isWhole && !document.content.some(isClassicPiece)) return document
  return { ...document, content: document.content.map((block) => toBlock(block, isWhole)) }
}

function toBlock(block: BlockNode, isWhole: boolean): BlockNode {
  if (isClassicOpaque(block)) return isWhole ? keptAsBlock(block.attrs.source ?? '') : block
  if (block.type === 'opaque' || !isClassicPiece(block)) return block
  return (
    asNewBlock(block) ?? htmlBlock(writeClassic(storableBlock(block), { blogDirection: null, before: '<p>' }) ?? '')
  )
}

function keptAsBlock(source: string): BlockNode {
  const { inner } = splitOuterWhiteSpace(source)
  if (!inner.startsWith('[')) return htmlBlock(inner)
  return { type: 'opaque', attrs: { blockName: 'core/shortcode', source: blockMarkup('core/shortcode', {}, inner) } }
}

/**
 * Paragraphs that WordPress would have made inside of it are made now: in an HTML block it makes none. Only of HTML that is
 * in order and has no remarks: whoever repairs the rest might leave words out.
 */
function htmlBlock(classic: string): BlockNode {
  const isInOrder = !classic.includes('<!--') && parseStrictText(classic) !== null
  const hasLines = isInOrder && /[^>\s][ \t\r]*\n\s*[^<\s]/.test(classic)
  return { type: 'customHtml', attrs: { html: hasLines ? classicParagraphs(classic) : classic, source: null } }
}

/** null where a block has no place for what the piece says. */
function asNewBlock(block: KnownNode): BlockNode | null {
  if ([...walkNodes(childrenOf(block))].some(isOddInside)) return null
  const node = formatOf(block.type).storable(block, storableBlock)
  if (node.type === 'container') return null
  if (node.type === 'embed') {
    const { provider, embedType, aspect } = embedOf(node.attrs.url)
    return { ...node, attrs: { ...node.attrs, provider, embedType, aspect } }
  }
  const kept = node.type === 'picture' ? pictureParts(node) : textParts(node.type, node.attrs.kept)
  return kept === null ? null : ({ ...node, attrs: { ...node.attrs, kept: storableKept(kept) } } as BlockNode)
}

/** A piece that stays as it is, or says more than its class, has no place inside a new block. */
function isOddInside(node: StructureNode): boolean {
  if (node.type === 'opaque') return true
  const kept = 'attrs' in node && node.attrs && 'kept' in node.attrs ? node.attrs.kept : null
  return Boolean(kept) && (node.type !== 'listItem' || Object.keys(kept?.html ?? {}).some((name) => name !== 'class'))
}

const TEXT_ALIGN = /^\s*text-align:\s*(left|center|right)\s*;?\s*$/
const ALIGN_ATTRIBUTE: Partial<Record<BlockNode['type'], string>> = { paragraph: 'align', heading: 'textAlign' }

/** Class, name and alignment as a block says them. */
function textParts(type: BlockNode['type'], kept: KeptParts | null | undefined): KeptParts | null {
  const { class: ownClass, id, style, ...others } = kept?.html ?? {}
  if (Object.keys(others).length > 0) return null
  const align = style === undefined ? undefined : TEXT_ALIGN.exec(style)?.[1]
  const alignName = ALIGN_ATTRIBUTE[type]
  if (style !== undefined && (align === undefined || alignName === undefined)) return null
  const classes = [align && `has-text-align-${align}`, ownClass].filter((each) => each !== undefined).join(' ')
  return {
    attributes: {
      ...(align && alignName && { [alignName]: align }),
      ...(ownClass !== undefined && { className: ownClass }),
    },
    html: { ...(classes !== '' && { class: classes }), ...(id !== undefined && { id }) },
  }
}

const SIZES = ['thumbnail', 'medium', 'medium_large', 'large', 'full']

/** The width of a size that the blog makes goes without saying; of any other it is the person's own. */
function pictureParts({ attrs: { kept, sizeSlug } }: PictureNode): KeptParts | null {
  const html: Record<string, string> = {}
  if (kept?.html['img/width'] !== undefined && !SIZES.includes(sizeSlug ?? '')) return null
  for (const [name, value] of Object.entries(kept?.html ?? {})) {
    if (/^caption\/|^img\/(?:width|height)$|^class$/.test(name) || (name === 'img/class' && value === 'alignnone'))
      continue
    if (!/^<figcaption>$|^img\/title$|^a\/(?:target|rel)$/.test(name)) return null
    html[name] = value
  }
  return { attributes: {}, html }
}
