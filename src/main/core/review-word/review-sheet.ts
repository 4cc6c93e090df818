import type { InlineNode, StructureNode } from '../../../shared/content/document.ts'
import { childrenOf, holdsWords, inlineOf } from '../../../shared/content/document-walk.ts'
import type { EntryOverlay, NodeOverlay, WordRun } from '../../../shared/content/suggestions/overlay.ts'
import { overlayWords } from '../../../shared/content/suggestions/overlay-words.ts'
import type { PostOverlay } from '../../../shared/content/suggestions/overlay-posts.ts'
import {
  contextIn,
  type DeskLines,
  isKept,
  lookOf,
  TOP,
  type Branch,
  type Context,
  type DeskItem,
  type DeskLine,
} from './desk-lines.ts'
import { canonicalPieces, lookKey, notePieces, piecesOf, type Look, type WordPiece } from './word-line.ts'

/** Who suggested it. */
export interface By {
  name: string
  at: string
}

/** `was`: it stands in other marks now. */
export interface SheetRun {
  piece: WordPiece
  change: { kind: 'ins' | 'del' | 'format'; by: By; was?: WordPiece } | null
}

/** A paragraph of the Word file, as it was and as it would be. */
export interface SheetLine {
  kind: 'line'
  /** Where it is in the proposed text, else in the given one. */
  line: DeskLine | null
  look: Look
  was: { look: Look; by: By } | null
  /** The whole paragraph, with its end. */
  change: { kind: 'ins' | 'del'; by: By } | null
  runs: SheetRun[]
}
export interface SheetRow {
  change: { kind: 'ins' | 'del'; by: By } | null
  cells: { node: StructureNode; lines: SheetLine[] }[]
}
export interface SheetTable {
  kind: 'table'
  rows: SheetRow[]
}
export type SheetItem = SheetLine | SheetTable

/** Both texts of a review in one, as a Word file holds them. */
export interface Sheet {
  title: SheetLine
  excerpt: SheetLine | null
  items: SheetItem[]
  /** What is said in a footnote, by its id. */
  notes: Map<string, SheetRun[]>
}

export function sheetOf(overlay: PostOverlay, lines: DeskLines, whoOf: (suggestionId: string) => By): Sheet {
  return new SheetWriter(lines, whoOf).write(overlay)
}

class SheetWriter {
  readonly #lines: DeskLines
  readonly #whoOf: (suggestionId: string) => By

  constructor(lines: DeskLines, whoOf: (suggestionId: string) => By) {
    this.#lines = lines
    this.#whoOf = whoOf
  }

  write({ lines, before, after, document }: PostOverlay): Sheet {
    const excerpt = this.#plainLine(lines.excerpt, { style: 'excerpt', list: null })
    return {
      title: this.#plainLine(lines.title, { style: 'title', list: null }),
      excerpt: this.#lines.hasExcerpt ? excerpt : null,
      items: this.#row(document.blocks, TOP, TOP),
      notes: this.#notes([...before.document.content, ...after.document.content], document.blocks),
    }
  }

  #plainLine(runs: readonly WordRun[], look: Look): SheetLine {
    return { kind: 'line', line: null, look, was: null, change: null, runs: this.#runs(runs, look, null) }
  }

