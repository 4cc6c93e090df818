import type { ParsedBlock } from './block-grammar.ts'
import type { HtmlElement, HtmlNode } from './strict-html.ts'
import { isBlank } from './white-space.ts'

export const isElement = (node: HtmlNode | undefined): node is HtmlElement =>
  typeof node === 'object' && !('kind' in node)

export const asBlock = (node: HtmlNode | undefined): ParsedBlock | null =>
  typeof node === 'object' && 'kind' in node && node.kind === 'block' ? node : null

/** Without the white space between tags. */
export const significant = (nodes: readonly HtmlNode[]): HtmlNode[] =>
  nodes.filter((node) => typeof node !== 'string' || !isBlank(node))

/** The one element these nodes are, white space aside. */
export function soleElement(nodes: readonly HtmlNode[] | null, name: string): HtmlElement | null {
  const [element, ...others] = significant(nodes ?? [])
  return isElement(element) && others.length === 0 && element.name === name ? element : null
}

/** The text of nodes that are nothing but text, '' of none at all. */
export function plainText(nodes: readonly HtmlNode[]): string | null {
  const texts = nodes.filter((node) => typeof node === 'string')
  return texts.length === nodes.length ? texts.join('') : null
}

/** All of them or null. */
export function readAll<Item>(nodes: readonly HtmlNode[], read: (node: HtmlNode) => Item | null): Item[] | null {
  const items: Item[] = []
  for (const node of nodes) {
    const item = read(node)
    if (item === null) return null
    items.push(item)
  }
  return items
}

const START_TAG = /^<[a-z][a-z0-9]*(?:[\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?>$/i

/** Whether a text is one start tag and can be nothing else, wherever it is put. */
export const isStartTag = (text: string): boolean => START_TAG.test(text)
