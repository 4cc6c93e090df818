import type { InlineMark, InlineNode } from './document.ts'
import { mergeInline } from './inline-marks.ts'
import type { HtmlElement, HtmlNode } from './strict-html.ts'
import { splitOuterWhiteSpace } from './white-space.ts'

function markOf(element: HtmlElement): InlineMark | null {
  const href = element.attributes.get('href')
  if (element.name === 'a')
    return href !== undefined && element.attributes.size === 1 ? { type: 'link', attrs: { href } } : null
  if (element.attributes.size > 0) return null
  switch (element.name) {
    case 'strong':
    case 'b':
      return { type: 'bold' }
    case 'em':
    case 'i':
      return { type: 'italic' }
    case 'code':
      return { type: 'code' }
    default:
      return null
  }
}

/** The text of a paragraph, heading or list item; null when anything in it is not modelled, down to an empty `<em>`. */
export function inlineFromHtml(nodes: readonly HtmlNode[]): InlineNode[] | null {
  const inline: InlineNode[] = []
  return collect(withoutOuterLineEnds(nodes), [], inline) ? mergeInline(inline) : null
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
  for (const node of nodes) {
    if (typeof node === 'string') {
      inline.push({ type: 'text', text: node, marks: [...marks] })
      continue
    }
    if ('kind' in node) return false
    if (node.name === 'br') {
      if (node.attributes.size > 0) return false
      inline.push({ type: 'hardBreak' })
      continue
    }
    const mark = markOf(node)
    // A mark inside itself is refused, which also bounds the depth here.
    if (!mark || marks.some((outer) => outer.type === mark.type)) return false
    const textsBefore = inline.length
    if (!collect(node.children, [...marks, mark], inline)) return false
    if (!inline.slice(textsBefore).some((child) => child.type === 'text')) return false
  }
  return true
}
