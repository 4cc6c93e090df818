import type { Node } from '@tiptap/pm/model'
import type { Where } from '../../../../../shared/content/checks/finding.ts'

export interface Located {
  /** Before the block. */
  position: number
  node: Node
}

/** The block at a path of child indices; null where the text has changed and there is none. */
export function blockAt(doc: Node, path: readonly number[]): Located | null {
  let node = doc
  let position = -1
  for (const index of path) {
    if (index >= node.childCount) return null
    position += 1
    for (let before = 0; before < index; before++) position += node.child(before).nodeSize
    node = node.child(index)
  }
  return path.length === 0 ? null : { position, node }
}

/** The range in the document that a finding is about; null when it is not in the text. */
export function rangeOf(doc: Node, where: Where): { from: number; to: number } | null {
  if (!('path' in where)) return null
  const block = blockAt(doc, where.path)
  if (!block) return null
  const { position, node } = block
  if (where.in === 'block') return { from: position, to: position + node.nodeSize }
  if (!node.isTextblock || where.to > node.content.size) return null
  return { from: position + 1 + where.from, to: position + 1 + where.to }
}

/** What stands in a range, written as the checks read it. */
export const wordsIn = (doc: Node, from: number, to: number): string =>
  doc.textBetween(from, to, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : '\u{FFFC}'))
