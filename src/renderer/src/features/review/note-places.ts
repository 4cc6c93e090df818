import type { Editor } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Where } from '../../../../shared/content/checks/finding.ts'
import { drawMarks } from './draw-marks.ts'
import { rangeOf } from '../editor/checks/locate.ts'
import { t } from '../../../../shared/words/t.ts'

/** Where the selected passage stands; null when nothing is selected: then a note is about the whole post. */
export function selectedPlace(editor: Editor): Where | null {
  const { selection } = editor.state
  const { $from, from, to, empty } = selection
  if (selection instanceof NodeSelection)
    return selection.node.isInline ? null : { in: 'block', path: [...pathOf($from), $from.index()] }
  if (empty || !$from.parent.isTextblock) return null
  const start = $from.parentOffset
  // A passage over several blocks is kept by its beginning.
  const end = Math.min($from.parent.content.size, start + to - from)
  return end > start ? { in: 'text', path: pathOf($from), from: start, to: end } : null
}

const pathOf = (place: ResolvedPos): number[] => Array.from({ length: place.depth }, (_, depth) => place.index(depth))

/** A note with the place where its passage stands now. */
export interface PlacedNote {
  id: string
  where: Where
  isResolved: boolean
}

const key = new PluginKey<DecorationSet>('noteMarks')
export const noteMarksKey = key

/** Lines under the passages that a note is about. Drawn only. */
export const createNoteMarks = (onPress: (id: string) => void): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, marks) {
        const shown = transaction.getMeta(key) as { notes: readonly PlacedNote[]; currentId: string | null } | undefined
        if (!shown) return transaction.docChanged ? marks.map(transaction.mapping, transaction.doc) : marks
        return DecorationSet.create(
          transaction.doc,
          shown.notes.flatMap(({ id, where, isResolved }) => {
            const range = isResolved && id !== shown.currentId ? null : rangeOf(transaction.doc, where)
            if (!range || range.from === range.to) return []
            const attributes = {
              class: id === shown.currentId ? 'noted noted-current' : 'noted',
              title: t('A note'),
              'data-note': id,
            }
            return where.in === 'block'
              ? [Decoration.node(range.from, range.to, { ...attributes, class: `${attributes.class} noted-block` })]
              : [Decoration.inline(range.from, range.to, attributes)]
          }),
        )
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick(_view, _position, event) {
        const mark = event.target instanceof Element ? event.target.closest('[data-note]') : null
        const id = mark instanceof HTMLElement ? mark.dataset['note'] : undefined
        if (id !== undefined) onPress(id)
        return false
      },
    },
  })

export function showNotes(editor: Editor, notes: readonly PlacedNote[], currentId: string | null): void {
  const hasNone = notes.length === 0 && key.getState(editor.state) === DecorationSet.empty
  if (!hasNone) drawMarks(editor, key, { notes, currentId })
}

/** Brings the passage of a note into sight. */
export function scrollToPlace(editor: Editor, where: Where): void {
  const range = rangeOf(editor.state.doc, where)
  if (!range) return
  const { node, offset } = editor.view.domAtPos(range.from, 1)
  const dom = node.childNodes[offset] ?? node
  const shown = dom instanceof Element ? dom : dom.parentElement
  shown?.scrollIntoView({ block: 'center' })
}
