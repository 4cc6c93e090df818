import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** A click under the last block goes on writing there: in the last paragraph, or in a new one where the post ends in something else. */
export const RoomBelow = Extension.create({
  name: 'roomBelow',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            mousedown(view, event) {
              const last = view.dom.lastElementChild
              if (event.target !== view.dom || !last || event.clientY < last.getBoundingClientRect().bottom)
                return false
              if (!writeBelow(view)) return false
              event.preventDefault()
              return true
            },
          },
        },
      }),
    ]
  },
})

/** Footnotes stay last: the room is above them. False where the last paragraph takes the caret by itself. */
function writeBelow(view: EditorView): boolean {
  const { doc, tr, schema } = view.state
  const hasNotes = doc.lastChild?.type.name === 'footnotes'
  const last = hasNotes ? doc.maybeChild(doc.childCount - 2) : doc.lastChild
  const paragraph = schema.nodes['paragraph']
  if (!paragraph || (!hasNotes && last?.type === paragraph)) return false
  const end = doc.content.size - (hasNotes ? (doc.lastChild?.nodeSize ?? 0) : 0)
  if (last?.type !== paragraph) tr.insert(end, paragraph.create())
  tr.setSelection(TextSelection.create(tr.doc, last?.type === paragraph ? end - 1 : end + 1))
  view.dispatch(tr.scrollIntoView())
  view.focus()
  return true
}
