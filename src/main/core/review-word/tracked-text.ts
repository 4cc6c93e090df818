import type { PlainMarkType } from '../../../shared/content/document.ts'
import type { By } from './review-sheet.ts'
import type { Look, WordPiece } from './word-line.ts'

/** A Word file as it is read: its text, with what was tracked in it and where comments begin and end. */
export type TrackedItem = TrackedLine | TrackedTable

/** `was`: the marks before they were changed. */
export interface TrackedPiece extends WordPiece {
  ins: By | null
  del: By | null
  was: { marks: readonly PlainMarkType[]; by: By } | null
}
export interface CommentEdge {
  comment: string
  edge: 'start' | 'end'
}

export interface TrackedLine {
  kind: 'line'
  look: Look
  was: { look: Look; by: By } | null
  parts: (TrackedPiece | CommentEdge)[]
  /** Of its end. */
  ins: By | null
  del: By | null
}
export interface TrackedCell {
  colspan: number
  lines: TrackedLine[]
}
export interface TrackedRow {
  ins: By | null
  del: By | null
  isHead: boolean
  cells: TrackedCell[]
}
export interface TrackedTable {
  kind: 'table'
  rows: TrackedRow[]
}

export interface TrackedText {
  items: TrackedItem[]
  /** By their number in the file. */
  notes: Map<string, TrackedLine[]>
  /** Pictures that stand in the text and are none of the desk's. */
  pictures: number
  /** Text boxes, charts and the like, whose words are not read. */
  drawings: number
}

export const isEdge = (part: TrackedPiece | CommentEdge): part is CommentEdge => 'edge' in part
