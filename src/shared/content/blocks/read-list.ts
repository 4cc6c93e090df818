import type { ParsedBlock } from '../block-grammar.ts'
import type { BulletListNode, InlineNode, ListItemNode, OrderedListNode, ParagraphNode } from '../document.ts'
import { asBlock, isElement, significant, soleElement } from '../html-shape.ts'
import { inlineFromHtml } from '../inline-from-html.ts'
import { BlockRest, withKept } from '../kept-parts.ts'
import { parseStrictHtml, type HtmlElement, type HtmlNode } from '../strict-html.ts'
import { storableInline } from './text-formats.ts'

/** Lists in lists beyond this stay as they are; a document may be 64 nodes deep. */
const MAX_LIST_LEVELS = 16

export type ListNode = BulletListNode | OrderedListNode

/** An item as it stands on the blog. */
export interface ReadItem {
  node: ListItemNode
  /** Its very bytes. */
  source: string
  /** Its `<li>`; null of one that stays as it is. */
  element: HtmlElement | null
  /** The lists in it, in order. */
  lists: ReadList[]
}

export interface ReadList {
  node: ListNode
  items: ReadItem[]
  /** Its very bytes, of a block with the comments around it. */
  source: string
  element: HtmlElement
}

/** null for what is no list in full: what is odd about an item alone stays in that item. */
export function readList(block: ParsedBlock, listLevel = 1): ReadList | null {
  const rest = BlockRest.of(block)
  if (!rest || listLevel > MAX_LIST_LEVELS) return null
  const ordered = rest.take('ordered') ?? false
  const start = ordered ? rest.take('start') : undefined
  const reversed = ordered ? (rest.take('reversed') ?? false) : false
  if (typeof ordered !== 'boolean' || typeof reversed !== 'boolean') return null
  if (start !== undefined && !(typeof start === 'number' && Number.isSafeInteger(start))) return null
  const element = soleElement(parseStrictHtml(block.inner), ordered ? 'ol' : 'ul')
  if (!element || element.attributes.get('start') !== start?.toString()) return null
  if (element.attributes.has('reversed') !== reversed) return null
  const hasBlocks = block.inner.some(({ kind }) => kind === 'block')
  const items = readItems(element.children, (node) =>
    hasBlocks ? readItemBlock(node, listLevel) : readItemElement(node, listLevel),
  )
  if (!items) return null
  rest.takeClassName('wp-block-list')
  rest.keep(element, '', ['start', 'reversed'], ['wp-block-list'])
  const kept = withKept(rest.kept)
  const content = items.map(({ node }) => node)
  const node: ListNode = ordered
    ? {
        type: 'orderedList',
        attrs: { start: start ?? 1, ...(reversed && { reversed }), source: null, ...kept },
        content,
      }
    : { type: 'bulletList', attrs: { source: null, ...kept }, content }
  return { node, items, source: block.source, element }
}

/** With none that can be edited the list is no list to edit. */
function readItems(children: readonly HtmlNode[], read: (node: HtmlNode) => ReadItem | null): ReadItem[] | null {
  const items: ReadItem[] = []
  for (const child of significant(children)) {
    const item = read(child) ?? asItIs(child)
    if (!item) return null
    items.push(item)
  }
  return items.some(({ element }) => element !== null) ? items : null
}

/** null for words between items: their bytes are not known any more. */
function asItIs(node: HtmlNode): ReadItem | null {
  if (typeof node === 'string' || node.source === null) return null
  const { source } = node
  const blockName = asBlock(node)?.name ?? (isElement(node) ? 'core/list-item' : 'core/html')
  return {
    node: { type: 'listItem', content: [{ type: 'opaque', attrs: { blockName, source } }] },
    source,
    element: null,
    lists: [],
  }
}

function readItemBlock(node: HtmlNode, listLevel: number): ReadItem | null {
  const block = asBlock(node)
  const rest = block?.name === 'core/list-item' && block.closing === 'closed' ? BlockRest.of(block) : null
  const element = block && soleElement(parseStrictHtml(block.inner), 'li')
  if (!rest || !element) return null
  rest.keep(element, '', [], [])
  return itemOf(element, block.source, rest, (child) => {
    const list = asBlock(child)
    return list === null ? undefined : list.name === 'core/list' ? readList(list, listLevel + 1) : null
  })
}

/** Before 6.1 a list was one block, its items and the lists in them nothing but HTML. A class is what its block would state. */
function readItemElement(node: HtmlNode, listLevel: number): ReadItem | null {
  if (!isElement(node) || node.name !== 'li' || node.source === null) return null
  const rest = BlockRest.empty()
  rest.keep(node, '', [], [])
  rest.stateClass()
  return itemOf(node, node.source, rest, (child) =>
    isElement(child) && (child.name === 'ul' || child.name === 'ol')
      ? readListElement(child, listLevel + 1)
      : undefined,
  )
}

/** A list of HTML alone. One whose element says more is read without its attributes by who knows what they mean. */
export function readListElement(element: HtmlElement, listLevel: number): ReadList | null {
  if (element.attributes.size > 0 || element.source === null || listLevel > MAX_LIST_LEVELS) return null
  const items = readItems(element.children, (node) => readItemElement(node, listLevel))
  if (!items) return null
  const content = items.map(({ node }) => node)
  const node: ListNode =
    element.name === 'ol'
      ? { type: 'orderedList', attrs: { start: 1, source: null }, content }
      : { type: 'bulletList', attrs: { source: null }, content }
  return { node, items, source: element.source, element }
}

/** `asList`: undefined for what is no list. */
function itemOf(
  element: HtmlElement,
  source: string,
  rest: BlockRest,
  asList: (node: HtmlNode) => ReadList | null | undefined,
): ReadItem | null {
  const lists: ReadList[] = []
  const words: HtmlNode[] = []
  for (const child of element.children) {
    const list = asList(child)
    if (list === null) return null
    if (list) lists.push(list)
    else if (lists.length === 0) words.push(child)
    else if (significant([child]).length > 0) return null
  }
  const text = inlineFromHtml(words)
  if (!text) return null
  const node: ListItemNode = {
    type: 'listItem',
    ...withItemAttrs(rest.kept),
    content: [itemParagraph(text), ...lists.map((list) => list.node)],
  }
  return { node, source, element, lists }
}

export const itemParagraph = (text: readonly InlineNode[]): ParagraphNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  ...storableInline(text),
})

export function withItemAttrs(kept: Parameters<typeof withKept>[0]): { attrs?: NonNullable<ListItemNode['attrs']> } {
  const attrs = withKept(kept)
  return attrs.kept ? { attrs } : {}
}
