import { blockMarkup } from '../block-comment.ts'
import { isTag, type HtmlTag, type HtmlTree } from './html-tree.ts'

type WriteCell = (cell: readonly HtmlTree[]) => string

/** A table as WordPress's own block writes it, merged cells kept; null for one that holds another, which is layout. */
export function tableMarkup(table: HtmlTag, caption: string, writeCell: WriteCell): string | null {
  if (holdsTable(table.children)) return null
  const parts: Record<'thead' | 'tbody' | 'tfoot', string[]> = { thead: [], tbody: [], tfoot: [] }
  let ownCaption = caption
  const read = (nodes: readonly HtmlTree[], section: keyof typeof parts): void => {
    for (const node of nodes) {
      if (isTag(node, 'thead', 'tbody', 'tfoot')) read(node.children, node.name as keyof typeof parts)
      else if (isTag(node, 'caption') && ownCaption === '') ownCaption = writeCell(node.children)
      else if (isTag(node, 'tr'))
        parts[section].push(`<tr>${node.children.map((cell) => writeTableCell(cell, writeCell)).join('')}</tr>`)
    }
  }
  read(table.children, 'tbody')
  const rows = (['thead', 'tbody', 'tfoot'] as const)
    .map((name) => (parts[name].length === 0 ? '' : `<${name}>${parts[name].join('')}</${name}>`))
    .join('')
  if (rows === '') return null
  const figcaption = ownCaption === '' ? '' : `<figcaption class="wp-element-caption">${ownCaption}</figcaption>`
  return blockMarkup(
    'core/table',
    { hasFixedLayout: false },
    `<figure class="wp-block-table"><table>${rows}</table>${figcaption}</figure>`,
  )
}

function writeTableCell(cell: HtmlTree, writeCell: WriteCell): string {
  if (!isTag(cell, 'td', 'th')) return ''
  const spans = ['colspan', 'rowspan']
    .map((name) => ({ name, count: Number(cell.attributes.get(name) ?? 1) }))
    .filter(({ count }) => Number.isSafeInteger(count) && count > 1 && count <= 1000)
    .map(({ name, count }) => ` ${name}="${count}"`)
    .join('')
  return `<${cell.name}${spans}>${writeCell(cell.children.flatMap(asLine))}</${cell.name}>`
}

/** Paragraphs in a cell are lines of it. */
function asLine(node: HtmlTree): HtmlTree[] {
  if (!isTag(node, 'p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) return [node]
  return [...node.children.flatMap(asLine), { name: 'br', attributes: new Map(), children: [] }]
}

const holdsTable = (nodes: readonly HtmlTree[]): boolean =>
  nodes.some((node) => typeof node !== 'string' && (node.name === 'table' || holdsTable(node.children)))
