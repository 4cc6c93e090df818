import type { InlineMark, InlineNode } from './document.ts'
import { isSameMark, mergeInline } from './inline-marks.ts'
import { readFootnoteReference } from './footnote-reference.ts'
import { isElement, isStartTag } from './html-shape.ts'
import type { HtmlElement, HtmlNode } from './strict-html.ts'
import { splitOuterWhiteSpace } from './white-space.ts'

/** How deep elements may stand in each other in a line. */
const MAX_MARKS = 16

/** Elements in a line that have words in them, which stay editable. */
const PHRASING = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)
/** Elements in a line that are no text of it, whatever stands in them. */
const THINGS = new Set(
  'audio button canvas iframe img input map math meter noscript object picture progress script select style svg template textarea video wbr'.split(
    ' ',
  ),
)
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i

/** null for an element without words that can stand as a mark. */
function markOf(element: HtmlElement): InlineMark | null {
  const { name, attributes } = element
  if (!PHRASING.has(name)) return null
  const href = attributes.get('href')
  if (name === 'a' && href !== undefined) {
    const extra = [...attributes].filter(([each]) => each !== 'href')
    return { type: 'link', attrs: extra.length > 0 ? { href, extra: Object.fromEntries(extra) } : { href } }
  }
  return languageOf(element) ?? (attributes.size === 0 ? plainMarkOf(name) : null) ?? keptMark(element)
}

const keptMark = (element: HtmlElement): InlineMark => ({ type: 'kept', attrs: { open: element.open } })

function plainMarkOf(name: string): InlineMark | null {
  switch (name) {
    case 'strong':
    case 'b':
      return { type: 'bold' }
    case 'em':
    case 'i':
      return { type: 'italic' }
    case 's':
      return { type: 'strike' }
    case 'sup':
      return { type: 'superscript' }
    case 'sub':
      return { type: 'subscript' }
    case 'code':
      return { type: 'code' }
    default:
      return null
  }
}

function languageOf({ name, attributes }: HtmlElement): InlineMark | null {
  const lang = attributes.get('lang')
  const dir = attributes.get('dir') ?? null
  if ((name !== 'span' && name !== 'bdo') || lang === undefined || !LANGUAGE.test(lang)) return null
  if (dir !== null && dir !== 'ltr' && dir !== 'rtl') return null
  return attributes.size === (dir === null ? 1 : 2) ? { type: 'language', attrs: { lang, dir, tag: name } } : null
}

/** The text of a paragraph, heading or list item; null where something stands in it that has no place in a line. */
export function inlineFromHtml(nodes: readonly HtmlNode[], isPreformatted = false): InlineNode[] | null {
  const inline: InlineNode[] = []
  const inner = isPreformatted ? nodes : withoutOuterLineEnds(nodes)
  return collect(inner, [], inline) ? mergeInline(inline, isPreformatted) : null
}

/** Line ends and tabs at a block's edge are its layout, as in a theme's patterns and between an item's text and its list. */
function withoutOuterLineEnds(nodes: readonly HtmlNode[]): HtmlNode[] {
  const trimmed = [...nodes]
  const first = trimmed[0]
  if (typeof first === 'string') {
    const { before } = splitOuterWhiteSpace(first)
    if (/[\t\n\r]/.test(before)) trimmed[0] = first.slice(before.length)
  }
  const last = trimmed.at(-1)
  if (typeof last === 'string') {
    const { inner, before, after } = splitOuterWhiteSpace(last)
    if (/[\t\n\r]/.test(inner === '' ? before : after)) trimmed[trimmed.length - 1] = inner === '' ? '' : before + inner
  }
  return trimmed
}

function collect(nodes: readonly HtmlNode[], marks: readonly InlineMark[], inline: InlineNode[]): boolean {
  return nodes.every((node) => collectNode(node, marks, inline))
}

function collectNode(node: HtmlNode, marks: readonly InlineMark[], inline: InlineNode[]): boolean {
  if (typeof node === 'string') {
    inline.push({ type: 'text', text: node, marks: [...marks] })
    return true
  }
  if ('kind' in node) return node.kind === 'comment' && keep(node.source, marks, inline)
  if (node.name === 'br' && node.attributes.size === 0) {
    inline.push({ type: 'hardBreak' })
    return true
  }
  const reference = readFootnoteReference(node)
  if (reference) {
    inline.push({ ...reference, ...(marks.length > 0 && { marks: [...marks] }) })
    return true
  }
  if (node.name === 'br' || THINGS.has(node.name) || (PHRASING.has(node.name) && !hasWords(node.children)))
    return keep(node.source, marks, inline)
  // A browser would end the outer link.
  if (node.name === 'a' && marks.some(isAnchor)) return false
  let mark = markOf(node)
  if (mark?.type === 'language' && marks.some(({ type }) => type === 'language')) mark = keptMark(node)
  // Any other mark inside itself means nothing that anybody could say.
  if (mark && mark.type !== 'kept' && marks.some(({ type }) => type === mark?.type)) return false
  if (mark?.type === 'kept' && !isStartTag(mark.attrs.open)) return false
  if (!mark || marks.length >= MAX_MARKS || marks.some((outer) => isSameMark(outer, mark ?? undefined))) return false
  return collect(node.children, [...marks, mark], inline)
}

const isAnchor = (mark: InlineMark): boolean =>
  mark.type === 'link' || (mark.type === 'kept' && /^<a[\s>]/i.test(mark.attrs.open))

function keep(source: string | null, marks: readonly InlineMark[], inline: InlineNode[]): boolean {
  if (source === null) return false
  inline.push({ type: 'keptInline', attrs: { source }, ...(marks.length > 0 && { marks: [...marks] }) })
  return true
}

const hasWords = (nodes: readonly HtmlNode[]): boolean =>
  nodes.some((node) => (isElement(node) ? node.name !== 'br' : node !== ''))
