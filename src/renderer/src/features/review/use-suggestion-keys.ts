import { useEffect, useEffectEvent } from 'react'
import type { Suggestions } from './use-suggestions.ts'

interface KeyActs {
  /** null where nothing is to be decided. */
  onTake: ((id: string) => void) | null
  onLeave: ((id: string) => void) | null
  onNote: () => void
}

/**
 * F8 goes to the next suggestion, Shift+F8 back; at one of them Alt+Enter takes it, Alt+Backspace leaves it (or takes one's own
 * back) and Escape goes on without. Ctrl+Alt+M writes a note.
 */
export function useSuggestionKeys(suggestions: Suggestions, { onTake, onLeave, onNote }: KeyActs): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('[role="dialog"]'))) return
    const { currentId } = suggestions
    const isAlt = event.altKey && !event.ctrlKey && !event.metaKey
    if (event.key === 'F8' && !event.ctrlKey && !event.metaKey && !event.altKey)
      suggestions.step(event.shiftKey ? -1 : 1)
    else if (event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey)) onNote()
    else if (currentId !== null && isAlt && event.key === 'Enter' && onTake) onTake(currentId)
    else if (currentId !== null && isAlt && event.key === 'Backspace' && onLeave) onLeave(currentId)
    else {
      if (event.key === 'Escape' && currentId !== null) suggestions.leave()
      return
    }
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener, true)
    return () => window.removeEventListener('keydown', listener, true)
  }, [])
}
