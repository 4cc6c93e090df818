import { useEffect } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useCore } from '../../api/queries.ts'

/** Told so often at most: a desk locks after minutes. */
const TOLD_EVERY_MS = 20_000

/** Tells the core that somebody is at the desk, so that it does not lock itself. */
export function useActivity(isOpen: boolean): void {
  const { lock } = useCore()
  const { mutate } = useMutation(lock.noteActivity.mutationOptions())
  useEffect(() => {
    if (!isOpen) return undefined
    let lastToldMs = -Infinity
    const tell = (): void => {
      if (performance.now() - lastToldMs < TOLD_EVERY_MS) return
      lastToldMs = performance.now()
      mutate()
    }
    const events = ['keydown', 'pointerdown', 'wheel', 'pointermove'] as const
    for (const event of events) window.addEventListener(event, tell, { capture: true, passive: true })
    return () => {
      for (const event of events) window.removeEventListener(event, tell, { capture: true })
    }
  }, [isOpen, mutate])
}
