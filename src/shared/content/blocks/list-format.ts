import type { ParsedBlock } from '../block-grammar.ts'
import { blockMarkup } from '../block-comment.ts'
import type { BulletListNode, InlineNode, ListItemNode, OrderedListNode, ParagraphNode } from '../document.ts'
import { asBlock, isElement, readAll, significant, soleElement } from '../html-shape.ts'
import { inlineFromHtml } from '../inline-from-html.ts'
import { inlineToHtml } from '../inline-to-html.ts'
import { BlockRest, startTag, withKept, withKeptAttributes } from '../kept-parts.ts'
import { parseStrictHtml, type HtmlElement, type HtmlNode } from '../strict-html.ts'
import type { BlockFormat } from './block-format.ts'
import { storableInline } from './text-formats.ts'

/** Lists in lists beyond this stay as they are; a document may be 64 nodes deep. */
const MAX_LIST_LEVELS = 16
const BETWEEN_ITEMS = '\n\n'

type ListNode = BulletListNode | OrderedListNode

export const listFormat: BlockFormat<ListNode> = {
  read: (block) => readList(block, 1),
  storable: (node) => storableList(node),
  write: (node) => writeList(node),
  writeInner: ({ content }) => content.map(writeItem).join(BETWEEN_ITEMS),
}

function readList(block: ParsedBlock, listLevel: number): ListNode | null {
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
  const content = readAll(significant(element.children), (node) =>
    hasBlocks ? readItemBlock(node, listLevel) : readItemElement(node, listLevel),
  )
  if (!content || content.length === 0) return null
  rest.takeClassName('wp-block-list')
  rest.keep(element, '', ['start', 'reversed'], ['wp-block-list'])
  const kept = withKept(rest.kept)
  return ordered
    ? {
        type: 'orderedList',
        attrs: { start: start ?? 1, ...(reversed && { reversed }), source: null, ...kept },
        content,
      }
    : { type: 'bulletList', attrs: { source: null, ...kept }, content }
}

function readItemBlock(node: HtmlNode, listLevel: number): ListItemNode | null {
  const block = asBlock(node)
  const rest = block?.name === 'core/list-item' && block.closing === 'closed' ? BlockRest.of(block) : null
  const element = block && soleElement(parseStrictHtml(block.inner), 'li')
  if (!rest || !element) return null
  rest.keep(element, '', [], [])
  const item = itemOf(element.children, (child) => {
    const list = asBlock(child)
    return list === null ? undefined : list.name === 'core/list' ? readList(list, listLevel + 1) : null
  })
  return item && { ...item, ...withAttrs(rest.kept) }
}

/** Before 6.1 a list was one block, its items and the lists in them nothing but HTML. */
function readItemElement(node: HtmlNode, listLevel: number): ListItemNode | null {
  if (!isElement(node) || node.name !== 'li' || node.attributes.size > 0) return null
  return itemOf(node.children, (child) => {
    if (!isElement(child) || (child.name !== 'ul' && child.name !== 'ol')) return undefined
    return readListElement(child, listLevel + 1)
  })
}

export function readListElement(element: HtmlElement, listLevel: number): ListNode | null {
  if (element.attributes.size > 0 || listLevel > MAX_LIST_LEVELS) return null
  const content = readAll(significant(element.children), (node) => readItemElement(node, listLevel))
  if (!content || content.length === 0) return null
  return element.name === 'ol'
    ? { type: 'orderedList', attrs: { start: 1, source: null }, content }
    : { type: 'bulletList', attrs: { source: null }, content }
}

/** `asList`: undefined for what is no list. */
function itemOf(
  children: readonly HtmlNode[],
  asList: (node: HtmlNode) => ListNode | null | undefined,
): ListItemNode | null {
  const lists: ListNode[] = []
  const words: HtmlNode[] = []
  for (const child of children) {
    const list = asList(child)
    if (list === null) return null
    if (list) lists.push(list)
    else if (lists.length === 0) words.push(child)
    else if (significant([child]).length > 0) return null
  }
  const text = inlineFromHtml(words)
  return text && { type: 'listItem', content: [itemParagraph(text), ...lists] }
}

const itemParagraph = (text: readonly InlineNode[]): ParagraphNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  ...storableInline(text),
})

const withAttrs = (kept: Parameters<typeof withKept>[0]): { attrs?: NonNullable<ListItemNode['attrs']> } => {
  const attrs = withKept(kept)
  return attrs.kept ? { attrs } : {}
}

function storableList(block: ListNode): ListNode {
  const content = block.content.flatMap(storableItems)
  const kept = withKept(block.attrs.kept)
  if (block.type === 'bulletList') return { type: 'bulletList', attrs: { source: null, ...kept }, content }
  const { start, reversed } = block.attrs
  return { type: 'orderedList', attrs: { start, ...(reversed && { reversed }), source: null, ...kept }, content }
}

/** WordPress has no place for a paragraph behind a list inside an item: it begins the next item. */
function storableItems(item: ListItemNode): ListItemNode[] {
  const items: { text: InlineNode[]; lists: ListNode[] }[] = []
  for (const child of item.content) {
    const last = items.at(-1)
    if (child.type !== 'paragraph') {
      if (last) last.lists.push(storableList(child))
      else items.push({ text: [], lists: [storableList(child)] })
    } else if (last && last.lists.length === 0) {
      last.text.push({ type: 'hardBreak' }, ...(child.content ?? []))
    } else {
      items.push({ text: [...(child.content ?? [])], lists: [] })
    }
  }
  if (items.length === 0) items.push({ text: [], lists: [] })
  return items.map(({ text, lists }, index) => ({
    type: 'listItem',
    ...(index === 0 && withAttrs(item.attrs?.kept)),
    content: [itemParagraph(text), ...lists],
  }))
}

function writeList(list: ListNode): string {
  const items = list.content.map(writeItem).join(BETWEEN_ITEMS)
  const { kept } = list.attrs
  if (list.type === 'bulletList') {
    const tag = startTag('ul', { class: 'wp-block-list' }, kept)
    return blockMarkup('core/list', withKeptAttributes({}, kept), `${tag}>${items}</ul>`)
  }
  const start = list.attrs.start === 1 ? undefined : list.attrs.start
  const reversed = list.attrs.reversed ? true : undefined
  const own = { reversed: reversed && '', start: start?.toString(), class: 'wp-block-list' }
  const attributes = withKeptAttributes({ ordered: true, start, reversed }, kept)
  return blockMarkup('core/list', attributes, `${startTag('ol', own, kept)}>${items}</ol>`)
}

function writeItem(item: ListItemNode): string {
  let text = ''
  const lists: string[] = []
  for (const child of item.content) {
    if (child.type === 'paragraph') text += inlineToHtml(child.content)
    else lists.push(writeList(child))
  }
  const kept = item.attrs?.kept
  const html = `${startTag('li', {}, kept)}>${text}${lists.join(BETWEEN_ITEMS)}</li>`
  return blockMarkup('core/list-item', withKeptAttributes({}, kept), html)
}
