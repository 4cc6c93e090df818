import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { BlockNode, PostDocument } from '../../../../shared/content/document.ts'

/** Editor nodes never change, so neither does what they are as JSON: a key costs the one block it was typed in. */
const known = new WeakMap<Node, BlockNode>()

/** The text as the contract has it; the schema allows nothing else (see post-extensions.ts). Not to be changed. */
export const readDocument = (editor: Editor): PostDocument => documentOf(editor.state.doc)

export const documentOf = (doc: Node): PostDocument => ({ type: 'doc', content: doc.children.map(readBlock) })

export function readBlock(node: Node): BlockNode {
  const block = known.get(node) ?? (node.toJSON() as BlockNode)
  known.set(node, block)
  return block
}
