import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

let isFocused = false
const listeners = new Set<() => void>()

export function setFocusMode(isOn: boolean): void {
  if (isFocused === isOn) return
  isFocused = isOn
  for (const listener of listeners) listener()
}

/** Whether the paper stands alone in the window. */
export function useFocusMode(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isFocused,
  )
}

/** F9 goes in and out, Escape out, and so does leaving the post. */
export function useFocusKeys(): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const leaves = event.key === 'Escape' && isFocused && !event.defaultPrevented && !isOverlayOpen()
    if (event.key !== 'F9' && !leaves) return
    event.preventDefault()
    setFocusMode(event.key === 'F9' ? !isFocused : false)
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
