import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const MANY_BLOCKS = 400
/** A page on a tall screen, where each block is one line. */
const NEAR_BLOCKS = 40

interface LaidOut {
  /** The blocks at whose neighbours the window was last put. */
  anchor: number
  head: number
  near: DecorationSet
}

const key = new PluginKey<LaidOut>('longText')

/**
 * Marks a text of many blocks, so that the style sheet can spare what is out of sight (measured: layout is most of a paste). A key goes
 * by what is laid out: without its own neighbours Control+End ends before the last block and Page Up beside the line it should. So
 * the blocks around both ends of the selection are always laid out, and those at both ends of the text.
 */
export const LongText = Extension.create({
  name: 'longText',
  addProseMirrorPlugins() {
    return [
      new Plugin<LaidOut>({
        key,
        state: {
          init: (_config, state) => layOut(state),
          apply(transaction, before, _old, state) {
            const { anchor, head } = blocksOf(state)
            const isNear = anchor === before.anchor && head === before.head
            if (isNear && !transaction.docChanged) return before
            // Letters move nothing; what adds or takes away blocks does.
            const isSame = isNear && transaction.doc.childCount === transaction.before.childCount
            return isSame ? { ...before, near: before.near.map(transaction.mapping, transaction.doc) } : layOut(state)
          },
        },
        props: {
          attributes: ({ doc }): Record<string, string> => (isLong(doc) ? { class: 'is-long' } : {}),
          decorations: (state) => key.getState(state)?.near,
        },
      }),
    ]
  },
})

const isLong = (doc: Node): boolean => doc.childCount > MANY_BLOCKS

const blocksOf = ({ selection: { $anchor, $head } }: EditorState): { anchor: number; head: number } => ({
  anchor: $anchor.index(0),
  head: $head.index(0),
})

function layOut(state: EditorState): LaidOut {
  const { doc } = state
  const { anchor, head } = blocksOf(state)
  const near: Decoration[] = []
  if (isLong(doc)) {
    const middles = [0, anchor, head, doc.childCount - 1]
    doc.forEach((block, position, index) => {
      if (middles.some((middle) => Math.abs(index - middle) <= NEAR_BLOCKS))
        near.push(Decoration.node(position, position + block.nodeSize, { class: 'is-near' }))
    })
  }
  return { anchor, head, near: DecorationSet.create(doc, near) }
}
