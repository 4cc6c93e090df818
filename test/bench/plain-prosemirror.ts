import { baseKeymap } from '@tiptap/pm/commands'
import { history } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import { Schema } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'

declare global {
  interface Window {
    openPlain: (paragraphs: string[], at: number) => void
  }
}

/** ProseMirror as its own guide begins: paragraphs, undo and the base keys, nothing else. */
const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }] },
    text: {},
  },
})

let view: EditorView | null = null

window.openPlain = (paragraphs, at) => {
  view?.destroy()
  const doc = schema.node(
    'doc',
    null,
    paragraphs.map((text) => schema.node('paragraph', null, schema.text(text))),
  )
  const state = EditorState.create({ doc, plugins: [history(), keymap(baseKeymap)] })
  view = new EditorView(document.body, { state })
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))).scrollIntoView())
  view.focus()
}
