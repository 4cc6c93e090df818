import { blockMarkup } from '../block-comment.ts'
import { keptWithLine, readLine, writeLine } from '../caption.ts'
import type { BlockNode, ParagraphNode, PullQuoteNode, QuoteNode } from '../document.ts'
import { asBlock, isElement, readAll, significant, soleElement } from '../html-shape.ts'
import { inlineFromHtml } from '../inline-from-html.ts'
import { inlineToHtml } from '../inline-to-html.ts'
import { BlockRest, startTag, withKept, withKeptAttributes } from '../kept-parts.ts'
import { parseStrictHtml, type HtmlNode } from '../strict-html.ts'
import { joinLines } from '../white-space.ts'
import type { BlockFormat } from './block-format.ts'
import { storableInline } from './text-formats.ts'

const paragraphOf = (content: ParagraphNode['content']): ParagraphNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  ...storableInline(content),
})

/** Before 6.0 the paragraphs of a quote were HTML of the one block; what else stood there stays as it is, as HTML. */
function readOldQuoted(words: readonly HtmlNode[]): BlockNode[] | null {
  const content = readAll(words, (node): BlockNode | null => readParagraphElement(node) ?? asHtml(node))
  return content?.some(({ type }) => type === 'paragraph') ? content : null
}

function asHtml(node: HtmlNode): BlockNode | null {
  const html = typeof node === 'string' || asBlock(node) ? null : node.source
  return html === null ? null : { type: 'customHtml', attrs: { html, source: null } }
}

function readParagraphElement(node: HtmlNode): ParagraphNode | null {
  if (!isElement(node) || node.name !== 'p' || node.attributes.size > 0) return null
  const content = inlineFromHtml(node.children)
  return content && paragraphOf(content)
}

/** The last element of a quote, when it is `<cite>`. */
function splitCitation(children: readonly HtmlNode[], rest: BlockRest): { words: HtmlNode[]; citation: string } | null {
  const all = significant(children)
  const last = all.at(-1)
  if (!isElement(last) || last.name !== 'cite') return { words: all, citation: '' }
  const citation = last.attributes.size === 0 ? readLine(last, rest) : null
  return citation === null ? null : { words: all.slice(0, -1), citation }
}

export const quoteFormat: BlockFormat<QuoteNode> = {
  read(block, reading) {
    const rest = BlockRest.of(block)
    const element = rest && soleElement(parseStrictHtml(block.inner), 'blockquote')
    const parts = element && splitCitation(element.children, rest)
    if (!parts) return null
    const hasBlocks = parts.words.some((node) => asBlock(node) !== null)
    const content = hasBlocks ? readQuoted(parts.words, block, reading) : readOldQuoted(parts.words)
    if (!content || content.length === 0) return null
    rest.takeClassName('wp-block-quote')
    rest.keep(element, '', [], ['wp-block-quote'])
    return {
      type: 'blockquote',
      attrs: { citation: parts.citation, source: null, ...withKept(rest.kept) },
      content,
    }
  },
  storable: ({ attrs: { citation, kept }, content }, inner) => ({
    type: 'blockquote',
    attrs: { citation: joinLines(citation), source: null, ...withKept(keptWithLine('cite', citation, kept)) },
    content: content.map(inner),
  }),
  write({ attrs: { citation, kept }, content }, writing) {
    const words = writeLine('cite', citation, kept)
    const cite = words === '' ? '' : `<cite>${words}</cite>`
    const html = `${startTag('blockquote', { class: 'wp-block-quote' }, kept)}>${writing.inner(content)}${cite}</blockquote>`
    return blockMarkup('core/quote', withKeptAttributes({}, kept), html)
  },
  writeInner: ({ content }, writing) => writing.inner(content),
}

type Inner = Parameters<NonNullable<BlockFormat<QuoteNode>['read']>>

function readQuoted(words: readonly HtmlNode[], block: Inner[0], reading: Inner[1]): BlockNode[] | null {
  if (words.some((node) => asBlock(node) === null)) return null
  const inner = reading.inner(block.inner.slice(1, -1))
  return inner && inner.length === words.length ? inner : null
}

export const pullQuoteFormat: BlockFormat<PullQuoteNode> = {
  read(block) {
    const rest = BlockRest.of(block)
    const figure = rest && soleElement(parseStrictHtml(block.inner), 'figure')
    const quote = figure && soleElement(figure.children, 'blockquote')
    const parts = quote && splitCitation(quote.children, rest)
    const content = parts && readAll(parts.words, readParagraphElement)
    if (!content || content.length === 0) return null
    rest.keep(figure, '', [], ['wp-block-pullquote'])
    rest.keep(quote, 'blockquote', [], [])
    return pullQuoteFormat.storable(
      { type: 'pullquote', attrs: { citation: parts.citation, source: null, ...withKept(rest.kept) }, content },
      (each) => each,
    )
  },
  /** The words are one text on the blog. */
  storable: ({ attrs: { citation, kept }, content }) => ({
    type: 'pullquote',
    attrs: { citation: joinLines(citation), source: null, ...withKept(keptWithLine('cite', citation, kept)) },
    content: [
      paragraphOf(
        content.flatMap((each, index) => [
          ...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
          ...(each.content ?? []),
        ]),
      ),
    ],
  }),
  write({ attrs: { citation, kept }, content }) {
    const words = writeLine('cite', citation, kept)
    const cite = words === '' ? '' : `<cite>${words}</cite>`
    const text = content.map((each) => inlineToHtml(each.content)).join('<br>')
    const quote = `${startTag('blockquote', {}, kept, 'blockquote')}><p>${text}</p>${cite}</blockquote>`
    const html = `${startTag('figure', { class: 'wp-block-pullquote' }, kept)}>${quote}</figure>`
    return blockMarkup('core/pullquote', withKeptAttributes({}, kept), html)
  },
}
