import type { Editor } from '@tiptap/core'
import type { PostDocument } from '../../../../shared/content/document.ts'

/**
 * Puts another text into the editor by replacing only what differs, so that caret and scroll stay where they are. Not an
 * edit of the person: no update event. With `canUndo` the writer can take it back with the keyboard.
 */
export function replaceDocument(editor: Editor, document: PostDocument, options: { canUndo: boolean }): void {
  const { doc, tr, schema } = editor.state
  const next = schema.nodeFromJSON(document)
  const start = doc.content.findDiffStart(next.content)
  const end = doc.content.findDiffEnd(next.content)
  if (start === null || !end) return
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap))
  editor.view.dispatch(tr.setMeta('preventUpdate', true).setMeta('addToHistory', options.canUndo))
}