  #row(entries: readonly EntryOverlay[], was: Context, is: Context, at = { was: 0, is: 0 }): SheetItem[] {
    return entries.flatMap((entry): SheetItem[] => {
      const [contextWas, contextIs] = [inside(was, at.was), inside(is, at.is)]
      switch (entry.kind) {
        case 'kept':
          at.was += 1
          at.is += 1
          return this.#node(entry.node, contextWas, contextIs)
        case 'added':
        case 'moved-here':
          at.is += 1
          return this.#whole(entry.after, contextIs, 'ins', this.#whoOf(entry.id))
        case 'removed':
        case 'moved-away':
          at.was += 1
          return this.#whole(entry.before, contextWas, 'del', this.#whoOf(entry.id))
      }
    })
  }

  #whole(node: StructureNode, context: Context, kind: 'ins' | 'del', by: By): SheetItem[] {
    return this.#lines.ofNode(node, context).map((item) => wholeItem(item, { kind, by }))
  }

  #node(overlay: NodeOverlay, was: Context, is: Context): SheetItem[] {
    if (overlay.kind === 'same') return this.#same(overlay, was, is)
    if (overlay.kind === 'replaced') {
      const by = this.#whoOf(overlay.id)
      return [...this.#whole(overlay.before, was, 'del', by), ...this.#whole(overlay.after, is, 'ins', by)]
    }
    const { before, after, shellId, words } = overlay
    const by = shellId === null ? null : this.#whoOf(shellId)
    if (words) {
      const branch: Branch = { node: after, parent: is.branch }
      const [lookWas, look] = [lookOf(before, was), lookOf(after, is)]
      const line: DeskLine = {
        kind: 'line',
        branch,
        field: null,
        isKept: false,
        look,
        pieces: piecesOf(inlineOf(after), look),
      }
      const runs = this.#runs(words, look, lookWas)
      return [{ kind: 'line', line, look, was: this.#reshaped(lookWas, look, by), change: null, runs }]
    }
    if (isKept(before) || isKept(after) || !haveSameShape(before, after)) {
      const someone = by ?? this.#firstOf(overlay)
      return [...this.#whole(before, was, 'del', someone), ...this.#whole(after, is, 'ins', someone)]
    }
    const [branchWas, branchIs]: Branch[] = [
      { node: before, parent: was.branch },
      { node: after, parent: is.branch },
    ]
    if (before.type === 'footnotes' || !branchWas || !branchIs) return []
    const children = overlay.children ?? []
    const around = this.#shellBy
    this.#shellBy = by ?? around
    const rows =
      before.type === 'table'
        ? [this.#table(children)]
        : this.#row(children, { ...was, branch: branchWas }, { ...is, branch: branchIs })
    this.#shellBy = around
    return [...rows, ...this.#fields(branchWas, branchIs, by)]
  }

  #same({ before, after }: { before: StructureNode; after: StructureNode }, was: Context, is: Context): SheetItem[] {
    const [linesWas, linesIs] = [this.#lines.ofNode(before, was), this.#lines.ofNode(after, is)]
    return linesIs.map((item, at): SheetItem => {
      const other = linesWas[at]
      if (item.kind === 'table' || other?.kind !== 'line') return wholeItem(item, null)
      // The same words in what became another kind of list.
      return { ...wholeLine(item, null), was: this.#reshaped(other.look, item.look, null) }
    })
  }

  /** Who made another kind of list of what the lines stand in. */
  #shellBy: By | null = null
  #reshaped(was: Look, is: Look, by: By | null): SheetLine['was'] {
    return lookKey(was) === lookKey(is) ? null : { look: was, by: by ?? this.#shellBy ?? this.#whoOf('') }
  }

  #table(entries: readonly EntryOverlay[]): SheetTable {
    const rows = entries.flatMap((entry): SheetRow[] => {
      switch (entry.kind) {
        case 'kept':
          return [this.#cells(entry.node)]
        case 'added':
        case 'moved-here':
          return [this.#wholeRow(entry.after, { kind: 'ins', by: this.#whoOf(entry.id) })]
        case 'removed':
        case 'moved-away':
          return [this.#wholeRow(entry.before, { kind: 'del', by: this.#whoOf(entry.id) })]
      }
    })
    return { kind: 'table', rows }
  }

  #wholeRow(row: StructureNode, change: SheetRow['change']): SheetRow {
    return {
      change,
      cells: childrenOf(row).map((cell) => ({
        node: cell,
        lines: this.#cellLines(cell).map((line) => wholeLine(line, change)),
      })),
    }
  }

  #cellLines(cell: StructureNode): DeskLine[] {
    const branch: Branch = { node: cell, parent: null }
    return childrenOf(cell)
      .flatMap((node) => this.#lines.ofNode(node, { ...TOP, branch }))
      .filter((item) => item.kind === 'line')
  }

  #cells(row: NodeOverlay): SheetRow {
    if (row.kind !== 'changed') return this.#wholeRow(row.after, null)
    const cells = (row.children ?? []).flatMap((entry) => {
      if (entry.kind !== 'kept') return []
      const { node: cell } = entry
      const at: Context = { ...TOP, branch: { node: cell.after, parent: null } }
      const lines =
        cell.kind === 'same'
          ? this.#cellLines(cell.after).map((line) => wholeLine(line, null))
          : cell.kind === 'replaced'
            ? [...this.#ofCell(cell.before, 'del', cell.id), ...this.#ofCell(cell.after, 'ins', cell.id)]
            : this.#row(cell.children ?? [], at, at).filter((item) => item.kind === 'line')
      return [{ node: cell.after, lines }]
    })
    return { change: null, cells }
  }

  #ofCell(cell: StructureNode, kind: 'ins' | 'del', id: string): SheetLine[] {
    return this.#cellLines(cell).map((line) => wholeLine(line, { kind, by: this.#whoOf(id) }))
  }

  /** A caption or a name under a quote, word by word. */
  #fields(was: Branch, is: Branch, by: By | null): SheetLine[] {
    const [linesWas, linesIs] = [this.#lines.fieldLines(was), this.#lines.fieldLines(is)]
    const author = by ?? this.#whoOf('')
    return [
      ...linesWas
        .filter(({ field }) => !linesIs.some((line) => line.field === field))
        .map((line) => wholeLine(line, { kind: 'del', by: author })),
      ...linesIs.map((line): SheetLine => {
        const other = linesWas.find(({ field }) => field === line.field)
        if (!other) return wholeLine(line, { kind: 'ins', by: author })
        const asNodes = ({ pieces }: DeskLine): InlineNode[] => pieces.map(({ text }) => ({ type: 'text', text }))
        const runs = overlayWords(asNodes(other), asNodes(line), () => '')
        return { ...wholeLine(line, null), runs: this.#runs(runs, line.look, null, author) }
      }),
    ]
  }

  #runs(runs: readonly WordRun[], look: Look, lookWas: Look | null, author: By | null = null): SheetRun[] {
    return runs.flatMap((run): SheetRun[] => {
      if (run.kind === 'kept') return piecesOf(run.content, look).map((piece) => ({ piece, change: null }))
      const by = author ?? this.#whoOf(run.id)
      const [before, after] = [piecesOf(run.before, lookWas ?? look), piecesOf(run.after, look)]
      if (canonicalPieces(before) === canonicalPieces(after)) return after.map((piece) => ({ piece, change: null }))
      if (run.change === 'formatted') {
        const formatted = formattedRuns(before, after, by)
        if (formatted) return formatted
      }
      return [
        ...before.map((piece): SheetRun => ({ piece, change: { kind: 'del', by } })),
        ...after.map((piece): SheetRun => ({ piece, change: { kind: 'ins', by } })),
      ]
    })
  }

  #notes(blocks: readonly StructureNode[], entries: readonly EntryOverlay[]): Map<string, SheetRun[]> {
    const notes = new Map<string, SheetRun[]>()
    const look: Look = { style: 'p', list: null }
    for (const block of blocks) {
      if (block.type !== 'footnotes') continue
      for (const note of childrenOf(block)) {
        if (note.type !== 'footnote' || notes.has(note.attrs.id)) continue
        notes.set(
          note.attrs.id,
          notePieces(piecesOf(inlineOf(note), look)).map((piece) => ({ piece, change: null })),
        )
      }
    }
    for (const entry of entries) {
      if (entry.kind !== 'kept' || entry.node.kind !== 'changed' || entry.node.before.type !== 'footnotes') continue
      for (const child of entry.node.children ?? []) {
        const node = child.kind === 'kept' ? child.node : null
        if (node?.kind === 'changed' && node.before.type === 'footnote' && node.words)
          notes.set(
            node.before.attrs.id,
            this.#runs(node.words, look, null).map((run) => ({
              ...run,
              piece: notePieces([run.piece])[0] ?? run.piece,
            })),
          )
      }
    }
    return notes
  }

  #firstOf(overlay: NodeOverlay): By {
    const id = overlay.kind === 'replaced' ? overlay.id : ''
    return this.#whoOf(id)
  }
}

