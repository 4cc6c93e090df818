import { Extension } from '@tiptap/core'
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * A letter goes into the text at once. Else the browser puts it on the page, tells the editor that something is different, and the
 * editor reads the paragraph back to find out what: that costs more than twice as much, and a marked word is drawn anew for each
 * letter that is typed into it. Whatever is not one letter at a caret between letters is left to the browser: a composition, what
 * stands for a selection, an empty line, what comes without a key.
 */
export const LetterKeys = Extension.create({
  name: 'letterKeys',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleKeyPress(view, event) {
          const { key, altKey, metaKey } = event
          if (key.length !== 1 || altKey || metaKey || !view.editable || !isCaretBetweenLetters(view)) return false
          const { head } = view.state.selection
          const typeIt = (): Transaction => view.state.tr.insertText(key, head, head).scrollIntoView()
          // As the editor does with what it has read back: shortcuts and signs of the language come first.
          if (!view.someProp('handleTextInput', (takes) => takes(view, head, head, key, typeIt)))
            view.dispatch(typeIt())
          return true
        },
      },
    }),
  ],
})

/** Where the page has its caret and where the editor knows it, both; the page tells of a moved caret a moment later. */
function isCaretBetweenLetters(view: EditorView): boolean {
  const { selection } = view.state
  const page = view.dom.ownerDocument.getSelection()
  if (!(selection instanceof TextSelection) || !selection.empty || !page?.isCollapsed) return false
  const { focusNode, focusOffset } = page
  return (
    focusNode instanceof Text &&
    view.dom.contains(focusNode) &&
    view.posAtDOM(focusNode, focusOffset) === selection.head
  )
}
