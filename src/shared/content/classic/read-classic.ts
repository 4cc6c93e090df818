import { asBlock, isElement, significant, soleElement } from '../html-shape.ts'
import type { BlockNode, HeadingNode, InlineNode, ParagraphNode } from '../document.ts'
import { readLine } from '../caption.ts'
import { embedOf } from '../embed-address.ts'
import { inlineFromHtml } from '../inline-from-html.ts'
import { BlockRest, classesOf, withKept } from '../kept-parts.ts'
import { parseStrictText, type HtmlElement, type HtmlNode } from '../strict-html.ts'
import { readListElement } from '../blocks/read-list.ts'
import { readTableRows } from '../blocks/table-format.ts'
import { storableInline, VARIANTS, withContent } from '../blocks/text-formats.ts'
import { splitOuterWhiteSpace } from '../white-space.ts'
import { splitClassic } from './classic-pieces.ts'
import { withLineBreaks } from './classic-lines.ts'
import { readCaptionFigure, readCaptionShortcode, readClassicPicture } from './classic-picture.ts'

/**
 * The node of one piece of a classic post (see splitClassic), `source` null. null for what has to stay as it is: shortcodes,
 * elements of another kind, and anything that a browser would have to repair.
 */
function readClassic(text: string): BlockNode | null {
  const html = text.replaceAll('\r\n', '\n')
  if (html.startsWith('<!--')) return readBreak(html)
  if (html.startsWith('[caption')) return readCaptionShortcode(html)
  if (isShortcode(html)) return null
  if (/^https?:\/\/\S+$/.test(html)) return readAddress(html) ?? plainParagraph([{ type: 'text', text: html }])
  const nodes = parseStrictText(html)
  const [first, ...others] = significant(nodes ?? [])
  if (!nodes || first === undefined) return null
  if (isElement(first) && others.length === 0) {
    const node = readElement(first)
    if (node !== undefined) return node
  }
  return readPicture(nodes) ?? paragraphOf(nodes)
}

/**
 * The node of a text that is one piece of a classic post, white space aside; null when it is more, or stays as it is. A piece is
 * read by itself, as it will be written by itself: one that a comment without an end made of what is more stays as it is.
 */
export function readOnePiece(text: string): BlockNode | null {
  const { inner } = splitOuterWhiteSpace(text)
  return splitClassic(inner).length === 1 ? readClassic(inner) : null
}

const CORE_SHORTCODES = /^\[(?:gallery|playlist|audio|video|embed|wp_caption|caption)\b/
/** A word in brackets that stands alone is more often a word than a shortcode: one is known by its attributes or its end. */
const isShortcode = (html: string): boolean =>
  CORE_SHORTCODES.test(html) ||
  /^(?:\[\/?[a-z][\w-]*(?:[\s=][^[\]]*)?\]\s*)+$/i.test(html.replace(/^\[[a-z]+\]$/i, 'text')) ||
  /^\[([a-z][\w-]*)(?:[\s=][^[\]]*)?\][^]*\[\/\1\]$/i.test(html)

function readBreak(comment: string): BlockNode | null {
  if (comment === '<!--nextpage-->') return { type: 'pageBreak', attrs: { source: null } }
  const [, text] = /^<!--more(?: ([^<>]*?))?-->$/.exec(comment) ?? []
  if (!comment.startsWith('<!--more') || (text === undefined && comment !== '<!--more-->')) return null
  return { type: 'moreBreak', attrs: { text: text ?? '', noTeaser: false, source: null } }
}

/** An address alone in its paragraph is shown by WordPress where it knows the place. */
function readAddress(url: string): BlockNode | null {
  const { provider, embedType } = embedOf(url)
  const isPlain = !/[<>"[\]]|&(?!amp;)/.test(url)
  if (provider === '' || !isPlain) return null
  const address = url.replaceAll('&amp;', '&')
  const attrs = { url: address, provider, embedType, caption: '', align: null, aspect: null, source: null }
  return { type: 'embed', attrs }
}

/** undefined for an element that stands in a line. */
function readElement(element: HtmlElement): BlockNode | null | undefined {
  switch (element.name) {
    case 'p':
      return readParagraphElement(element)
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return readHeading(element, Number(element.name[1]) as HeadingNode['attrs']['level'])
    case 'ul':
    case 'ol':
      return readList(element)
    case 'blockquote':
      return readQuote(element)
    case 'pre':
      return readPre(element)
    case 'table':
      return readTable(element)
    case 'figure':
      return readCaptionFigure(element)
    case 'hr': {
      const rest = BlockRest.empty()
      rest.keep(element, '', [], [])
      return { type: 'horizontalRule', attrs: { source: null, ...withKept(rest.kept) } }
    }
    default:
      return undefined
  }
}

function paragraphOf(nodes: readonly HtmlNode[]): ParagraphNode | null {
  const content = inlineFromHtml(withLineBreaks(nodes))
  return content && content.length > 0 ? plainParagraph(content) : null
}

const plainParagraph = (content: readonly InlineNode[]): ParagraphNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  ...storableInline(content),
})

function readPicture(nodes: readonly HtmlNode[]): BlockNode | null {
  const [shown, ...others] = significant(nodes)
  return isElement(shown) && others.length === 0 ? readClassicPicture(shown, BlockRest.empty()) : null
}

