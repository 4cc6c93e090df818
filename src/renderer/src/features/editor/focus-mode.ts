import { useEffect, useEffectEvent } from 'react'
import { createWindowFlag } from '../../ui/window-flag.ts'
import { useCommand } from '../commands/registered-commands.ts'

const flag = createWindowFlag()

export const setFocusMode = flag.set

/** Whether the paper stands alone in the window. */
export const useFocusMode = flag.useIsOn

/** The command goes in and out, Escape out, and so does leaving the post. */
export function useFocusKeys(): void {
  useCommand('focus-mode', () => setFocusMode(!flag.get()))
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !flag.get() || event.defaultPrevented || isOverlayOpen()) return
    event.preventDefault()
    setFocusMode(false)
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
