import { useEffect, useEffectEvent, useRef } from 'react'
import { readingKey } from './reading-keys.ts'

/** J and K go through the items, N to the note of the one that is open; also when they come faster than items are shown. */
export function useReadingKeys(ids: readonly string[], openId: string | null, open: (id: string) => void): void {
  const wanted = useRef({ id: openId, isNote: false })

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const meant = event.defaultPrevented ? null : readingKey(event)
    if (!meant) return
    event.preventDefault()
    if (meant.kind === 'note') {
      if (!focusNote(wanted.current.id)) wanted.current.isNote = true
      return
    }
    const at = ids.findIndex((id) => id === wanted.current.id)
    const next = ids[at === -1 ? 0 : at + meant.by]
    if (next === undefined) return
    wanted.current = { id: next, isNote: false }
    open(next)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  const onShown = useEffectEvent((id: string | null) => {
    if (wanted.current.id === id && wanted.current.isNote && !focusNote(id)) return
    if (wanted.current.id !== id) wanted.current = { id, isNote: false }
  })
  useEffect(() => onShown(openId), [openId])
}

/** Its text may not be there yet. */
function focusNote(id: string | null): boolean {
  const note = document.querySelector<HTMLElement>('[data-note]')
  if (!note || note.dataset['note'] !== id) return false
  note.focus()
  return true
}
