import type { Node as ProsemirrorNode, ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'

interface CurrentBlock {
  node: ProsemirrorNode
  position: number
  depth: number
}

/** What holds blocks that move as a whole: the post, and the blocks of the blog with blocks inside. */
const isHolder = (node: ProsemirrorNode): boolean => node.type.name === 'doc' || node.type.name === 'container'

/** The block the selection is in, as a person would move or remove it: a whole list, quote or table, not a line of it. */
export function currentBlock(state: EditorState): CurrentBlock | null {
  const { selection } = state
  const { $from } = selection
  if (selection instanceof NodeSelection && isHolder($from.parent)) {
    return { node: selection.node, position: selection.from, depth: $from.depth + 1 }
  }
  for (let { depth } = $from; depth > 0; depth -= 1) {
    if (isHolder($from.node(depth - 1))) return { node: $from.node(depth), position: $from.before(depth), depth }
  }
  return null
}

/** Changes places with the neighbour above or below, caret and all; null at the edge. */
export function moveCurrentBlock(state: EditorState, step: -1 | 1): Transaction | null {
  const block = currentBlock(state)
  if (!block) return null
  const { node, position } = block
  const { doc, selection, tr } = state
  const place = doc.resolve(position)
  const neighbour = place.parent.maybeChild(place.index() + step)
  // Footnotes stay where readers look for them.
  if (!neighbour || (step === 1 && neighbour.type.name === 'footnotes')) return null
  const target = step === -1 ? position - neighbour.nodeSize : position + neighbour.nodeSize
  tr.delete(position, position + node.nodeSize).insert(target, node)
  const shift = target - position
  if (selection instanceof NodeSelection) tr.setSelection(NodeSelection.create(tr.doc, selection.from + shift))
  else if (selection.to <= position + node.nodeSize) {
    const { anchor, head } = selection
    tr.setSelection(TextSelection.create(tr.doc, anchor + shift, head + shift))
  }
  return tr.scrollIntoView()
}

/** Takes the block away; the last one of a post leaves an empty paragraph behind. */
export function deleteCurrentBlock(state: EditorState): Transaction | null {
  const block = currentBlock(state)
  if (!block) return null
  const { node, position } = block
  const { tr, schema } = state
  const isOnly = state.doc.resolve(position).parent.childCount === 1
  const paragraph = schema.nodes['paragraph']
  if (isOnly && paragraph) tr.replaceWith(position, position + node.nodeSize, paragraph.create())
  else tr.delete(position, position + node.nodeSize)
  const near: ResolvedPos = tr.doc.resolve(Math.min(position, tr.doc.content.size))
  return tr.setSelection(TextSelection.near(near)).scrollIntoView()
}
