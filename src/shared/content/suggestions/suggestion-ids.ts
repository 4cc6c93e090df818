import type { EntryOverlay, NodeOverlay } from './overlay.ts'

/** The ids of all suggestions of a row and of what stands in it, each once, in reading order. */
export const suggestionIds = (entries: readonly EntryOverlay[]): string[] => [...new Set(idsOfRow(entries))]

function* idsOfRow(entries: readonly EntryOverlay[]): Generator<string> {
  for (const entry of entries) {
    if (entry.kind === 'kept') yield* idsOfNode(entry.node)
    else yield entry.id
  }
}

function* idsOfNode(node: NodeOverlay): Generator<string> {
  if (node.kind === 'same') return
  if (node.kind === 'replaced') {
    yield node.id
    return
  }
  if (node.shellId !== null) yield node.shellId
  for (const run of node.words ?? []) if (run.kind === 'changed') yield run.id
  yield* idsOfRow(node.children ?? [])
}
