import { formatOf } from '../blocks/block-formats.ts'
import { childrenOf, inlineOf } from '../document-walk.ts'
import type { BlockNode, StructureNode } from '../document.ts'
import { mergeInline } from '../inline-marks.ts'
import { storableBlock } from '../storable-block.ts'

const PARTS: readonly StructureNode['type'][] = [
  'listItem',
  'tableRow',
  'tableCell',
  'tableHeader',
  'button',
  'footnote',
]

const isBlock = (node: StructureNode): node is BlockNode => !PARTS.includes(node.type)

/** The same text for two nodes exactly when they mean the same on the blog; where they came from does not count. */
export function meaningOf(node: StructureNode): string {
  return JSON.stringify(isBlock(node) ? storableBlock(node) : meaningOfPart(node))
}

const meaningOfPart = (node: StructureNode): object => ({
  type: node.type,
  attrs: statedAttributes(node),
  words: mergeInline(inlineOf(node)),
  children: childrenOf(node).map((child) => JSON.parse(meaningOf(child)) as object),
})

/** What a node says of itself, without what stands in it. */
export function shellOf(node: StructureNode): string {
  if (!isBlock(node)) return JSON.stringify([node.type, statedAttributes(node)])
  if (node.type === 'opaque') return meaningOf(node)
  const { attrs } = formatOf(node.type).storable(node, (inner) => inner)
  return JSON.stringify([node.type, attrs])
}

/** Absent means null, '' or false. */
const statedAttributes = (node: StructureNode): [string, unknown][] =>
  Object.entries(node.attrs ?? {})
    .filter(([name, value]) => name !== 'source' && value !== null && value !== '' && value !== false)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))

/** Line ends are characters of its words. */
export const isPreformatted = ({ type }: StructureNode): boolean =>
  type === 'codeBlock' || type === 'preformatted' || type === 'verse'

/**
 * Nodes of one family can be partly the one and partly the other: what they are is one thing, what stands in them another.
 * null for those that are taken or left as a whole.
 */
export function familyOf(node: StructureNode): string | null {
  if (node.type === 'container') return `container ${node.attrs.blockName}`
  return FAMILIES[node.type] ?? null
}

const FAMILIES: Partial<Record<StructureNode['type'], string>> = {
  paragraph: 'words',
  heading: 'words',
  codeBlock: 'codeBlock',
  preformatted: 'preformatted',
  verse: 'verse',
  button: 'button',
  footnote: 'footnote',
  bulletList: 'list',
  orderedList: 'list',
  listItem: 'listItem',
  blockquote: 'blockquote',
  pullquote: 'pullquote',
  gallery: 'gallery',
  table: 'table',
  tableRow: 'tableRow',
  tableCell: 'cell',
  tableHeader: 'cell',
  buttons: 'buttons',
  footnotes: 'footnotes',
}
