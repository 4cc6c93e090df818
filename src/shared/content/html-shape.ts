import type { HtmlElement, HtmlNode } from './strict-html.ts'
import { isBlank } from './white-space.ts'

/** Attributes an element must have, all and no others; undefined stands for one that must not be there. */
type AttributeSet = Record<string, string | undefined>

export const isElement = (node: HtmlNode | undefined): node is HtmlElement =>
  typeof node === 'object' && !('kind' in node)

/** Without the white space between tags. */
export const significant = (nodes: readonly HtmlNode[]): HtmlNode[] =>
  nodes.filter((node) => typeof node !== 'string' || !isBlank(node))

function hasAttributes(element: HtmlElement, expected: AttributeSet): boolean {
  const wanted = Object.entries(expected).filter(([, value]) => value !== undefined)
  return (
    element.attributes.size === wanted.length && wanted.every(([name, value]) => element.attributes.get(name) === value)
  )
}

/** The one element these nodes are, white space aside; null when it is another or has none of the attribute sets. */
export function onlyElement(
  nodes: readonly HtmlNode[] | null,
  name: string,
  ...attributeSets: AttributeSet[]
): HtmlElement | null {
  const [element, ...others] = significant(nodes ?? [])
  if (!isElement(element) || others.length > 0 || element.name !== name) return null
  return attributeSets.some((set) => hasAttributes(element, set)) ? element : null
}

/** The text of nodes that are nothing but text, '' of none at all. */
export function plainText(nodes: readonly HtmlNode[]): string | null {
  const texts = nodes.filter((node) => typeof node === 'string')
  return texts.length === nodes.length ? texts.join('') : null
}
