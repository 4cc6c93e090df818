import type { InlineNode, PostDocument, StructureNode } from '../document.ts'

/**
 * Two versions of a text laid over each other: what both have, once, and between it what only one has. Every place where
 * they differ has the id of one suggestion. Reading only what was there before gives the one text, only what was
 * proposed the other, and any choice among the suggestions a text between them (see settle.ts).
 */
export interface DocumentOverlay {
  before: PostDocument
  after: PostDocument
  blocks: EntryOverlay[]
}

/** A place in a row of blocks, items, rows or pictures. A moved one has two places under one id. */
export type EntryOverlay =
  | { kind: 'kept'; node: NodeOverlay }
  | { kind: 'added'; id: string; after: StructureNode }
  | { kind: 'removed'; id: string; before: StructureNode }
  | { kind: 'moved-away'; id: string; before: StructureNode }
  | { kind: 'moved-here'; id: string; before: StructureNode; after: StructureNode }

export type NodeOverlay =
  /** The same to a reader and to the blog. */
  | { kind: 'same'; before: StructureNode; after: StructureNode }
  /** Another one in its place, taken or left as a whole. */
  | { kind: 'replaced'; id: string; before: StructureNode; after: StructureNode }
  /** The same one with something else in it. `shellId`: also what it is itself (a heading's level, a caption). */
  | {
      kind: 'changed'
      before: StructureNode
      after: StructureNode
      shellId: string | null
      words: WordRun[] | null
      children: EntryOverlay[] | null
    }

/** `formatted`: the same words, in other marks. */
export type WordChange = 'inserted' | 'deleted' | 'replaced' | 'formatted'

export type WordRun =
  | { kind: 'kept'; content: InlineNode[] }
  | { kind: 'changed'; id: string; change: WordChange; before: InlineNode[]; after: InlineNode[] }
