import type { Node } from '@tiptap/pm/model'
import { nodeText } from '../../../../shared/content/document-to-text.ts'
import { htmlToText } from '../../../../shared/content/html-to-text.ts'
import type { InlineNode, PostDocument, StructureNode } from '../../../../shared/content/document.ts'
import { childrenOf } from '../../../../shared/content/document-walk.ts'
import type { SuggestedChange } from '../../../../shared/content/suggestions/list-suggestions.ts'
import type {
  DocumentOverlay,
  EntryOverlay,
  NodeOverlay,
  WordRun,
} from '../../../../shared/content/suggestions/overlay.ts'

/**
 * Where a suggestion shows in the proposed text. `words` and `block` stand there; `gone` ones do not any more, and are shown
 * at the place they had. `row`: in what the place is a row, by the type of its parent.
 */
export type SuggestionPlace = { id: string; change: SuggestedChange } & (
  | { kind: 'words'; from: number; to: number; was: string }
  | { kind: 'gone-words'; at: number; was: string }
  | { kind: 'block'; from: number; to: number; node: StructureNode; before: StructureNode | null }
  | { kind: 'gone-block'; at: number; row: string; node: StructureNode; was: string }
)

/** In the order of the text. `doc` is the editor's, and says what the overlay's `after` says. */
export function placeSuggestions({ after, blocks }: DocumentOverlay, doc: Node): SuggestionPlace[] {
  const found = rangesIn(after, doc)
  const places: SuggestionPlace[] = []

  const row = (entries: readonly EntryOverlay[], type: string, start: number): void => {
    let at = start
    for (const entry of entries) {
      if (entry.kind === 'removed' || entry.kind === 'moved-away') {
        const change = entry.kind === 'removed' ? 'removed' : 'moved'
        const { id, before } = entry
        places.push({ kind: 'gone-block', id, change, at, row: type, node: before, was: nodeText(before) })
        continue
      }
      const node = entry.kind === 'kept' ? entry.node.after : entry.after
      const range = found.get(node)
      if (!range) continue
      if (entry.kind === 'kept') inside(entry.node, range, type)
      else {
        const [change, before] =
          entry.kind === 'added' ? (['added', null] as const) : (['moved', entry.before] as const)
        places.push({ kind: 'block', id: entry.id, change, ...range, node, before })
      }
      at = range.to
    }
  }

  const inside = (overlay: NodeOverlay, range: Range, type: string): void => {
    if (overlay.kind === 'same') return
    const { before, after: node } = overlay
    if (overlay.kind === 'replaced') {
      const { id } = overlay
      const [was, is] = [nodeText(before), nodeText(node)]
      // A picture with another caption is shown once, as it would be.
      if (was !== is || before.type !== node.type)
        places.push({ kind: 'gone-block', id, change: 'replaced', at: range.from, row: type, node: before, was })
      places.push({ kind: 'block', id, change: 'replaced', ...range, node, before })
      return
    }
    if (overlay.shellId !== null)
      places.push({ kind: 'block', id: overlay.shellId, change: 'reshaped', ...range, node, before })
    if (overlay.words) places.push(...placesOfWords(overlay.words, range))
    if (overlay.children) row(overlay.children, node.type, range.from + 1)
  }

  row(blocks, 'doc', 0)
  return places
}

interface Range {
  from: number
  to: number
}

function placesOfWords(runs: readonly WordRun[], { from, to }: Range): SuggestionPlace[] {
  const places: SuggestionPlace[] = []
  const end = to - 1
  let at = from + 1
  for (const run of runs) {
    const next = Math.min(end, at + sizeOf(run.kind === 'kept' ? run.content : run.after))
    if (run.kind === 'changed') {
      const { id, change } = run
      const was = shownWords(run.before)
      if (change === 'deleted' || change === 'replaced') places.push({ kind: 'gone-words', id, change, at, was })
      if (next > at) places.push({ kind: 'words', id, change, from: at, to: next, was })
    }
    at = next
  }
  return places
}

const sizeOf = (nodes: readonly InlineNode[]): number =>
  nodes.reduce((size, node) => size + (node.type === 'text' ? node.text.length : 1), 0)

/** Words with a sign for what has none, so that nothing is taken out unseen. */
export function shownWords(nodes: readonly InlineNode[]): string {
  const text = nodes.map(shownNode).join('')
  return text.trim() === '' ? text.replaceAll(/\s/gu, '␣') : text
}

function shownNode(node: InlineNode): string {
  switch (node.type) {
    case 'text':
      return node.text
    case 'hardBreak':
      return '↵'
    case 'footnoteReference':
      return '[footnote]'
    case 'keptInline':
      return htmlToText(node.attrs.source) || '[…]'
  }
}

/** Where each node of the text stands in the editor: both are the same tree. */
function rangesIn(document: PostDocument, doc: Node): Map<StructureNode, Range> {
  const ranges = new Map<StructureNode, Range>()
  const walk = (nodes: readonly StructureNode[], parent: Node, start: number): void => {
    let at = start
    for (const [index, node] of nodes.entries()) {
      const shown = parent.maybeChild(index)
      if (!shown || shown.type.name !== node.type) return
      ranges.set(node, { from: at, to: at + shown.nodeSize })
      walk(childrenOf(node), shown, at + 1)
      at += shown.nodeSize
    }
  }
  walk(document.content, doc, 0)
  return ranges
}
