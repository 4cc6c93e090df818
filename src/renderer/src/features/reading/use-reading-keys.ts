import { useEffect, useEffectEvent, useRef } from 'react'
import { readingKey } from './reading-keys.ts'

/** J and K go through the items, also faster than they are shown; N goes to the note of the one that is open. */
export function useReadingKeys(ids: readonly string[], openId: string | null, open: (id: string) => void): void {
  const wantedId = useRef(openId)
  useEffect(() => {
    wantedId.current = openId
  }, [openId])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const meant = event.defaultPrevented ? null : readingKey(event)
    if (!meant) return
    event.preventDefault()
    if (meant.kind === 'note') {
      const note = document.querySelector<HTMLElement>('[data-note]')
      // Never into what is about to go.
      if (note?.dataset['note'] === wantedId.current) note?.focus()
      return
    }
    const at = ids.findIndex((id) => id === wantedId.current)
    const next = ids[at === -1 ? 0 : at + meant.by]
    if (next === undefined) return
    wantedId.current = next
    open(next)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
