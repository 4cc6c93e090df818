import type { Editor } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { SpellingWord } from '../../../../../shared/content/spelling/spelling-words.ts'
import { FieldMarks } from '../words/field-marks.ts'
import { fieldElement } from '../words/words-fields.ts'
import type { WordsPlace } from '../words/written-texts.ts'

/** A misspelt word where it stands in the post. */
export type PlacedWord = { word: SpellingWord } & WordsPlace

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

/** The same in the fields beside the text. */
export const createFieldSpelling = (): FieldMarks<PlacedWord> =>
  new FieldMarks((field, isMarked) => {
    if (isMarked) field.setAttribute('aria-invalid', 'spelling')
    else field.removeAttribute('aria-invalid')
  })

/** Nothing is dispatched where nothing would change. */
export function showMisspelt(editor: Editor, inFields: FieldMarks<PlacedWord>, words: readonly PlacedWord[]): void {
  const inText = words.filter((word) => word.in === 'text')
  const shown = key.getState(editor.state)?.find() ?? []
  const isSame =
    shown.length === inText.length &&
    shown.every((mark, index) => mark.from === inText[index]?.from && mark.to === inText[index]?.to)
  if (!isSame) editor.view.dispatch(editor.state.tr.setMeta(key, inText).setMeta('addToHistory', false))
  inFields.show(
    words.flatMap((word) => {
      const field = word.in === 'text' ? null : fieldElement(editor.view, word)
      return field ? [{ field, from: word.from, to: word.to, className: 'misspelt', about: word }] : []
    }),
  )
}

/** The marked word at a place of the text; also right behind its last letter. */
export function misspeltAt(state: EditorState, position: number): PlacedWord | null {
  const [mark] = key.getState(state)?.find(position, position) ?? []
  return mark ? { in: 'text', word: mark.spec['word'] as SpellingWord, from: mark.from, to: mark.to } : null
}
