import { blockMarkup } from '../block-comment.ts'
import { keptWithLine } from '../caption.ts'
import type { ParagraphNode, TableCellNode, TableNode, TableRowNode } from '../document.ts'
import { isElement, readAll, significant } from '../html-shape.ts'
import { inlineFromHtml } from '../inline-from-html.ts'
import { inlineToHtml } from '../inline-to-html.ts'
import { BlockRest, classesOf, startTag, withKept, withKeptAttributes } from '../kept-parts.ts'
import { parseStrictHtml, type HtmlElement, type HtmlNode } from '../strict-html.ts'
import { joinLines } from '../white-space.ts'
import type { BlockFormat } from './block-format.ts'
import { CAPTION_CLASS, figcaption, joinClasses, readFigure } from './picture-formats.ts'
import { storableInline } from './text-formats.ts'

const SECTIONS = ['head', 'body', 'foot'] as const
type Section = (typeof SECTIONS)[number]

export const tableFormat: BlockFormat<TableNode> = {
  read(block) {
    const rest = BlockRest.of(block)
    const parts = rest && readFigure(parseStrictHtml(block.inner), rest, [CAPTION_CLASS])
    const [table, ...others] = parts?.inner ?? []
    if (!parts || !isElement(table) || table.name !== 'table' || others.length > 0 || parts.credit !== '') return null
    const hasFixedLayout = classesOf(table).includes('has-fixed-layout')
    const stated = rest.take('hasFixedLayout')
    if (stated !== undefined && stated !== hasFixedLayout) return null
    rest.keep(parts.figure, '', [], ['wp-block-table'])
    const content = readTableRows(table, rest)
    return (
      content && {
        type: 'table',
        attrs: { caption: parts.caption, hasFixedLayout, source: null, ...withKept(rest.kept) },
        content,
      }
    )
  },
  storable: ({ attrs: { caption, hasFixedLayout, kept }, content }) => ({
    type: 'table',
    attrs: {
      caption: joinLines(caption),
      hasFixedLayout,
      source: null,
      ...withKept(keptWithLine('figcaption', caption, kept)),
    },
    content: inOrder(content).map(({ attrs: { section }, content: cells }) => ({
      type: 'tableRow',
      attrs: { section },
      content: cells.map(storableCell),
    })),
  }),
  write(node, { before }) {
    const { caption, hasFixedLayout, kept } = node.attrs
    const table = writeTableElement(node)
    const html = `${startTag('figure', { class: 'wp-block-table' }, kept)}>${table}${figcaption({ caption }, kept)}</figure>`
    // What goes without saying changed in WordPress 6.5: said, it holds everywhere.
    const isUnsaid = before !== null && before['hasFixedLayout'] === undefined
    return blockMarkup(
      'core/table',
      withKeptAttributes({ hasFixedLayout: isUnsaid ? undefined : hasFixedLayout }, kept),
      html,
    )
  },
}

/** The rows of `<table>`, whose own attributes go to `rest`; null of none, or where they are not as a block has them. */
export function readTableRows(table: HtmlElement, rest: BlockRest): TableRowNode[] | null {
  const content = readAll(significant(table.children), readSection)?.flat() ?? []
  if (content.length === 0 || content !== inOrder(content)) return null
  rest.keep(table, 'table', [], ['has-fixed-layout'])
  return content
}

/** `<table>` alone. Of a storable node. */
export function writeTableElement({ attrs: { hasFixedLayout, kept }, content }: TableNode): string {
  const sections = SECTIONS.map((section) => {
    const rows = content.filter((row) => row.attrs.section === section).map(writeRow)
    return rows.length === 0 ? '' : `<t${section}>${rows.join('')}</t${section}>`
  })
  const tableClass = hasFixedLayout ? 'has-fixed-layout' : undefined
  return `${startTag('table', { class: tableClass }, kept, 'table')}>${sections.join('')}</table>`
}

/** The same rows when they are in order already. */
function inOrder(rows: TableRowNode[]): TableRowNode[] {
  const places = rows.map((row) => SECTIONS.indexOf(row.attrs.section))
  const isOrdered = places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0))
  return isOrdered ? rows : SECTIONS.flatMap((section) => rows.filter((row) => row.attrs.section === section))
}

function readSection(node: HtmlNode): TableRowNode[] | null {
  const section = SECTIONS.find((each) => isElement(node) && node.name === `t${each}`)
  if (!section || !isElement(node) || node.attributes.size > 0) return null
  return readAll(significant(node.children), (row) => readRow(row, section))
}

function readRow(row: HtmlNode, section: Section): TableRowNode | null {
  if (!isElement(row) || row.name !== 'tr' || row.attributes.size > 0) return null
  const content = readAll(significant(row.children), (cell) => (isElement(cell) ? readCell(cell) : null))
  return content && content.length > 0 ? { type: 'tableRow', attrs: { section }, content } : null
}

function readCell(cell: HtmlElement): TableCellNode | null {
  const content = cell.name === 'td' || cell.name === 'th' ? inlineFromHtml(cell.children) : null
  if (!content) return null
  const colspan = readSpan(cell.attributes.get('colspan'))
  const rowspan = readSpan(cell.attributes.get('rowspan'))
  const align = (['left', 'center', 'right'] as const).find(
    (each) => cell.attributes.get('data-align') === each && classesOf(cell).includes(`has-text-align-${each}`),
  )
  if (colspan === null || rowspan === null) return null
  const rest = BlockRest.empty()
  rest.keep(
    cell,
    '',
    ['colspan', 'rowspan', ...(align ? ['data-align'] : [])],
    align ? [`has-text-align-${align}`] : [],
  )
  return {
    type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
    attrs: { colspan, rowspan, align: align ?? null, ...withKept(rest.kept) },
    content: [cellText(content)],
  }
}

const cellText = (content: ParagraphNode['content']): ParagraphNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  ...storableInline(content),
})

const readSpan = (value: string | undefined): number | null =>
  value === undefined ? 1 : /^[1-9]\d{0,3}$/.test(value) ? Number(value) : null

function storableCell({ type, attrs: { colspan, rowspan, align, kept }, content }: TableCellNode): TableCellNode {
  const lines = content.flatMap((paragraph, index) => [
    ...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
    ...(paragraph.content ?? []),
  ])
  return { type, attrs: { colspan, rowspan, align, ...withKept(kept) }, content: [cellText(lines)] }
}

const writeRow = ({ content }: TableRowNode): string => `<tr>${content.map(writeCell).join('')}</tr>`

function writeCell({ type, attrs: { colspan, rowspan, align, kept }, content }: TableCellNode): string {
  const name = type === 'tableHeader' ? 'th' : 'td'
  const own = {
    class: align === null ? undefined : joinClasses(`has-text-align-${align}`),
    'data-align': align ?? undefined,
    colspan: colspan === 1 ? undefined : String(colspan),
    rowspan: rowspan === 1 ? undefined : String(rowspan),
  }
  const text = content.map((paragraph) => inlineToHtml(paragraph.content)).join('<br>')
  return `${startTag(name, own, kept)}>${text}</${name}>`
}
