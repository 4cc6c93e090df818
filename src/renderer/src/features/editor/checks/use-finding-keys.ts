import { useEffect, useEffectEvent } from 'react'
import { onlyFix, type Checks } from './use-checks.ts'

/** F8 goes to the next finding, Shift+F8 back; at a finding Alt+Enter takes its fix and Escape leaves it. */
export function useFindingKeys(checks: Checks): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('[role="dialog"]'))) return
    if (event.key === 'F8' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      checks.step(event.shiftKey ? -1 : 1)
      return
    }
    const { current } = checks
    if (!current) return
    if (event.key === 'Escape') checks.leave()
    const fix = onlyFix(current) ?? current.fixes[0]
    if (event.key === 'Enter' && event.altKey && fix) {
      event.preventDefault()
      checks.take(current, fix)
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener, true)
    return () => window.removeEventListener('keydown', listener, true)
  }, [])
}
