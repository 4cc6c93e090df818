import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { BlockNode, PostDocument } from '../../../../shared/content/document.ts'

/** Editor nodes never change, so neither does what they are as JSON: a key costs the one block it was typed in. */
const known = new WeakMap<Node, BlockNode>()

/** The text as the contract has it; the schema allows nothing else (see post-extensions.ts). Not to be changed. */
export function readDocument(editor: Editor): PostDocument {
  const content: BlockNode[] = []
  editor.state.doc.forEach((node) => {
    const block = known.get(node) ?? (node.toJSON() as BlockNode)
    known.set(node, block)
    content.push(block)
  })
  return { type: 'doc', content }
}
