import { useLayoutEffect, useRef } from 'react'
import { t } from '../../../shared/words/t.ts'

/** What a dialog that is waited for was typed into, by what brings its code. */
const held = new Map<object, () => string>()

/**
 * Stands where a dialog will be while its code comes: what is typed meanwhile is meant for the dialog, and must not go into the text that has the
 * focus. Letters are handed on (`handOnHeldKeys`); Escape closes; any other key does nothing, and nothing after it counts.
 */
export function HeldKeys({ load, onClose }: { load: object; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const input = field.current
    if (!input) return
    const goBack = keepFocus()
    const letGo = (): string => {
      held.delete(load)
      if (document.activeElement === input) goBack()
      return input.value
    }
    held.set(load, letGo)
    input.focus({ preventScroll: true })
    return () => void letGo()
  }, [load])
  return (
    <input
      ref={field}
      className="visually-hidden"
      aria-label={t('It opens', {}, 'a part of the desk whose code is being loaded')}
      aria-busy="true"
      autoComplete="off"
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
        else if (event.key === 'Enter' || event.key === 'Tab') event.currentTarget.readOnly = true
        else return
        event.preventDefault()
      }}
    />
  )
}

/**
 * Gives the focus back to where it was, has `show` put the dialog there, which takes it from there, and writes what was typed meanwhile into
 * the field that the dialog begins in, if it begins in one.
 */
export function handOnHeldKeys(load: object, show: () => void): void {
  const text = held.get(load)?.() ?? ''
  const from = document.activeElement
  show()
  if (text === '') return
  requestAnimationFrame(() => {
    const field = document.activeElement
    // The only way in which a field takes letters as if they were typed, with all that hangs on it.
    if (field !== from && field instanceof HTMLInputElement) document.execCommand('insertText', false, text)
  })
}

/** The focus alone would bring the caret of a text to its start. */
function keepFocus(): () => void {
  const from = document.activeElement
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {}
  return () => {
    if (!(from instanceof HTMLElement)) return
    from.focus({ preventScroll: true })
    if (from.isContentEditable && anchorNode && focusNode && from.contains(anchorNode) && from.contains(focusNode))
      getSelection()?.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0)
  }
}
