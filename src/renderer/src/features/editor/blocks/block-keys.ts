import { Extension, type Editor } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { deleteCurrentBlock, moveCurrentBlock } from './current-block.ts'

/** Runs a command on the whole block at the caret; false where there is nothing to do. */
export function onBlock(editor: Editor, command: (state: EditorState) => Transaction | null): boolean {
  const transaction = command(editor.state)
  if (transaction) editor.view.dispatch(transaction)
  return transaction !== null
}

export const moveBlockUp = (state: EditorState): Transaction | null => moveCurrentBlock(state, -1)
export const moveBlockDown = (state: EditorState): Transaction | null => moveCurrentBlock(state, 1)

/** Moving and removing whole blocks by the keyboard. */
export const BlockKeys = Extension.create({
  name: 'blockKeys',
  // Before the browser's own word-wise selection.
  priority: 200,
  addKeyboardShortcuts() {
    return {
      'Alt-Shift-ArrowUp': ({ editor }) => onBlock(editor, moveBlockUp) || true,
      'Alt-Shift-ArrowDown': ({ editor }) => onBlock(editor, moveBlockDown) || true,
      'Alt-Shift-Backspace': ({ editor }) => onBlock(editor, deleteCurrentBlock),
      'Mod-.': ({ editor }) => shift(editor, 'superscript'),
      'Mod-,': ({ editor }) => shift(editor, 'subscript'),
    }
  },
})

/** Raised or lowered, never both at once. */
export function shift(editor: Editor, to: 'superscript' | 'subscript'): boolean {
  return editor
    .chain()
    .unsetMark(to === 'superscript' ? 'subscript' : 'superscript')
    .toggleMark(to)
    .run()
}
