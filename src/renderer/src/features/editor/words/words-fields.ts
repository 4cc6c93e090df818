import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import type { BesideField } from '../../../../../shared/content/words-beside.ts'
import { detailsFieldId } from '../details/focus-details-field.ts'
import { lineField } from '../schema/element.ts'
import { changeAttributes, type PositionOf } from '../schema/node-commands.ts'
import type { FieldName } from './written-texts.ts'

export type WordsField = HTMLInputElement | HTMLTextAreaElement

/** The fields beside the text, by the element a person writes in. */
const besideFields = new WeakMap<Element, { field: BesideField; getPos: PositionOf }>()

/** A field for words that stand beside a block. Spelling and find know it by what it is for, not by what it is called. */
export function wordsField(
  { editor, getPos }: { editor: Editor; getPos: PositionOf },
  field: BesideField,
  name: string,
  placeholder: string,
): HTMLInputElement {
  const input = lineField(name, placeholder, (text) => changeAttributes(editor, getPos, { [field]: text }))
  input.dataset['words'] = field
  besideFields.set(input, { field, getPos })
  return input
}

/** Which field an element is; null for anything else. */
export function fieldNameOf(element: Element | null): FieldName | null {
  if (!element) return null
  if (element.matches('.title-field')) return { in: 'title' }
  if (element.id === detailsFieldId('excerpt')) return { in: 'excerpt' }
  const known = besideFields.get(element)
  const position = known?.getPos()
  return known && position !== undefined ? { in: 'beside', position, field: known.field } : null
}

/** The element a person writes these words in; null while it is not on the page. */
export function fieldElement(view: EditorView, name: FieldName): WordsField | null {
  if (name.in === 'title') return view.dom.closest('.sheet')?.querySelector<HTMLTextAreaElement>('.title-field') ?? null
  if (name.in === 'excerpt') {
    const found = document.getElementById(detailsFieldId('excerpt'))
    return found instanceof HTMLTextAreaElement ? found : null
  }
  const dom = view.nodeDOM(name.position)
  if (!(dom instanceof HTMLElement)) return null
  const fields = dom.querySelectorAll<HTMLInputElement>(`[data-words="${name.field}"]`)
  return [...fields].find((field) => besideFields.get(field)?.getPos() === name.position) ?? null
}

/** The field a person is in, with where the caret is there. */
export function fieldWithCaret(): (FieldName & { from: number; to: number }) | null {
  const element = document.activeElement
  const name = fieldNameOf(element)
  if (!name) return null
  const { selectionStart, selectionEnd } = element as WordsField
  return { ...name, from: selectionStart ?? 0, to: selectionEnd ?? 0 }
}

/** Brings the field into sight, also out of what is folded away. */
export function revealField(element: WordsField): void {
  element.closest('details')?.setAttribute('open', '')
  element.scrollIntoView({ block: 'nearest' })
}

/** Puts other words in the place of some, as if they had been typed: the field's own undo takes them back. */
export function typeInField(element: WordsField, { from, to }: { from: number; to: number }, text: string): void {
  revealField(element)
  element.focus()
  element.setSelectionRange(from, to)
  // Nothing newer reaches the undo of a field. Where the keyboard is held elsewhere the words still go where they belong.
  if (document.activeElement === element && document.execCommand('insertText', false, text)) return
  element.setRangeText(text, from, to, 'end')
  element.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
