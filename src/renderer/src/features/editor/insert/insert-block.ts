import type { Editor, JSONContent } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'

/**
 * Puts a new block where the caret is: in the place of an empty paragraph, else behind the block, as far out as the new one
 * may stand. The caret goes into its first text, or its first field.
 */
export function insertBlock(editor: Editor, json: JSONContent): void {
  const { state, view } = editor
  const node = state.schema.nodeFromJSON(json)
  const { $from } = state.selection
  const { tr } = state
  for (let { depth } = $from; depth >= 0; depth -= 1) {
    const holder = $from.node(depth)
    const index = $from.index(depth)
    const child = holder.maybeChild(index)
    const isEmptyLine = child?.type.name === 'paragraph' && child.content.size === 0
    // Notes stay last.
    const isBefore = isEmptyLine || child?.type.name === 'footnotes'
    const after = isBefore ? index : index + Number(child !== null)
    if (holder.isTextblock || !holder.canReplaceWith(after, isEmptyLine ? index + 1 : after, node.type)) continue
    const start = depth === $from.depth ? $from.pos : $from.before(depth + 1)
    const at = isBefore || !child ? start : start + child.nodeSize
    tr.replaceWith(at, isEmptyLine ? at + child.nodeSize : at, node)
    const firstText = firstTextInside(tr.doc, at)
    tr.setSelection(firstText === null ? NodeSelection.create(tr.doc, at) : TextSelection.create(tr.doc, firstText))
    view.dispatch(tr.scrollIntoView())
    view.focus()
    if (firstText === null) focusFirstField(editor, at)
    return
  }
}

/** A paragraph that is empty and at the caret: the one that is there, or a new one behind the block. */
export function ensureEmptyParagraph(editor: Editor): void {
  const { parent } = editor.state.selection.$from
  const isThere = parent.type.name === 'paragraph' && parent.content.size === 0
  if (!isThere) insertBlock(editor, { type: 'paragraph' })
}

function firstTextInside(doc: NodeSelection['node'], at: number): number | null {
  let found: number | null = null
  const node = doc.nodeAt(at)
  if (node?.isTextblock) return at + 1
  node?.descendants((child, offset) => {
    if (found === null && child.isTextblock) found = at + 1 + offset + 1
    return found === null
  })
  return found
}

function focusFirstField(editor: Editor, at: number): void {
  const dom = editor.view.nodeDOM(at)
  if (dom instanceof HTMLElement) dom.querySelector<HTMLElement>('input:not([type="checkbox"]), textarea')?.focus()
}
