import type { Look } from './look.ts'
import type { PasteBuilder } from './paste-builder.ts'
import type { PasteSource } from './paste-source.ts'
import { isBold } from './styles.ts'

const ALIGNMENTS = new Set(['left', 'center', 'right'])

/** What a table needs of who reads the text around it and in its cells. */
interface CellReader {
  builder: PasteBuilder
  source: PasteSource
  children: (parent: Element, look: Look) => void
}

/** Rows of one table, without those of tables inside it. */
function rowsOf(table: Element): Element[] {
  return [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
}

const cellsOf = (row: Element): Element[] =>
  [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th')

/** Reads a table with its header rows and merged cells; false for one that only lays out a page. */
export function readTable(reader: CellReader, table: Element, look: Look): boolean {
  const rows = rowsOf(table).filter((row) => cellsOf(row).length > 0)
  const widest = Math.max(0, ...rows.map((row) => cellsOf(row).length))
  const isLayout = table.getAttribute('role') === 'presentation' || table.querySelector('table') !== null
  if (rows.length === 0 || isLayout || (widest < 2 && rows.length < 2)) return false
  const { builder } = reader
  const caption = [...table.children].find(({ localName }) => localName === 'caption')
  if (caption) {
    builder.beginBlock('p')
    reader.children(caption, look)
    builder.endBlock()
  }
  const headRows = headCount(reader, rows)
  builder.beginTable()
  let open: string | null = null
  for (const [index, row] of rows.entries()) {
    const isHead = index < headRows
    const section = isHead ? 'thead' : row.parentElement?.localName === 'tfoot' ? 'tfoot' : 'tbody'
    if (section !== open) {
      if (open !== null) builder.end()
      builder.beginSection(section)
      open = section
    }
    builder.beginRow()
    for (const cell of cellsOf(row)) readCell(reader, cell, isHead, look)
    builder.end()
  }
  builder.end()
  builder.end()
  return true
}

/** The rows said to be the head, or a first row that is set in bold while the next is not. */
function headCount(reader: CellReader, rows: readonly Element[]): number {
  const stated = rows.findIndex((row) => row.parentElement?.localName !== 'thead' && !cellsOf(row).every(isHeaderCell))
  if (stated !== 0) return stated === -1 ? 1 : stated
  const [first, second] = rows
  return first && second && isBoldRow(reader, first) && !isBoldRow(reader, second) ? 1 : 0
}

const isHeaderCell = (cell: Element): boolean => cell.localName === 'th'

function isBoldRow(reader: CellReader, row: Element): boolean {
  const worded = cellsOf(row).filter((cell) => (cell.textContent ?? '').trim() !== '')
  return worded.length > 0 && worded.every((cell) => isBoldThroughout(reader, cell, false))
}

function isBoldThroughout(reader: CellReader, element: Element, outer: boolean): boolean {
  const own = isBold(reader.source.styles.of(element)) ?? (outer || /^(?:b|strong|th)$/.test(element.localName))
  for (const child of element.childNodes) {
    if (child.nodeType === 3 && /[^\s\u00a0]/.test(child.textContent ?? '') && !own) return false
    if (child.nodeType === 1 && !isBoldThroughout(reader, child as Element, own)) return false
  }
  return true
}

function readCell(reader: CellReader, cell: Element, isInHead: boolean, look: Look): void {
  const isHeader = isInHead || isHeaderCell(cell)
  const attributes: Record<string, string> = {}
  for (const name of ['colspan', 'rowspan']) {
    const span = Number.parseInt(cell.getAttribute(name) ?? '', 10)
    if (span > 1) attributes[name] = String(span)
  }
  const align = alignmentOf(reader, cell)
  if (align !== null) attributes['data-align'] = align
  reader.builder.beginCell(isHeader ? 'th' : 'td', attributes)
  reader.children(cell, { ...look, ignoresBold: isHeader })
  reader.builder.end()
}

/** Centre and the far side mean something in a table; the near side is what a cell has anyway. */
function alignmentOf({ source }: CellReader, cell: Element): string | null {
  const paragraph = cell.firstElementChild?.localName === 'p' ? cell.firstElementChild : null
  for (const element of [cell, paragraph]) {
    if (!element) continue
    const stated = source.styles.of(element).get('text-align') ?? element.getAttribute('align')?.toLowerCase()
    if (stated === undefined) continue
    return ALIGNMENTS.has(stated) && stated !== 'left' ? stated : null
  }
  return null
}
