import type { BlockNode, InlineNode, ListItemNode, ParagraphNode, TextDirection } from '../document.ts'
import type { KnownNode } from '../blocks/block-formats.ts'
import { writeTableElement } from '../blocks/table-format.ts'
import { oppositeDirection } from '../blocks/text-formats.ts'
import { writeLine } from '../caption.ts'
import { escapeText } from '../escape-html.ts'
import { inlineLine } from '../inline-text.ts'
import { inlineToHtml } from '../inline-to-html.ts'
import { startTag } from '../kept-parts.ts'
import { isSameBlock } from '../storable-block.ts'
import { writeClassicPicture } from './classic-picture.ts'
import { isBlockOnly } from './post-form.ts'
import { readOnePiece } from './read-classic.ts'

interface ClassicWriting {
  blogDirection: TextDirection | null
  /** What the piece was on the blog; null for a new one. */
  before: string | null
}

/**
 * A storable block as the classic editor writes it. null where that cannot say what the block says: a text is only given
 * that reads back as this very block, and as one piece.
 */
export function writeClassic(block: KnownNode, writing: ClassicWriting): string | null {
  const saying = withDirection(block, writing)
  return candidates(saying, writing).find((text) => readsAs(text, saying)) ?? null
}

function readsAs(text: string, block: BlockNode): boolean {
  const node = readOnePiece(text)
  return node !== null && isSameBlock(node, block)
}

/** As in a block: a new paragraph that runs against the blog says so. */
function withDirection(block: KnownNode, { blogDirection, before }: ClassicWriting): KnownNode {
  if (block.type !== 'paragraph' || block.attrs.dir !== null || before !== null) return block
  const dir = oppositeDirection(inlineLine(block.content ?? []), blogDirection)
  return dir === null ? block : { ...block, attrs: { ...block.attrs, dir } }
}

function candidates(block: KnownNode, { before }: ClassicWriting): string[] {
  if (isBlockOnly(block)) return []
  switch (block.type) {
    case 'paragraph': {
      const element = paragraphElement(block)
      const isElement = before === null ? false : /^<p[\s>]/i.test(before)
      return isElement ? [element] : [...bareLines(block.content, before), element]
    }
    case 'heading': {
      const { level, kept } = block.attrs
      return [`${startTag(`h${level}`, {}, kept)}>${lines(block.content)}</h${level}>`]
    }
    case 'bulletList':
    case 'orderedList':
      return [writeList(block, '')]
    case 'blockquote':
      return [writeQuote(block)]
    case 'preformatted':
      return [`${startTag('pre', {}, block.attrs.kept)}>${inlineToHtml(block.content, true)}</pre>`]
    case 'codeBlock': {
      const text = (block.content ?? []).map((node) => node.text).join('')
      const code = `${startTag('code', {}, block.attrs.kept, 'code')}>${escapeText(text)}</code>`
      return [`${startTag('pre', {}, block.attrs.kept)}>${code}</pre>`]
    }
    case 'horizontalRule':
      return [`${startTag('hr', {}, block.attrs.kept)} />`]
    case 'moreBreak':
      return block.attrs.noTeaser ? [] : [block.attrs.text === '' ? '<!--more-->' : `<!--more ${block.attrs.text}-->`]
    case 'pageBreak':
      return ['<!--nextpage-->']
    case 'picture':
      return [writeClassicPicture(block)]
    case 'table':
      return block.attrs.caption === '' ? [writeTableElement(block)] : []
    case 'embed':
      return [block.attrs.url.replaceAll('&', '&amp;'), block.attrs.url]
  }
}

/** Each break said in full: two in a row would part the paragraph otherwise. */
const lines = (content: readonly InlineNode[] | undefined): string => inlineToHtml(content, false, '<br />\n')

/** Line ends are breaks where the person who wrote it before had it so. */
function bareLines(content: ParagraphNode['content'], before: string | null): string[] {
  const plain = inlineToHtml(content, false, '\n')
  return before !== null && /<br\b/i.test(before) ? [lines(content)] : [plain, lines(content)]
}

function paragraphElement({ attrs: { dir, variant, kept }, content }: ParagraphNode): string {
  return `${startTag('p', { class: variant ?? undefined, dir: dir ?? undefined }, kept)}>${lines(content)}</p>`
}

type ListNode = Extract<KnownNode, { type: 'bulletList' | 'orderedList' }>

function writeList(list: ListNode, indent: string): string {
  const name = list.type === 'bulletList' ? 'ul' : 'ol'
  const own =
    list.type === 'bulletList'
      ? {}
      : {
          reversed: list.attrs.reversed ? '' : undefined,
          start: list.attrs.start === 1 ? undefined : String(list.attrs.start),
        }
  const items = list.content.map((item) => `${indent}\t${writeItem(item, indent)}\n`)
  return `${indent}${startTag(name, own, list.attrs.kept)}>\n${items.join('')}${indent}</${name}>`
}

function writeItem({ attrs, content }: ListItemNode, indent: string): string {
  const inner = content.map((child) => {
    if (child.type === 'paragraph') return lines(child.content)
    return child.type === 'opaque' ? child.attrs.source : `\n${writeList(child, `${indent}\t`)}\n${indent}`
  })
  const isKept = content.some(({ type }) => type === 'opaque')
  return isKept ? inner.join('') : `${startTag('li', {}, attrs?.kept)}>${inner.join('')}</li>`
}

function writeQuote({ attrs: { citation, kept }, content }: Extract<KnownNode, { type: 'blockquote' }>): string {
  const parts = content.map(writeQuoted)
  const source = writeLine('cite', citation, kept)
  const cite = source === '' ? [] : [`<cite>${source}</cite>`]
  return `${startTag('blockquote', {}, kept)}>${[...parts, ...cite].join('\n\n')}</blockquote>`
}

function writeQuoted(node: BlockNode): string {
  if (node.type === 'opaque') return node.attrs.source
  return writeClassic(node, { blogDirection: null, before: '' }) ?? ''
}
