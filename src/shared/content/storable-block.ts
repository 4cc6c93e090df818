import type {
  BlockNode,
  BulletListNode,
  HeadingNode,
  InlineNode,
  ListItemNode,
  OrderedListNode,
  ParagraphNode,
  QuoteNode,
} from './document.ts'
import { mergeInline } from './inline-marks.ts'
import { joinLines } from './white-space.ts'

/**
 * The block as a WordPress blog can hold it, in one form for one meaning and without sources (opaque blocks keep theirs):
 * two blocks mean the same exactly when their storable forms are equal, see isSameBlock. WordPress has no place for the
 * direction of a heading or a list item (7.1), nor for a paragraph behind a list inside an item: it begins the next item.
 */
export function storableBlock(block: BlockNode): BlockNode {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.content, block.attrs.dir)
    case 'heading':
      return heading(block)
    case 'bulletList':
    case 'orderedList':
      return list(block)
    case 'blockquote':
      return quote(block)
    case 'codeBlock': {
      const text = (block.content ?? []).map((node) => node.text).join('')
      return { type: 'codeBlock', attrs: { source: null }, ...(text !== '' && { content: [{ type: 'text', text }] }) }
    }
    case 'horizontalRule':
      return { type: 'horizontalRule', attrs: { source: null } }
    case 'picture': {
      const { mediaId, remoteId, url, alt, caption } = block.attrs
      return {
        type: 'picture',
        attrs: { mediaId, remoteId, url, alt, caption: joinLines(caption), source: null },
      }
    }
    case 'opaque':
      return { type: 'opaque', attrs: { blockName: block.attrs.blockName, source: block.attrs.source } }
  }
}

/** Whether two blocks mean the same on the blog, wherever they came from and whatever an editor added to them. */
export const isSameBlock = (one: BlockNode, other: BlockNode): boolean =>
  JSON.stringify(storableBlock(one)) === JSON.stringify(storableBlock(other))

function paragraph(content: readonly InlineNode[] | undefined, dir: ParagraphNode['attrs']['dir']): ParagraphNode {
  const inline = mergeInline(content)
  return { type: 'paragraph', attrs: { dir, source: null }, ...(inline.length > 0 && { content: inline }) }
}

function heading({ attrs, content }: HeadingNode): HeadingNode {
  const inline = mergeInline(content)
  const { level } = attrs
  return { type: 'heading', attrs: { level, dir: null, source: null }, ...(inline.length > 0 && { content: inline }) }
}

function list(block: BulletListNode | OrderedListNode): BulletListNode | OrderedListNode {
  const content = block.content.flatMap(listItems)
  return block.type === 'orderedList'
    ? { type: 'orderedList', attrs: { start: block.attrs.start, source: null }, content }
    : { type: 'bulletList', attrs: { source: null }, content }
}

function listItems(item: ListItemNode): ListItemNode[] {
  const items: { text: InlineNode[]; lists: (BulletListNode | OrderedListNode)[] }[] = []
  for (const child of item.content) {
    const last = items.at(-1)
    if (child.type !== 'paragraph') {
      if (last) last.lists.push(list(child))
      else items.push({ text: [], lists: [list(child)] })
    } else if (last && last.lists.length === 0) {
      last.text.push({ type: 'hardBreak' }, ...(child.content ?? []))
    } else {
      items.push({ text: [...(child.content ?? [])], lists: [] })
    }
  }
  if (items.length === 0) items.push({ text: [], lists: [] })
  return items.map(({ text, lists }) => ({ type: 'listItem', content: [paragraph(text, null), ...lists] }))
}

function quote({ attrs, content }: QuoteNode): QuoteNode {
  return {
    type: 'blockquote',
    attrs: { citation: joinLines(attrs.citation), source: null },
    content: content.map((child) => {
      switch (child.type) {
        case 'paragraph':
          return paragraph(child.content, child.attrs.dir)
        case 'heading':
          return heading(child)
        case 'bulletList':
        case 'orderedList':
          return list(child)
      }
    }),
  }
}
