import { missingClosers } from './block-grammar.ts'
import { placeOfNotes } from './blocks/footnotes-format.ts'
import { isClassicMarkup } from './classic/classic-pieces.ts'
import { classicToBlocks } from './classic/classic-to-blocks.ts'
import type { MarkupOptions } from './document-to-markup.ts'
import type { BlockNode, FootnotesNode, OpaqueNode, PostDocument } from './document.ts'
import { mapBlock, referredFootnotes, sourceOf } from './document-walk.ts'
import { renumberFootnotes } from './footnote-reference.ts'
import { inlineLine } from './inline-text.ts'
import { CLASSIC, markupToDocument } from './markup-to-document.ts'
import { sentBlock } from './sent-block.ts'
import { storableBlock } from './storable-block.ts'
import { textDirection } from './text-direction.ts'

/** Something in a text about to be sent that no edit accounts for. `text`: the block's bytes in it, '' when it is not there. */
export interface UnexplainedChange {
  /** `meaning`: read again it says something else than the post. `bytes`: nobody touched the block, and it is not as it was. */
  what: 'missing' | 'added' | 'meaning' | 'bytes'
  blockName: string
  text: string
}

/**
 * What differs between a post and the markup made of it, read anew: the last look before it leaves. Every block must mean
 * what the post says, and one that nobody touched must have the bytes it had on the blog. Empty when all is explained.
 */
export function unexplainedChanges(
  given: PostDocument,
  markup: string,
  options: Pick<MarkupOptions, 'pictureFor' | 'keepsFootnotes'>,
): UnexplainedChange[] {
  if (!isClassicMarkup(markup)) return differences(classicToBlocks(given), markup, options)
  const changes = differences(given, markup, options)
  const isExplained = changes.length === 0 || differences(readAlone(given), markup, options).length === 0
  return isExplained ? [] : changes
}

function differences(
  document: PostDocument,
  markup: string,
  options: Pick<MarkupOptions, 'pictureFor' | 'keepsFootnotes'>,
): UnexplainedChange[] {
  const comparing = { numbers: referredFootnotes(document.content), options }
  const written = markupToDocument(markup).content.filter((block) => !isLandingPlace(block) && !isWhiteSpace(block))
  const lastIndex = document.content.findLastIndex((block) => !isLandingPlace(block))
  const blocks = document.content.slice(0, lastIndex + 1).filter((block) => !isWhiteSpace(block))
  return compare(asOneText(blocks), asOneText(written), comparing)
}

/** Text that stood between blocks is read as a classic post once no block is left. */
const readAlone = (document: PostDocument): PostDocument => ({
  ...document,
  content: document.content.flatMap((block) =>
    isClassic(block) ? markupToDocument(block.attrs.source).content : [block],
  ),
})

interface Comparing {
  numbers: readonly string[]
  options: Pick<MarkupOptions, 'pictureFor' | 'keepsFootnotes'>
}

function compare(
  blocks: readonly BlockNode[],
  written: readonly BlockNode[],
  comparing: Comparing,
): UnexplainedChange[] {
  const changes: UnexplainedChange[] = []
  for (let index = 0; index < Math.max(blocks.length, written.length); index += 1) {
    const [block, other] = [blocks[index], written[index]]
    if (!block || !other) {
      const there = block ?? other
      if (there) changes.push({ what: block ? 'missing' : 'added', blockName: nameOf(there), text: textOf(other) })
    } else changes.push(...compareBlock(block, other, comparing))
  }
  return changes
}

function compareBlock(node: BlockNode, other: BlockNode, comparing: Comparing): UnexplainedChange[] {
  const block = comparing.options.keepsFootnotes ? placeOfNotes(node) : node
  const unexplained = (what: UnexplainedChange['what']): UnexplainedChange[] => [
    { what, blockName: nameOf(block), text: textOf(other) },
  ]
  if (block.type === 'container' && other.type === 'container') {
    const isSameShell = trim(block.attrs.open + block.attrs.close) === trim(other.attrs.open + other.attrs.close)
    return isSameShell
      ? compare(withoutRoom(block.content), withoutRoom(other.content), comparing)
      : unexplained('bytes')
  }
  if (block.type === 'container') return unexplained('meaning')
  if (block.type === 'opaque') {
    const { source } = block.attrs
    const form = isClassic(block) ? oneSpaced : trim
    const isKept = [source, source + missingClosers(source)].some((text) => form(text) === form(textOf(other)))
    return isKept ? [] : unexplained('bytes')
  }
  if (block.type === 'footnotes' && (block.content ?? []).length > 0 && showsMeta(block)) return unexplained('meaning')
  const sent = sentBlock(block, comparing.options.pictureFor)
  if (meaning(sent.block) !== meaning(other)) return unexplained('meaning')
  const { source } = block.attrs
  if (sent.isUntouched && source !== null) {
    return trim(renumberFootnotes(source, comparing.numbers)) === trim(textOf(other)) ? [] : unexplained('bytes')
  }
  const isNest = (block.type === 'blockquote' || block.type === 'gallery') && block.type === other.type
  return isNest ? compare(block.content, other.content, comparing) : []
}

/** The notes that the blog keeps beside the post would be shown no more where ours are written into it. */
const showsMeta = ({ attrs: { source } }: FootnotesNode): boolean =>
  source !== null && /<!-- wp:footnotes\b/.test(source)

/** Storable, and a direction that goes without saying left out. */
function meaning(block: BlockNode): string {
  const form = mapBlock(storableBlock(block), (each) => {
    const isSaid = each.type === 'paragraph' && each.attrs.dir === textDirection(inlineLine(each.content ?? []))
    return isSaid ? { ...each, attrs: { ...each.attrs, dir: null } } : each
  })
  return JSON.stringify(form)
}

/** Empty, and not so on the blog. */
const isLandingPlace = (block: BlockNode): boolean =>
  block.type === 'paragraph' &&
  (block.content ?? []).length === 0 &&
  (block.attrs.source === null || !sentBlock(block, () => null).isUntouched)

const isWhiteSpace = ({ attrs: { source }, type }: BlockNode): boolean =>
  type === 'paragraph' && source !== null && source.trim() === ''

/** Texts outside of blocks that stand side by side are one text when they are read again. */
function asOneText(blocks: readonly BlockNode[]): BlockNode[] {
  const joined: BlockNode[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (isClassic(block) && last && isClassic(last)) {
      const source = `${trim(last.attrs.source)}\n\n${trim(block.attrs.source)}`
      joined[joined.length - 1] = { ...last, attrs: { ...last.attrs, source } }
    } else joined.push(block)
  }
  return joined
}

const isClassic = (block: BlockNode): block is OpaqueNode =>
  block.type === 'opaque' && block.attrs.blockName === CLASSIC

const withoutRoom = (blocks: readonly BlockNode[]): readonly BlockNode[] =>
  blocks.every((block) => block.type === 'paragraph' && (block.content ?? []).length === 0) ? [] : blocks

const textOf = (block: BlockNode | undefined): string => (block ? sourceOf(block) : '')

const nameOf = (block: BlockNode): string =>
  block.type === 'opaque' || block.type === 'container' ? block.attrs.blockName : block.type

const trim = (text: string): string => text.trim()

/** How far apart texts stand that were joined is nobody's word. */
const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim()
