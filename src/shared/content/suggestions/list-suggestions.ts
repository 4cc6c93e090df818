import type { InlineNode, StructureNode } from '../document.ts'
import { nodeText } from '../document-to-text.ts'
import type { EntryOverlay, NodeOverlay, WordChange } from './overlay.ts'

/** `reshaped`: it is another kind of block, or says something else of itself (a level, a start, an alignment). */
export type SuggestedChange = WordChange | 'added' | 'removed' | 'moved' | 'reshaped'

/** One thing that a person takes or leaves. */
export interface Suggestion {
  id: string
  change: SuggestedChange
  /** What it is about: the block, item, row or cell, as it was, or as it would be where it is new. */
  node: StructureNode
  /** The words it takes out and puts in; '' for none. */
  was: string
  is: string
}

/** Every suggestion once, in reading order; a moved block where it would go. */
export const listSuggestions = (entries: readonly EntryOverlay[]): Suggestion[] => [...ofRow(entries)]

function* ofRow(entries: readonly EntryOverlay[]): Generator<Suggestion> {
  for (const entry of entries) {
    switch (entry.kind) {
      case 'kept':
        yield* ofNode(entry.node)
        break
      case 'added':
        yield { id: entry.id, change: 'added', node: entry.after, was: '', is: nodeText(entry.after) }
        break
      case 'removed':
        yield { id: entry.id, change: 'removed', node: entry.before, was: nodeText(entry.before), is: '' }
        break
      case 'moved-here':
        yield { id: entry.id, change: 'moved', node: entry.before, ...texts(entry.before, entry.after) }
        break
      case 'moved-away':
        break
    }
  }
}

function* ofNode(overlay: NodeOverlay): Generator<Suggestion> {
  if (overlay.kind === 'same') return
  const { before: node, after } = overlay
  if (overlay.kind === 'replaced') {
    yield { id: overlay.id, change: 'replaced', node, ...texts(node, after) }
    return
  }
  if (overlay.shellId !== null) yield { id: overlay.shellId, change: 'reshaped', node, ...texts(node, after) }
  for (const run of overlay.words ?? []) {
    if (run.kind === 'changed') {
      yield { id: run.id, change: run.change, node, was: wordsOf(run.before), is: wordsOf(run.after) }
    }
  }
  yield* ofRow(overlay.children ?? [])
}

const texts = (before: StructureNode, after: StructureNode) => ({ was: nodeText(before), is: nodeText(after) })

const wordsOf = (content: InlineNode[]): string =>
  nodeText({ type: 'paragraph', attrs: { dir: null, source: null }, content })