/** Where the next child of what `context` is of would stand. */
const inside = (context: Context, at: number): Context =>
  context.branch ? contextIn(context.branch, context, at) : context

const wholeItem = (item: DeskItem, change: SheetLine['change']): SheetItem =>
  item.kind === 'line'
    ? wholeLine(item, change)
    : {
        kind: 'table',
        rows: item.rows.map(({ cells }) => ({
          change,
          cells: cells.map(({ branch, lines }) => ({
            node: branch.node,
            lines: lines.map((line) => wholeLine(line, change)),
          })),
        })),
      }

function wholeLine(line: DeskLine, change: SheetLine['change']): SheetLine {
  const runs = line.pieces.map((piece): SheetRun => ({ piece, change }))
  return { kind: 'line', line, look: line.look, was: null, change, runs }
}

/** In a table Word keeps one cell for both. */
const haveSameShape = (before: StructureNode, after: StructureNode): boolean =>
  (before.type === 'table') === (after.type === 'table') && holdsWords(before) === holdsWords(after)

/** The same words piece by piece in other marks; null where a link came or went, which no program tracks. */
function formattedRuns(before: readonly WordPiece[], after: readonly WordPiece[], by: By): SheetRun[] | null {
  const [was, is] = [lettersOf(before), lettersOf(after)]
  if (
    was.length !== is.length ||
    was.some((letter, at) => letter.href !== is[at]?.href || letter.text !== is[at]?.text)
  )
    return null
  const runs: SheetRun[] = []
  for (const [at, piece] of is.entries()) {
    const old = was[at] ?? piece
    const isSame = old.marks.join() === piece.marks.join()
    const last = runs.at(-1)
    const isNext =
      last !== undefined &&
      last.piece.noteId === null &&
      piece.noteId === null &&
      last.piece.href === piece.href &&
      last.piece.marks.join() === piece.marks.join() &&
      (last.change?.was?.marks.join() ?? null) === (isSame ? null : old.marks.join())
    if (isNext) last.piece = { ...last.piece, text: last.piece.text + piece.text }
    else runs.push({ piece, change: isSame ? null : { kind: 'format', by, was: old } })
  }
  return runs
}

const lettersOf = (pieces: readonly WordPiece[]): WordPiece[] =>
  pieces.flatMap((piece) => piece.text.split('').map((text) => ({ ...piece, text })))
