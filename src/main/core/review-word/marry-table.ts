import type { InlineNode, StructureNode } from '../../../shared/content/document.ts'
import { childrenOf, inlineOf } from '../../../shared/content/document-walk.ts'
import { pairChunks } from '../../../shared/content/merge/pair-chunks.ts'
import type { DeskCell, DeskRow, DeskTable } from './desk-lines.ts'
import { isBlank, marriedWords, type NoteFor } from './marry-words.ts'
import type { LinePlace, ViewLine, ViewRow, ViewTable } from './tracked-views.ts'
import { canonicalPieces, textOfPieces, type WordPiece } from './word-line.ts'

type Cell = ViewRow['cells'][number]

/** A table as Word has it; rows and cells of the desk's wherever they are known again. */
export function marriedTable(
  view: ViewTable,
  own: DeskTable | null,
  noteFor: NoteFor,
  places: Map<ViewLine, LinePlace>,
): StructureNode {
  const rows = marriedRows(view.rows, own?.rows ?? [], noteFor, places)
  const node = own?.branch.node
  if (!node) {
    const attrs = { caption: '', hasFixedLayout: false, source: null }
    return { type: 'table', attrs, content: rows } as StructureNode
  }
  const before = childrenOf(node)
  const isSame = rows.length === before.length && rows.every((row, at) => row === before[at])
  return isSame ? node : ({ ...node, content: rows } as StructureNode)
}

function marriedRows(
  views: readonly ViewRow[],
  own: readonly DeskRow[],
  noteFor: NoteFor,
  places: Map<ViewLine, LinePlace>,
): StructureNode[] {
  const pairable = (cells: readonly { lines: readonly { pieces: readonly WordPiece[] }[] }[]) => ({
    name: 'row',
    text: cells.map(({ lines }) => lines.map(({ pieces }) => textOfPieces(pieces)).join('\n')).join('\t'),
    identity: sameRow(cells),
  })
  const { inBase } = pairChunks(
    own.map(({ cells }) => pairable(cells)),
    views.map(({ cells }) => pairable(cells)),
  )
  return views.map((view, at) => marriedRow(view, own[inBase[at] ?? -1] ?? null, noteFor, places))
}

function marriedRow(
  view: ViewRow,
  own: DeskRow | null,
  noteFor: NoteFor,
  places: Map<ViewLine, LinePlace>,
): StructureNode {
  const node = own?.branch.node
  const isEven = own !== null && own.cells.length === view.cells.length
  const cells = view.cells.map((cell, at) =>
    marriedCell(cell, own?.cells[at] ?? null, view.isHead, isEven, noteFor, places),
  )
  if (!node)
    return { type: 'tableRow', attrs: { section: view.isHead ? 'head' : 'body' }, content: cells } as StructureNode
  const before = childrenOf(node)
  const isSame = cells.length === before.length && cells.every((cell, at) => cell === before[at])
  return isSame ? node : ({ ...node, content: cells } as StructureNode)
}

function marriedCell(
  view: Cell,
  own: DeskCell | null,
  isHead: boolean,
  isEven: boolean,
  noteFor: NoteFor,
  places: Map<ViewLine, LinePlace>,
): StructureNode {
  const before = own ? childrenOf(own.branch.node) : []
  const paragraphs = marriedLines(view.lines, own, noteFor, places)
  if (own && isEven && paragraphs.length === before.length && paragraphs.every((each, at) => each === before[at]))
    return own.branch.node
  const content = paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph', attrs: { dir: null, source: null } }]
  if (own && isEven) return { ...own.branch.node, content } as StructureNode
  const type = own?.branch.node.type ?? (isHead ? 'tableHeader' : 'tableCell')
  return { type, attrs: { colspan: view.colspan, rowspan: 1, align: null }, content } as StructureNode
}

function marriedLines(
  lines: readonly ViewLine[],
  own: DeskCell | null,
  noteFor: NoteFor,
  places: Map<ViewLine, LinePlace>,
): StructureNode[] {
  const ours = own?.lines ?? []
  // Word cannot have a cell without a paragraph.
  if (ours.length === 0 && lines.every(({ pieces }) => isBlank(pieces)))
    return own ? [...childrenOf(own.branch.node)] : []
  const pairable = (pieces: readonly WordPiece[]) => ({
    name: 'line',
    text: textOfPieces(pieces),
    identity: canonicalPieces(pieces),
  })
  const { inBase } = pairChunks(
    ours.map(({ pieces }) => pairable(pieces)),
    lines.map(({ pieces }) => pairable(pieces)),
  )
  return lines.flatMap((line, at): StructureNode[] => {
    const origin = ours[inBase[at] ?? -1]
    if (!origin && isBlank(line.pieces)) return []
    const words = inlineOf(origin?.branch.node ?? emptyParagraph())
    const isSame = origin && canonicalPieces(origin.pieces) === canonicalPieces(line.pieces)
    const content = marriedWords(words, line.pieces, { style: 'p', list: null }, noteFor)
    const node = isSame ? origin.branch.node : withContent(origin?.branch.node ?? emptyParagraph(), content)
    places.set(line, { in: 'text', node })
    return [node]
  })
}

const emptyParagraph = (): StructureNode => ({ type: 'paragraph', attrs: { dir: null, source: null } })

function withContent(node: StructureNode, content: readonly InlineNode[]): StructureNode {
  const { content: _, ...bare } = node as StructureNode & { content?: unknown }
  return (content.length > 0 ? { ...bare, content: [...content] } : bare) as StructureNode
}

/** One text for what a table says. */
export const sameTable = ({
  rows,
}: {
  rows: readonly { cells: readonly { lines: readonly { pieces: readonly WordPiece[] }[] }[] }[]
}): string => `table ${JSON.stringify(rows.map(({ cells }) => sameRow(cells)))}`

/** A cell with one empty paragraph is one with none. */
const sameRow = (cells: readonly { lines: readonly { pieces: readonly WordPiece[] }[] }[]): string =>
  JSON.stringify(
    cells.map(({ lines }) => {
      const words = lines.map(({ pieces }) => canonicalPieces(pieces))
      return words.length === 0 ? ['[]'] : words
    }),
  )
