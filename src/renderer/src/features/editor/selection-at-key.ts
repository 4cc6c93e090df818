import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** What acts on a selection; letters need no look, as the browser types them where the page has its caret. */
const ACTS = new Set(['Delete', 'Backspace', 'Enter'])

/**
 * A key acts on what is selected on the page. The browser tells of a selection a moment after it is made, so that on a busy laptop
 * Delete would act on the one before, or on nothing: here the editor looks at it before the key does anything.
 */
export const SelectionAtKey = Extension.create({
  name: 'selectionAtKey',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown(view, event) {
            if (!view.composing && ACTS.has(event.key))
              view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
            return false
          },
        },
      },
    }),
  ],
})
