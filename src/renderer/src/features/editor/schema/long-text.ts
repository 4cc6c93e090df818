import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

const MANY_BLOCKS = 400

/** Marks a text of many blocks, so that the style sheet can spare what is out of sight (measured: layout is most of a paste). */
export const LongText = Extension.create({
  name: 'longText',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          attributes: (state): Record<string, string> =>
            state.doc.childCount > MANY_BLOCKS ? { class: 'is-long' } : {},
        },
      }),
    ]
  },
})
