import type { Editor } from '@tiptap/core'

/**
 * A new entry of a record with the time in bold before it, and the caret behind it: on the line where the caret is when that is
 * empty, else below it.
 */
export function stampTime(editor: Editor, time: string): void {
  const { $head } = editor.state.selection
  const isEmptyLine = $head.parent.type.name === 'paragraph' && $head.parent.content.size === 0
  const entry = {
    type: 'paragraph',
    content: [
      { type: 'text', text: time, marks: [{ type: 'bold' }] },
      { type: 'text', text: ' — ' },
    ],
  }
  const depth = Math.max(1, $head.depth)
  const at = isEmptyLine ? { from: $head.before(), to: $head.after() } : $head.after(depth)
  editor
    .chain()
    .insertContentAt(at, entry)
    .command(({ tr, commands }) => {
      const start = typeof at === 'number' ? at : at.from
      return commands.setTextSelection(start + 1 + (tr.doc.nodeAt(start)?.content.size ?? 0))
    })
    .unsetBold()
    .run()
  editor.view.focus()
}
