import type { Editor } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { SpellingWord } from '../../../../../shared/content/spelling/spelling-words.ts'

/** A misspelt word where it stands in the document. */
export interface PlacedWord {
  word: SpellingWord
  from: number
  to: number
}

const key = new PluginKey<DecorationSet>('spellingMarks')
export const spellingMarksKey = key

/** Wavy lines under words that no dictionary knows. Drawn only, and said to a screen reader; never a part of the text. */
export const createSpellingMarks = (): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, marks) {
        const words = transaction.getMeta(key) as readonly PlacedWord[] | undefined
        if (!words) return transaction.docChanged ? marks.map(transaction.mapping, transaction.doc) : marks
        return DecorationSet.create(
          transaction.doc,
          words.map(({ word, from, to }) =>
            Decoration.inline(from, to, { class: 'misspelt', 'aria-invalid': 'spelling' }, { word }),
          ),
        )
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** Nothing is dispatched where nothing would change. */
export function showMisspelt(editor: Editor, words: readonly PlacedWord[]): void {
  const shown = key.getState(editor.state)?.find() ?? []
  const isSame =
    shown.length === words.length &&
    shown.every((mark, index) => mark.from === words[index]?.from && mark.to === words[index]?.to)
  if (!isSame) editor.view.dispatch(editor.state.tr.setMeta(key, words).setMeta('addToHistory', false))
}

/** The marked word at a place; also right behind its last letter. */
export function misspeltAt(state: EditorState, position: number): PlacedWord | null {
  const [mark] = key.getState(state)?.find(position, position) ?? []
  return mark ? { word: mark.spec['word'] as SpellingWord, from: mark.from, to: mark.to } : null
}