function readParagraphElement(element: HtmlElement): BlockNode | null {
  const picture = element.attributes.size === 0 ? readPicture(element.children) : null
  if (picture) return picture
  const content = inlineFromHtml(withLineBreaks(element.children))
  if (!content) return null
  const rest = BlockRest.empty()
  const given = element.attributes.get('dir')
  const dir = given === 'rtl' || given === 'ltr' ? given : null
  const variant = VARIANTS.find((each) => classesOf(element).includes(each))
  rest.keep(element, '', dir ? ['dir'] : [], variant ? [variant] : [])
  return {
    type: 'paragraph',
    attrs: { dir, ...(variant && { variant }), source: null, ...withKept(rest.kept) },
    ...withContent(content),
  }
}

function readHeading(element: HtmlElement, level: HeadingNode['attrs']['level']): BlockNode | null {
  const content = inlineFromHtml(withLineBreaks(element.children))
  if (!content) return null
  const rest = BlockRest.empty()
  rest.keep(element, '', [], [])
  return { type: 'heading', attrs: { level, dir: null, source: null, ...withKept(rest.kept) }, ...withContent(content) }
}

function readList(element: HtmlElement): BlockNode | null {
  const start = /^-?\d{1,9}$/.exec(element.attributes.get('start') ?? '')?.[0]
  const isReversed = element.name === 'ol' && element.attributes.has('reversed')
  const [bare] = withLineBreaks([{ ...element, attributes: new Map<string, string>() }])
  const list = isElement(bare) ? readListElement(bare, 1)?.node : null
  if (!list) return null
  const rest = BlockRest.empty()
  if (list.type === 'bulletList') {
    rest.keep(element, '', [], [])
    return { ...list, attrs: { source: null, ...withKept(rest.kept) } }
  }
  rest.keep(element, '', start === undefined ? ['reversed'] : ['start', 'reversed'], [])
  const attrs = { start: Number(start ?? 1), ...(isReversed && { reversed: true }), source: null }
  return { ...list, attrs: { ...attrs, ...withKept(rest.kept) } }
}

function readQuote(element: HtmlElement): BlockNode | null {
  const all = significant(element.children)
  const last = all.at(-1)
  const cite = isElement(last) && last.name === 'cite' && last.attributes.size === 0 ? last : null
  const rest = BlockRest.empty()
  const citation = cite ? readLine({ ...cite, children: withLineBreaks(cite.children) }, rest) : ''
  if (citation === null) return null
  const content = readFlow(cite ? element.children.slice(0, element.children.lastIndexOf(cite)) : element.children)
  if (!content || !content.some(({ type }) => type !== 'opaque')) return null
  rest.keep(element, '', [], [])
  return { type: 'blockquote', attrs: { citation, source: null, ...withKept(rest.kept) }, content }
}

/** What stands in a quote: elements, an odd one as it is, and text whose paragraphs are made of its blank lines. */
function readFlow(nodes: readonly HtmlNode[]): BlockNode[] | null {
  const parts: (HtmlElement | HtmlNode[])[] = []
  let line: HtmlNode[] = []
  const endLine = (): void => {
    if (significant(line).length > 0) parts.push(line)
    line = []
  }
  for (const node of nodes) {
    if (asBlock(node)) return null
    if (typeof node === 'string') {
      for (const [index, text] of node.split(/\n[ \t]*\n\s*/).entries()) {
        if (index > 0) endLine()
        line.push(text)
      }
    } else if (isElement(node) && readElement(node) !== undefined) {
      endLine()
      parts.push(node)
    } else line.push(node)
  }
  endLine()
  const read: (BlockNode | null)[] = parts.map((part) =>
    Array.isArray(part) ? (readPicture(part) ?? paragraphOf(part)) : (readElement(part) ?? asItIs(part)),
  )
  const known = read.filter((node) => node !== null)
  return known.length === read.length ? known : null
}

const asItIs = ({ source }: HtmlElement): BlockNode | null =>
  source === null ? null : { type: 'opaque', attrs: { blockName: 'core/html', source } }

function readTable(element: HtmlElement): BlockNode | null {
  const rest = BlockRest.empty()
  const [table] = withLineBreaks([element])
  const content = isElement(table) ? readTableRows(table, rest) : null
  const hasFixedLayout = classesOf(element).includes('has-fixed-layout')
  return (
    content && { type: 'table', attrs: { caption: '', hasFixedLayout, source: null, ...withKept(rest.kept) }, content }
  )
}

function readPre(element: HtmlElement): BlockNode | null {
  const rest = BlockRest.empty()
  rest.keep(element, '', [], [])
  const code = soleElement(element.children, 'code')
  if (code && code.children.every((node) => typeof node === 'string')) {
    rest.keep(code, 'code', [], [])
    const text = code.children.join('')
    return {
      type: 'codeBlock',
      attrs: { source: null, ...withKept(rest.kept) },
      ...(text !== '' && { content: [{ type: 'text' as const, text }] }),
    }
  }
  const content = inlineFromHtml(element.children, true)
  return content && { type: 'preformatted', attrs: { source: null, ...withKept(rest.kept) }, ...withContent(content) }
}
