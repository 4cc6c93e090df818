import { useEffect, useEffectEvent } from 'react'
import { createWindowFlag } from '../../ui/window-flag.ts'

const flag = createWindowFlag()

export const setFocusMode = flag.set

/** Whether the paper stands alone in the window. */
export const useFocusMode = flag.useIsOn

/** F9 goes in and out, Escape out, and so does leaving the post. */
export function useFocusKeys(): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const leaves = event.key === 'Escape' && flag.get() && !event.defaultPrevented && !isOverlayOpen()
    if (event.key !== 'F9' && !leaves) return
    event.preventDefault()
    setFocusMode(event.key === 'F9' ? !flag.get() : false)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => {
      window.removeEventListener('keydown', listener)
      setFocusMode(false)
    }
  }, [])
}

/** Escape belongs to the menu or dialog first. */
const isOverlayOpen = (): boolean => document.querySelector('.veil, .popover, .find-bar') !== null
