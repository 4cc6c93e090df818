import type { StructureNode } from '../../../shared/content/document.ts'
import type { By } from './review-sheet.ts'
import { isEdge, type TrackedItem, type TrackedLine, type TrackedPiece, type TrackedText } from './tracked-text.ts'
import { isPreformattedLook, lookKey, type Look, type WordPiece } from './word-line.ts'

/** A change that somebody tracked, with the words it is about. */
export interface Revision {
  kind: 'ins' | 'del' | 'format'
  by: By
  text: string
}

/** A line of one of the two texts that a file with tracked changes is. */
export interface ViewLine {
  kind: 'line'
  look: Look
  /** It stands behind one that was taken out and looked the same: LibreOffice gives its look to what follows. */
  isLookDoubtful: boolean
  pieces: WordPiece[]
  /** Where comments begin and end in it. */
  edges: { comment: string; edge: 'start' | 'end'; at: number }[]
}
export interface ViewRow {
  isHead: boolean
  cells: { colspan: number; lines: ViewLine[] }[]
}
export interface ViewTable {
  kind: 'table'
  rows: ViewRow[]
}
export type ViewItem = ViewLine | ViewTable

export interface View {
  items: ViewItem[]
  notes: Map<string, ViewLine[]>
}

/** What a line of a Word file became in the post. */
export type LinePlace = { in: 'title' | 'excerpt' } | { in: 'text' | 'block'; node: StructureNode }

/** The text with all changes taken (`accepted`), or with none. */
export function viewOf(text: TrackedText, which: 'accepted' | 'rejected'): View {
  const viewer = new Viewer(which === 'accepted')
  return {
    items: viewer.items(text.items),
    notes: new Map([...text.notes].map(([id, lines]) => [id, viewer.lines(lines)])),
  }
}

class Viewer {
  readonly #isAccepted: boolean
  constructor(isAccepted: boolean) {
    this.#isAccepted = isAccepted
  }

  items(items: readonly TrackedItem[]): ViewItem[] {
    const all: ViewItem[] = []
    let run: TrackedLine[] = []
    const endRun = (): void => {
      all.push(...this.lines(run))
      run = []
    }
    for (const item of items) {
      if (item.kind === 'line') run.push(item)
      else {
        endRun()
        const rows = item.rows
          .filter((row) => this.#stays(row))
          .map(({ isHead, cells }) => ({
            isHead,
            cells: cells.map(({ colspan, lines }) => ({ colspan, lines: this.lines(lines) })),
          }))
        if (rows.length > 0) all.push({ kind: 'table', rows })
      }
    }
    endRun()
    return all
  }

  /** Where the end of a paragraph is not there, it and the next are one. */
  lines(lines: readonly TrackedLine[]): ViewLine[] {
    const all: ViewLine[] = []
    let open: ViewLine | null = null
    for (const line of lines) {
      const own = this.#line(line)
      const isContinued: boolean = open !== null && open.pieces.length > 0
      const view: ViewLine = open ? joined(open, own, isContinued) : own
      if (this.#stays(line)) {
        all.push(view)
        open = null
      } else open = view
    }
    // Nothing to be one with.
    if (open && open.pieces.length > 0) all.push(open)
    else if (open && open.edges.length > 0) {
      const last = all.at(-1)
      const at = last ? lengthOf(last) : 0
      last?.edges.push(...open.edges.map((edge) => ({ ...edge, at })))
    }
    return all
  }

  #stays({ ins, del }: { ins: By | null; del: By | null }): boolean {
    return this.#isAccepted ? del === null : ins === null
  }

  #line({ look, was, parts }: TrackedLine): ViewLine {
    const view: ViewLine = {
      kind: 'line',
      look: this.#isAccepted || !was ? look : was.look,
      isLookDoubtful: false,
      pieces: [],
      edges: [],
    }
    let at = 0
    for (const part of parts) {
      if (isEdge(part)) view.edges.push({ ...part, at })
      else if (this.#stays(part)) {
        const { text, marks, href, noteId, was: old } = part
        view.pieces.push({ text, marks: this.#isAccepted || !old ? marks : old.marks, href, noteId })
        at += text.length
      }
    }
    if (view.look.style === 'code') view.pieces = view.pieces.map((piece) => ({ ...piece, marks: [], href: null }))
    if (isPreformattedLook(view.look)) return view
    return { ...view, pieces: view.pieces.map((piece) => (piece.text === '\t' ? { ...piece, text: ' ' } : piece)) }
  }
}

const lengthOf = ({ pieces }: ViewLine): number => pieces.reduce((sum, { text }) => sum + text.length, 0)

function joined(first: ViewLine, second: ViewLine, isContinued: boolean): ViewLine {
  const length = lengthOf(first)
  return {
    kind: 'line',
    look: isContinued ? first.look : second.look,
    isLookDoubtful: !isContinued && (first.isLookDoubtful || lookKey(first.look) === lookKey(second.look)),
    pieces: [...first.pieces, ...second.pieces],
    edges: [...first.edges, ...second.edges.map((edge) => ({ ...edge, at: edge.at + length }))],
  }
}

/** Every tracked change, in reading order; neighbours of one author are one. */
export function revisionsOf({ items, notes }: TrackedText): Revision[] {
  const all: Revision[] = []
  const add = (kind: Revision['kind'], by: By, text: string): void => {
    const last = all.at(-1)
    if (last?.kind === kind && last.by.name === by.name && last.by.at === by.at) last.text += text
    else all.push({ kind, by, text })
  }
  const ofLine = ({ parts, ins, del, was }: TrackedLine): void => {
    for (const part of parts.filter((each): each is TrackedPiece => !isEdge(each))) {
      if (part.ins) add('ins', part.ins, part.text)
      if (part.del) add('del', part.del, part.text)
      if (part.was) add('format', part.was.by, part.text)
    }
    if (ins) add('ins', ins, '\n')
    if (del) add('del', del, '\n')
    const words = parts.map((part) => (isEdge(part) ? '' : part.text)).join('')
    if (was) add('format', was.by, words)
  }
  for (const item of items) {
    if (item.kind === 'line') ofLine(item)
    else for (const { cells } of item.rows) for (const { lines } of cells) lines.forEach(ofLine)
  }
  for (const lines of notes.values()) lines.forEach(ofLine)
  return all
}
