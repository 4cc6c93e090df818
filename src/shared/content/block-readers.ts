import type { ParsedBlock } from './block-grammar.ts'
import type {
  BlockNode,
  BulletListNode,
  CodeBlockNode,
  HeadingNode,
  ListItemNode,
  OrderedListNode,
  ParagraphNode,
  QuoteNode,
} from './document.ts'
import { onlyElement, plainText, significant } from './html-shape.ts'
import { inlineFromHtml } from './inline-from-html.ts'
import { readPicture } from './picture-reader.ts'
import { parseStrictHtml, type HtmlNode } from './strict-html.ts'
import { joinLines } from './white-space.ts'

/** Lists in lists beyond this stay as they are; a document may be 40 nodes deep. */
const MAX_LIST_LEVELS = 16

/**
 * The node of a core block as WordPress 6.1 to 7.1 writes it, `source` null. null for every other block and for one
 * with anything in it we do not model: an attribute, a class, a tag, a comment, a closer that is missing.
 */
export function readBlock(block: ParsedBlock): BlockNode | null {
  if (block.closing !== 'closed') return null
  switch (block.name) {
    case 'core/paragraph':
      return readParagraph(block)
    case 'core/heading':
      return readHeading(block)
    case 'core/list':
      return readList(block, 1)
    case 'core/quote':
      return readQuote(block)
    case 'core/image':
      return readPicture(block)
    case 'core/code':
      return readCode(block)
    case 'core/separator':
      return hasOnly(block, []) &&
        onlyElement(
          parseStrictHtml(block.inner),
          'hr',
          { class: 'wp-block-separator has-alpha-channel-opacity' },
          { class: 'wp-block-separator' },
        )
        ? { type: 'horizontalRule', attrs: { source: null } }
        : null
    default:
      return null
  }
}

/**
 * Whether the block has no attributes but these. `ownClass`: an older WordPress (seen on 6.1) that meets the class a newer
 * one gives a block of itself notes it down as the person's choice; it means nothing.
 */
const hasOnly = ({ attributes }: ParsedBlock, known: readonly string[], ownClass?: string): boolean =>
  attributes !== null &&
  Object.entries(attributes).every(
    ([name, value]) => known.includes(name) || (name === 'className' && value === ownClass),
  )

function readParagraph(block: ParsedBlock): ParagraphNode | null {
  if (!hasOnly(block, ['direction'])) return null
  const dir = block.attributes?.['direction'] ?? null
  if (dir !== null && dir !== 'rtl' && dir !== 'ltr') return null
  const element = onlyElement(parseStrictHtml(block.inner), 'p', { dir: dir ?? undefined })
  const content = element && inlineFromHtml(element.children)
  return content && { type: 'paragraph', attrs: { dir, source: null }, ...(content.length > 0 && { content }) }
}

function readHeading(block: ParsedBlock): HeadingNode | null {
  if (!hasOnly(block, ['level'], 'wp-block-heading')) return null
  const level = block.attributes?.['level'] ?? 2
  if (level !== 1 && level !== 2 && level !== 3 && level !== 4 && level !== 5 && level !== 6) return null
  const element = onlyElement(parseStrictHtml(block.inner), `h${level}`, { class: 'wp-block-heading' }, {})
  const content = element && inlineFromHtml(element.children)
  return (
    content && { type: 'heading', attrs: { level, dir: null, source: null }, ...(content.length > 0 && { content }) }
  )
}

function readList(block: ParsedBlock, listLevel: number): BulletListNode | OrderedListNode | null {
  if (block.closing !== 'closed' || listLevel > MAX_LIST_LEVELS) return null
  const isOrdered = block.attributes?.['ordered'] === true
  if (!hasOnly(block, isOrdered ? ['ordered', 'start'] : [], 'wp-block-list')) return null
  const start = block.attributes?.['start'] ?? null
  if (start !== null && !(typeof start === 'number' && Number.isSafeInteger(start))) return null
  const attributes = { start: start?.toString() }
  const element = onlyElement(
    parseStrictHtml(block.inner),
    isOrdered ? 'ol' : 'ul',
    { ...attributes, class: 'wp-block-list' },
    attributes,
  )
  const content = element && readAll(significant(element.children), (node) => readListItem(node, listLevel))
  if (!content || content.length === 0) return null
  return isOrdered
    ? { type: 'orderedList', attrs: { start: start ?? 1, source: null }, content }
    : { type: 'bulletList', attrs: { source: null }, content }
}

function readListItem(node: HtmlNode, listLevel: number): ListItemNode | null {
  const block = asBlock(node)
  if (block?.name !== 'core/list-item' || block.closing !== 'closed' || !hasOnly(block, [])) return null
  const children = onlyElement(parseStrictHtml(block.inner), 'li', {})?.children
  if (!children) return null
  const firstList = children.findIndex((child) => asBlock(child) !== null)
  const text = inlineFromHtml(firstList === -1 ? children : children.slice(0, firstList))
  const nested = firstList === -1 ? [] : significant(children.slice(firstList))
  const lists = readAll(nested, (child) => {
    const list = asBlock(child)
    return list?.name === 'core/list' ? readList(list, listLevel + 1) : null
  })
  if (!text || !lists) return null
  const paragraph: ParagraphNode = { type: 'paragraph', attrs: { dir: null, source: null } }
  if (text.length > 0) paragraph.content = text
  return { type: 'listItem', content: [paragraph, ...lists] }
}

function readQuote(block: ParsedBlock): QuoteNode | null {
  if (!hasOnly(block, [])) return null
  const element = onlyElement(parseStrictHtml(block.inner), 'blockquote', { class: 'wp-block-quote' })
  if (!element) return null
  const children = significant(element.children)
  const last = children.at(-1)
  const hasCitation = last !== undefined && asBlock(last) === null
  const citation = hasCitation ? plainText(onlyElement([last], 'cite', {})?.children ?? []) : ''
  const content = readAll(hasCitation ? children.slice(0, -1) : children, (child) => {
    const inner = asBlock(child)
    // Quotes in quotes are not modelled; reading them all the same would take as many frames as somebody nests.
    const node = inner && inner.name !== 'core/quote' ? readBlock(inner) : null
    return node?.type === 'paragraph' ||
      node?.type === 'heading' ||
      node?.type === 'bulletList' ||
      node?.type === 'orderedList'
      ? node
      : null
  })
  if (citation === null || (hasCitation && citation === '') || !content || content.length === 0) return null
  return { type: 'blockquote', attrs: { citation: joinLines(citation), source: null }, content }
}

function readCode(block: ParsedBlock): CodeBlockNode | null {
  const pre = hasOnly(block, []) ? onlyElement(parseStrictHtml(block.inner), 'pre', { class: 'wp-block-code' }) : null
  const [code, ...others] = pre?.children ?? []
  const element = code !== undefined && others.length === 0 ? onlyElement([code], 'code', {}) : null
  const text = element && plainText(element.children)
  if (text === null) return null
  return { type: 'codeBlock', attrs: { source: null }, ...(text !== '' && { content: [{ type: 'text', text }] }) }
}

const asBlock = (node: HtmlNode): ParsedBlock | null => (typeof node === 'object' && 'kind' in node ? node : null)

/** All of them or null. */
function readAll<Item>(nodes: readonly HtmlNode[], read: (node: HtmlNode) => Item | null): Item[] | null {
  const items: Item[] = []
  for (const node of nodes) {
    const item = read(node)
    if (item === null) return null
    items.push(item)
  }
  return items
}
