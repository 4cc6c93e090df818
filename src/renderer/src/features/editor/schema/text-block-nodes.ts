import { TextSelection } from '@tiptap/pm/state'
import { blockNode, ORIGIN } from './block-node.ts'

/** White space counts, and Enter makes a line of the same text; the third Enter at its end leads out of it. */
const verbatim = (name: string) =>
  blockNode({
    name,
    attrs: ORIGIN,
    content: 'inline*',
    tag: 'pre',
    defining: true,
    whitespace: 'pre',
    addKeyboardShortcuts() {
      return {
        Enter: ({ editor }) => {
          const { tr, selection, schema } = editor.state
          const { $from, empty } = selection
          const paragraph = schema.nodes['paragraph']
          if ($from.parent.type.name !== name || !paragraph) return false
          const isAtEnd = empty && $from.parentOffset === $from.parent.content.size
          if (isAtEnd && $from.parent.textContent.endsWith('\n\n')) {
            const after = $from.after() - 2
            tr.delete($from.pos - 2, $from.pos).insert(after, paragraph.create())
            tr.setSelection(TextSelection.create(tr.doc, after + 1))
          } else tr.insertText('\n')
          editor.view.dispatch(tr.scrollIntoView())
          return true
        },
        Backspace: ({ editor }) => {
          const { $from, empty } = editor.state.selection
          if (!empty || $from.parent.type.name !== name || $from.parentOffset > 0) return false
          return editor.commands.setNode('paragraph')
        },
      }
    },
  })

export const PreformattedNode = verbatim('preformatted')
export const VerseNode = verbatim('verse')
