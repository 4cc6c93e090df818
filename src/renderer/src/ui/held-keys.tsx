import { useLayoutEffect, useRef } from 'react'
import { t } from '../../../shared/words/t.ts'

interface Typed {
  text: string
  /** Enter was pressed behind it, or Tab, or Enter with another key: what comes later is meant for nothing that anybody can see. */
  endedBy: 'Enter' | 'another' | null
}

/** What a dialog that is waited for was typed into, by what brings its code. */
const held = new Map<object, () => Typed>()

/**
 * Stands where a dialog will be while its code comes: what is typed meanwhile is meant for the dialog, and must not go into the text that has the
 * focus. Letters, and Enter behind them, are handed on (`handOnHeldKeys`); Escape closes.
 */
export function HeldKeys({ load, onClose }: { load: object; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const endedBy = useRef<Typed['endedBy']>(null)
  useLayoutEffect(() => {
    const input = field.current
    if (!input) return
    const goBack = keepFocus()
    const letGo = (): Typed => {
      held.delete(load)
      if (document.activeElement === input) goBack()
      return { text: input.value, endedBy: endedBy.current }
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
        // Of an input method: the word is not whole yet.
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') onClose()
        else if (event.key === 'Enter' || event.key === 'Tab') {
          // With another key it is a command, and not the one of the field.
          endedBy.current ??=
            event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.key === 'Tab'
              ? 'another'
              : 'Enter'
          event.currentTarget.readOnly = true
        } else return
        event.preventDefault()
      }}
    />
  )
}

/** Every other key is named by a word. */
const LETTER = /^.$/u

const ENTER: KeyboardEventInit = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }

/** A dialog that is there takes the focus within a few frames; if it never does, keys are nobody's but the text's again. */
const LONGEST_WAY_MS = 1000

/**
 * Gives the focus back to where it was, has `show` put the dialog there, which takes it from there, and writes what was typed meanwhile into
 * the field that the dialog begins in, if it begins in one. Keys between the two, and before the first that the field gets itself, belong to it as well.
 * Enter is pressed for a field that hears it as a key, as that of the search; what a form would send with it waits to be seen.
 */
export function handOnHeldKeys(load: object, show: () => void): void {
  const letGo = held.get(load)
  if (!letGo) return show()
  let { text, endedBy } = letGo()
  const from = document.activeElement
  const onWay = new AbortController()
  const heard = { capture: true, signal: AbortSignal.any([onWay.signal, AbortSignal.timeout(LONGEST_WAY_MS)]) }
  addEventListener(
    'keydown',
    (event) => {
      const isCommand = event.ctrlKey || event.metaKey || event.altKey
      if (event.isComposing || (isCommand && !event.getModifierState('AltGraph'))) return
      const { key } = event
      if (key === 'Enter' || key === 'Tab') endedBy ??= key === 'Enter' && !event.shiftKey ? 'Enter' : 'another'
      else if (!LETTER.test(key) && key !== 'Backspace') return
      else if (endedBy === null) text = key === 'Backspace' ? text.replace(/.$/u, '') : text + key
      event.preventDefault()
      event.stopPropagation()
    },
    heard,
  )
  // In the very task in which the field gets the focus: no key can come before what is older than it.
  addEventListener(
    'focusin',
    ({ target }) => {
      if (target === from) return
      onWay.abort()
      queueMicrotask(() => {
        const field = document.activeElement
        if (text === '' || !(field instanceof HTMLInputElement)) return
        // The only way in which a field takes letters as if they were typed, with all that hangs on it.
        document.execCommand('insertText', false, text)
        // Once what was typed is known to what hears the key.
        if (endedBy === 'Enter') queueMicrotask(() => field.dispatchEvent(new KeyboardEvent('keydown', ENTER)))
      })
    },
    heard,
  )
  show()
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
