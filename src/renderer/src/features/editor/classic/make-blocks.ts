import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { TextSelection } from '@tiptap/pm/state'
import { classicToBlocks } from '../../../../../shared/content/classic/classic-to-blocks.ts'
import { readDocument } from '../read-document.ts'

/** Makes blocks of a classic post, as one edit of the person: saved, and undone with one key. The caret stays in its word. */
export function makeBlocks(editor: Editor): void {
  const { doc, tr, schema, selection } = editor.state
  const next = schema.nodeFromJSON(classicToBlocks(readDocument(editor)))
  tr.replaceWith(0, doc.content.size, next.content)
  const place = (position: number) => tr.doc.resolve(Math.min(position, tr.doc.content.size))
  tr.setSelection(TextSelection.between(place(selection.anchor), place(selection.head)))
  editor.view.dispatch(closeHistory(tr))
}
