import { blockMarkup } from '../block-comment.ts'
import type { InlineNode, ListItemNode, OpaqueNode } from '../document.ts'
import { inlineToHtml } from '../inline-to-html.ts'
import { startTag, withKept, withKeptAttributes } from '../kept-parts.ts'
import type { BlockFormat } from './block-format.ts'
import { itemParagraph, readList, withItemAttrs, type ListNode } from './read-list.ts'
import { rewriteList } from './rewrite-list.ts'

export const BETWEEN_ITEMS = '\n\n'

export const listFormat: BlockFormat<ListNode> = {
  read: (block) => readList(block)?.node ?? null,
  storable: (node) => storableList(node),
  write: (node) => writeList(node),
  rewrite(node, block) {
    const before = readList(block)
    return before && rewriteList(node, before, { list: writeList, item: writeItem, storable: storableList })
  },
}

function storableList(block: ListNode): ListNode {
  const content = block.content.flatMap(storableItems)
  const kept = withKept(block.attrs.kept)
  if (block.type === 'bulletList') return { type: 'bulletList', attrs: { source: null, ...kept }, content }
  const { start, reversed } = block.attrs
  return { type: 'orderedList', attrs: { start, ...(reversed && { reversed }), source: null, ...kept }, content }
}

/**
 * WordPress has no place for a paragraph behind a list inside an item: it begins the next item. An item that stays as it is
 * is one by itself.
 */
function storableItems(item: ListItemNode): ListItemNode[] {
  const items: ({ text: InlineNode[]; lists: ListNode[] } | { kept: OpaqueNode })[] = []
  for (const child of item.content) {
    const last = items.at(-1)
    const open = last && 'text' in last ? last : null
    if (child.type === 'opaque') {
      items.push({ kept: child })
    } else if (child.type !== 'paragraph') {
      if (open) open.lists.push(storableList(child))
      else items.push({ text: [], lists: [storableList(child)] })
    } else if (open && open.lists.length === 0) {
      open.text.push({ type: 'hardBreak' }, ...(child.content ?? []))
    } else {
      items.push({ text: [...(child.content ?? [])], lists: [] })
    }
  }
  if (items.length === 0) items.push({ text: [], lists: [] })
  const first = items.findIndex((each) => 'text' in each)
  return items.map((each, index): ListItemNode =>
    'kept' in each
      ? { type: 'listItem', content: [asItIs(each.kept)] }
      : {
          type: 'listItem',
          ...(index === first && withItemAttrs(item.attrs?.kept)),
          content: [itemParagraph(each.text), ...each.lists],
        },
  )
}

const asItIs = ({ attrs: { blockName, source } }: OpaqueNode): OpaqueNode => ({
  type: 'opaque',
  attrs: { blockName, source: source.trim() },
})

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
    if (child.type === 'opaque') return child.attrs.source
    if (child.type === 'paragraph') text += inlineToHtml(child.content)
    else lists.push(writeList(child))
  }
  const kept = item.attrs?.kept
  const html = `${startTag('li', {}, kept)}>${text}${lists.join(BETWEEN_ITEMS)}</li>`
  return blockMarkup('core/list-item', withKeptAttributes({}, kept), html)
}
