import { isElement } from '../html-shape.ts'
import type { HtmlElement, HtmlNode } from '../strict-html.ts'
import { isBlank } from '../white-space.ts'

/** Elements in whose text a line end is one. */
const VERBATIM = new Set(['pre', 'script', 'style', 'textarea', 'svg', 'code'])
/** Elements at whose edges a line end is layout. */
const APART = new Set('ul ol li p blockquote cite h1 h2 h3 h4 h5 h6 table tbody thead tfoot tr td th pre hr'.split(' '))

const isApart = (node: HtmlNode | undefined): boolean => node === undefined || (isElement(node) && APART.has(node.name))
const isBreak = (node: HtmlNode | undefined): boolean => isElement(node) && node.name === 'br'

/** The same nodes with a `<br>` for each line end that WordPress's `wpautop` makes one of. */
export function withLineBreaks(nodes: readonly HtmlNode[], isEdge = true): HtmlNode[] {
  return nodes.flatMap((node, index): HtmlNode[] => {
    const [before, after] = [nodes[index - 1], nodes[index + 1]]
    if (typeof node !== 'string') return isElement(node) ? [withinElement(node)] : [node]
    if (isBlank(node) && isApart(before) && isApart(after)) return [node]
    let text = node
    if (isBreak(before)) text = text.replace(/^\s*?\n[ \t]*/, '')
    if (isApart(before) && (before !== undefined || isEdge)) text = text.replace(/^[ \t]*\n\s*/, '')
    if (isApart(after) && (after !== undefined || isEdge)) text = text.replace(/\s*\n[ \t]*$/, '')
    return text
      .split(/[ \t]*\n[ \t]*/)
      .flatMap((line, at): HtmlNode[] => [...(at > 0 ? [lineBreak()] : []), ...(line === '' ? [] : [line])])
  })
}

function withinElement(element: HtmlElement): HtmlElement {
  if (VERBATIM.has(element.name)) return element
  return { ...element, children: withLineBreaks(element.children, APART.has(element.name)) }
}

const lineBreak = (): HtmlElement => ({ name: 'br', attributes: new Map(), children: [], open: '<br>', source: '<br>' })
