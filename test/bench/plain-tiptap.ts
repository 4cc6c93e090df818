import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'

/** tiptap as its own guide begins. */
let editor: Editor | null = null

window.openPlain = (paragraphs, at) => {
  editor?.destroy()
  editor = new Editor({
    element: document.body,
    extensions: [StarterKit],
    content: {
      type: 'doc',
      content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
  })
  editor.commands.focus(at, { scrollIntoView: true })
}
