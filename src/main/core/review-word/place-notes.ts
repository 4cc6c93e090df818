import { findAnchor } from '../../../shared/content/anchors/find-anchor.ts'
import type { Where } from '../../../shared/content/checks/finding.ts'
import { readPost } from '../../../shared/content/checks/readable-post.ts'
import { childrenOf } from '../../../shared/content/document-walk.ts'
import type { StructureNode } from '../../../shared/content/document.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { ReviewNote } from '../../../shared/domain/review-file.ts'
import type { Sheet, SheetItem, SheetLine } from './review-sheet.ts'

/** A note at the words of a line that it is about; counted in the proposed words. */
export interface PlacedNote {
  note: ReviewNote
  from: number
  to: number
}

/** Each note at its passage; what is about the whole post, or about words that are gone, at the title. */
export function placeNotes(
  notes: readonly ReviewNote[],
  proposed: PostWords,
  sheet: Sheet,
): Map<SheetLine, PlacedNote[]> {
  const placed = new Map<SheetLine, PlacedNote[]>()
  if (notes.length === 0) return placed
  const post = readPost(proposed)
  const lines = linesByNode(sheet.items)
  for (const note of notes) {
    const where = note.anchor && (findAnchor(post, note.anchor)?.where ?? null)
    const line = (where && lineAt(where, proposed, sheet, lines)) ?? sheet.title
    const length = lengthOf(line)
    const isPassage = where?.in === 'text' && line !== sheet.title
    const from = isPassage ? Math.min(where.from, length) : 0
    const to = isPassage ? Math.max(from, Math.min(where.to, length)) : length
    placed.set(line, [...(placed.get(line) ?? []), { note, from, to }])
  }
  return placed
}

function linesByNode(items: readonly SheetItem[]): Map<StructureNode, SheetLine> {
  const lines = new Map<StructureNode, SheetLine>()
  const all = items.flatMap((item) =>
    item.kind === 'line' ? [item] : item.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines)),
  )
  for (const line of all) {
    const node = line.line?.branch.node
    if (node && line.change?.kind !== 'del' && !lines.has(node)) lines.set(node, line)
  }
  return lines
}

function lineAt(
  where: Where,
  { document }: PostWords,
  sheet: Sheet,
  lines: ReadonlyMap<StructureNode, SheetLine>,
): SheetLine | null {
  if (where.in === 'excerpt') return sheet.excerpt
  if (where.in !== 'text' && where.in !== 'block') return sheet.title
  let nodes: readonly StructureNode[] = document.content
  let node: StructureNode | undefined
  for (const index of where.path) {
    node = nodes[index]
    if (!node) return null
    nodes = childrenOf(node)
  }
  return node ? firstLine(node, lines) : null
}

function firstLine(node: StructureNode, lines: ReadonlyMap<StructureNode, SheetLine>): SheetLine | null {
  const own = lines.get(node)
  if (own) return own
  for (const child of childrenOf(node)) {
    const line = firstLine(child, lines)
    if (line) return line
  }
  return null
}

const lengthOf = ({ runs }: SheetLine): number =>
  runs.reduce((sum, { piece, change }) => sum + (change?.kind === 'del' ? 0 : piece.text.length), 0)
