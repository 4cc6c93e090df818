import type { MarkedToken, Token, Tokens } from 'marked'
import { blockMarkup } from './block-comment.ts'
import type {
  BlockNode,
  BulletListNode,
  HeadingNode,
  InlineNode,
  ListItemNode,
  OrderedListNode,
  ParagraphNode,
  QuoteNode,
} from './document.ts'
import { inlineFromHtml } from './inline-from-html.ts'
import type { MarkdownHtml } from './markdown-html.ts'
import { parseStrictHtml } from './strict-html.ts'

/** Lists in lists beyond this become HTML; a document may be 40 nodes deep. */
const MAX_LIST_LEVELS = 16

/** The blocks of one Markdown block; pictures in it follow it. What the editor does not know is opaque, with its HTML. */
export function markdownBlocks(token: Token, html: MarkdownHtml): BlockNode[] {
  const known = token as MarkedToken
  if (known.type === 'space' || known.type === 'def') return []
  if (known.type === 'paragraph') return paragraphBlocks(known, html)
  const block = knownBlock(known, html)
  if (block) return [block, ...html.takePictures()]
  html.takePictures()
  const markup = blockMarkup('core/html', {}, html.block(token))
  return [opaque('core/html', markup), ...html.takePictures()]
}

const opaque = (blockName: string, source: string): BlockNode => ({ type: 'opaque', attrs: { blockName, source } })

/** A paragraph parts at its pictures. */
function paragraphBlocks(token: Tokens.Paragraph, html: MarkdownHtml): BlockNode[] {
  const blocks: BlockNode[] = []
  let text: Token[] = []
  const endText = (): void => {
    const markup = html
      .inline(text)
      .replace(/^(?:\s|<br>)+/, '')
      .replace(/(?:\s|<br>)+$/, '')
    text = []
    if (markup === '') return
    const inline = readInline(markup)
    blocks.push(
      inline ? paragraph(inline) : opaque('core/paragraph', blockMarkup('core/paragraph', {}, `<p>${markup}</p>`)),
      ...html.takePictures(),
    )
  }
  for (const child of token.tokens) {
    if (child.type === 'image') {
      endText()
      blocks.push(html.picture(child as Tokens.Image))
    } else text.push(child)
  }
  endText()
  return blocks
}

function knownBlock(token: MarkedToken, html: MarkdownHtml): BlockNode | null {
  if (token.type === 'list') return readList(token, html, 1)
  if (token.type === 'blockquote') return readQuote(token, html)
  if (token.type === 'hr') return { type: 'horizontalRule', attrs: { source: null } }
  if (token.type === 'code') {
    const content = token.text === '' ? {} : { content: [{ type: 'text' as const, text: token.text }] }
    return { type: 'codeBlock', attrs: { source: null }, ...content }
  }
  if (token.type !== 'heading') return null
  const content = readInline(html.inline(token.tokens))
  return content && { type: 'heading', attrs: { level: headingLevel(token.depth), dir: null, source: null }, content }
}

function headingLevel(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return depth === 1 || depth === 2 || depth === 3 || depth === 4 || depth === 5 ? depth : 6
}

function readInline(markup: string): InlineNode[] | null {
  const nodes = parseStrictHtml([{ kind: 'html', start: 0, end: markup.length, source: markup }])
  return nodes && inlineFromHtml(nodes)
}

const paragraph = (content: InlineNode[]): ParagraphNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  ...(content.length > 0 && { content }),
})

function readList(token: Tokens.List, html: MarkdownHtml, level: number): BulletListNode | OrderedListNode | null {
  if (level > MAX_LIST_LEVELS) return null
  const content: ListItemNode[] = []
  for (const item of token.items) {
    const children = item.task ? null : readChildren(item.tokens, html, level)
    if (!children || children.some((child) => child.type === 'heading')) return null
    const itemContent = children.filter((child) => child.type !== 'heading')
    if (itemContent[0]?.type !== 'paragraph') itemContent.unshift(paragraph([]))
    content.push({ type: 'listItem', content: itemContent })
  }
  if (!token.ordered) return { type: 'bulletList', attrs: { source: null }, content }
  return { type: 'orderedList', attrs: { start: Number(token.start), source: null }, content }
}

function readQuote(token: Tokens.Blockquote, html: MarkdownHtml): QuoteNode | null {
  const content = readChildren(token.tokens, html, 0)
  if (!content || content.length === 0) return null
  return { type: 'blockquote', attrs: { citation: '', source: null }, content }
}

type ChildNode = ParagraphNode | HeadingNode | BulletListNode | OrderedListNode

/** What may stand in a list item or a quote; null when there is anything else. */
function readChildren(tokens: Token[], html: MarkdownHtml, level: number): ChildNode[] | null {
  const content: ChildNode[] = []
  for (const token of tokens as MarkedToken[]) {
    if (token.type === 'space') continue
    let child: BlockNode | null = null
    if (token.type === 'list') child = readList(token, html, level + 1)
    else if (token.type === 'heading') child = knownBlock(token, html)
    else if (token.type === 'text' || token.type === 'paragraph') {
      const inline = readInline(html.inline(token.tokens ?? [token]))
      child = inline && paragraph(inline)
    }
    if (
      child?.type !== 'paragraph' &&
      child?.type !== 'heading' &&
      child?.type !== 'bulletList' &&
      child?.type !== 'orderedList'
    ) {
      return null
    }
    content.push(child)
  }
  return content
}
