import { useEffect, useEffectEvent } from 'react'
import { useCommand } from '../../commands/registered-commands.ts'
import { onlyFix, type Checks } from './use-checks.ts'

/** From one finding to the next; at a finding Alt+Enter takes its fix and Escape leaves it. */
export function useFindingKeys(checks: Checks): void {
  useCommand('next-finding', () => checks.step(1))
  useCommand('previous-finding', () => checks.step(-1))
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('[role="dialog"]'))) return
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
