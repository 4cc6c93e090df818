import type { Editor } from '@tiptap/core'
import type { PluginKey } from '@tiptap/pm/state'

/**
 * Has a plugin draw its marks anew. A caret that a key has just moved is read first: the browser tells of it a moment later,
 * and what is drawn before that would put it back.
 */
export function drawMarks(editor: Editor, key: PluginKey, shown: object): void {
  if (editor.isDestroyed) return
  document.dispatchEvent(new Event('selectionchange'))
  editor.view.dispatch(editor.state.tr.setMeta(key, shown).setMeta('addToHistory', false))
}
