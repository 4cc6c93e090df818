import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { FieldMarks } from './field-marks.ts'
import { fieldElement, fieldWithCaret, revealField, typeInField, type WordsField } from './words-fields.ts'
import type { WordsPlace } from './written-texts.ts'

/** Where the person is: in a field beside the text, else in the text. */
export function placeOfPerson(editor: Editor): WordsPlace {
  const inField = fieldWithCaret()
  if (inField) return inField
  const { selection } = editor.state
  // What stands beside a chosen block is still ahead.
  const to = selection instanceof NodeSelection ? selection.from : selection.to
  return { in: 'text', from: selection.from, to }
}

/** The caret, where nothing is selected. */
export function caretOfPerson(editor: Editor): WordsPlace | null {
  const inField = fieldWithCaret()
  if (inField) return inField.from === inField.to ? inField : null
  const { empty, head } = editor.state.selection
  return empty ? { in: 'text', from: head, to: head } : null
}

/** Selects the words, in the text or in their field. False where the field is not on the page. */
export function selectPlace(editor: Editor, place: WordsPlace): boolean {
  if (place.in === 'text') {
    const selection = TextSelection.create(editor.state.doc, place.from, place.to)
    editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView())
    editor.view.focus()
    return true
  }
  const field = fieldElement(editor.view, place)
  if (!field) return false
  revealField(field)
  field.focus()
  field.setSelectionRange(place.from, place.to)
  return true
}

/** What stands at a place by now. */
export function wordsAt(editor: Editor, place: WordsPlace): string {
  if (place.in === 'text') {
    const { doc } = editor.state
    return place.to <= doc.content.size ? doc.textBetween(place.from, place.to) : ''
  }
  return fieldElement(editor.view, place)?.value.slice(place.from, place.to) ?? ''
}

/** Puts a word there as if it had been typed, so that the nearest undo takes it back. */
export function putAt(editor: Editor, place: WordsPlace, text: string): void {
  if (place.in === 'text') {
    editor.view.dispatch(editor.state.tr.insertText(text, place.from, place.to).scrollIntoView())
    editor.view.focus()
    return
  }
  const field = fieldElement(editor.view, place)
  if (field) typeInField(field, place, text)
}

/** The mark itself where it is drawn already, else what it stands in. */
export function anchorOf(editor: Editor, inFields: FieldMarks<unknown>, place: WordsPlace): Element {
  if (place.in !== 'text') {
    const field = fieldElement(editor.view, place)
    return (field && inFields.drawn({ field, from: place.from })) ?? field ?? editor.view.dom
  }
  const { node, offset } = editor.view.domAtPos(place.from, 1)
  const at = node.childNodes[offset] ?? node
  const element = at instanceof Element ? at : at.parentElement
  return element?.closest('.misspelt') ?? element ?? editor.view.dom
}

/** The field that an event is about, where it is one for words. */
export const fieldOfEvent = ({ target }: Event): WordsField | null =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null
