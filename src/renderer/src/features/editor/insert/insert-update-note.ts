import type { Editor } from '@tiptap/core'
import { insertBlock } from './insert-block.ts'
import { updateHeading } from './update-note.ts'

/** A dated note that the post was changed, where the caret is; the caret goes behind its date. */
export function insertUpdateNote(editor: Editor): void {
  const heading = headingToday(editor)
  insertBlock(editor, {
    type: 'paragraph',
    attrs: { variant: 'update-note' },
    content: [
      { type: 'text', text: heading, marks: [{ type: 'bold' }] },
      { type: 'text', text: ' ' },
    ],
  })
  editor.commands.setTextSelection(editor.state.selection.$from.end())
}

const headingToday = (editor: Editor): string =>
  updateHeading(editor.view.dom.closest('[lang]')?.getAttribute('lang') ?? '', new Date())

/**
 * The same at the end of the post, where readers look for what was changed. Footnotes stay last. Asked for again before it says
 * anything, it is the same note.
 */
export function appendUpdateNote(editor: Editor): void {
  const { doc } = editor.state
  let end = doc.content.size
  doc.forEach((node, offset) => {
    if (node.type.name === 'footnotes') end = Math.min(end, offset)
  })
  const last = doc.resolve(end).nodeBefore
  if (last?.attrs['variant'] === 'update-note' && last.textContent.trim() === headingToday(editor)) {
    editor.commands.setTextSelection(end - 1)
    editor.view.focus()
    return
  }
  editor.commands.setTextSelection(Math.max(0, end - 1))
  insertUpdateNote(editor)
}
