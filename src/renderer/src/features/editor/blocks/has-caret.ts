import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const FRAMED = new Set(['table', 'gallery', 'buttons', 'container'])

/** Marks the framed blocks around the caret, so that the style sheet brings their controls forward. */
export const HasCaret = Extension.create({
  name: 'hasCaret',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          decorations({ doc, selection: { $from } }) {
            const marked: Decoration[] = []
            for (let { depth } = $from; depth > 0; depth -= 1) {
              if (!FRAMED.has($from.node(depth).type.name)) continue
              marked.push(Decoration.node($from.before(depth), $from.after(depth), { class: 'has-caret' }))
            }
            return marked.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, marked)
          },
        },
      }),
    ]
  },
})
