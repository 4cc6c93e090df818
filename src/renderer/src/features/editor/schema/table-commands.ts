import { t } from '../../../../../shared/words/t.ts'

import type { Node as ProsemirrorNode } from '@tiptap/pm/model'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  deleteColumn,
  deleteRow,
  findTable,
  fixTables,
  isInTable,
  mergeCells,
  splitCell,
} from '@tiptap/pm/tables'

/** The table that holds the selection, squared first: a row that was short on the blog would make the rest a guess. */
function onSquareTable(command: Command): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false
    if (!dispatch) return command(state)
    let current = state
    const fix = fixTables(state)
    if (fix) {
      dispatch(fix)
      current = state.apply(fix)
    }
    return command(current, (transaction) => {
      // A row that joined cells took over whole is no row of HTML any more.
      const hasEmptyRow = findTable(transaction.selection.$from)?.node.children.some((row) => row.childCount === 0)
      if (hasEmptyRow !== true) dispatch(orderSections(transaction))
    })
  }
}

/** Head rows stay above all others and foot rows below, as HTML has it; a new row takes the section of its place. */
function orderSections(transaction: Transaction): Transaction {
  const table = findTable(transaction.selection.$from)
  if (!table) return transaction
  const sections = rowsOf(table.node).map(({ section }) => section)
  const lastHead = sections.lastIndexOf('head')
  const firstFoot = sections.indexOf('foot')
  let position = table.start
  table.node.forEach((row, _offset, index) => {
    const section = index <= lastHead ? 'head' : firstFoot !== -1 && index >= firstFoot ? 'foot' : 'body'
    if (row.attrs['section'] !== section) transaction.setNodeAttribute(position, 'section', section)
    position += row.nodeSize
  })
  return transaction
}

const rowsOf = (table: ProsemirrorNode): { section: string; row: ProsemirrorNode }[] =>
  table.children.map((row) => ({ section: String(row.attrs['section']), row }))

/** Adds a row before (-1) or after (1) the selected ones. */
export const addTableRow = (step: -1 | 1): Command => onSquareTable(step === -1 ? addRowBefore : addRowAfter)

/** Makes the first row the table's head, or an ordinary row again. */
const toggleHead: Command = onSquareTable((state, dispatch) => {
  const table = findTable(state.selection.$from)
  const first = table?.node.firstChild
  if (!table || !first) return false
  const { tr } = state
  const isHead = first.attrs['section'] === 'head'
  const type = state.schema.nodes[isHead ? 'tableCell' : 'tableHeader']
  tr.setNodeAttribute(table.start, 'section', isHead ? 'body' : 'head')
  first.forEach((cell, offset) => {
    if (type) tr.setNodeMarkup(table.start + 1 + offset, type, cell.attrs)
  })
  dispatch?.(tr)
  return true
})

function align(to: 'left' | 'center' | 'right' | null): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false
    const { tr } = state
    for (const position of selectedCells(state)) tr.setNodeAttribute(position, 'align', to)
    dispatch?.(tr)
    return true
  }
}

function selectedCells({ selection }: EditorState): number[] {
  if (selection instanceof CellSelection) {
    const positions: number[] = []
    selection.forEachCell((_cell, position) => positions.push(position))
    return positions
  }
  const { $from } = selection
  for (let { depth } = $from; depth > 0; depth -= 1) {
    if (
      $from.node(depth).type.spec['tableRole'] === 'cell' ||
      $from.node(depth).type.spec['tableRole'] === 'header_cell'
    )
      return [$from.before(depth)]
  }
  return []
}

/** What can be done with the table around the caret, in the order of its tools. */
export const tableActs = (): readonly { name: string; run: Command }[] => [
  { name: t('Row above'), run: addTableRow(-1) },
  { name: t('Row below'), run: addTableRow(1) },
  { name: t('Column before'), run: onSquareTable(addColumnBefore) },
  { name: t('Column after'), run: onSquareTable(addColumnAfter) },
  { name: t('Remove row'), run: onSquareTable(deleteRow) },
  { name: t('Remove column'), run: onSquareTable(deleteColumn) },
  { name: t('Header row'), run: toggleHead },
  { name: t('Join cells'), run: onSquareTable(mergeCells) },
  { name: t('Split cell'), run: onSquareTable(splitCell) },
  { name: t('Align left'), run: align('left') },
  { name: t('Align centre'), run: align('center') },
  { name: t('Align right'), run: align('right') },
]
