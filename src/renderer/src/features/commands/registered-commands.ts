import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { COMMAND_IDS, type CommandId } from '../../../../shared/commands/commands.ts'

type Run = () => void

/** What can be done now; of two places that can do the same, the one that came last does it. */
const registered = new Map<CommandId, Run[]>()
const listeners = new Set<() => void>()
let available: readonly CommandId[] = []

/**
 * While the component is there, the command can be given by its key, from the palette and from the menu. Where it cannot be done
 * for the moment, `isAvailable` is false.
 */
export function useCommand(id: CommandId, run: Run, isAvailable = true): void {
  const latest = useEffectEvent(run)
  useEffect(() => {
    if (!isAvailable) return
    const own: Run = () => latest()
    registered.set(id, [...(registered.get(id) ?? []), own])
    tell()
    return () => {
      registered.set(
        id,
        (registered.get(id) ?? []).filter((each) => each !== own),
      )
      tell()
    }
  }, [id, isAvailable])
}

/** False where nobody can do it now. */
export function runCommand(id: CommandId): boolean {
  const run = registered.get(id)?.at(-1)
  run?.()
  return run !== undefined
}

/** What can be done now, in the order of the registry. */
export const useAvailableCommands = (): readonly CommandId[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => available,
  )

function tell(): void {
  available = COMMAND_IDS.filter((id) => (registered.get(id) ?? []).length > 0)
  for (const listener of listeners) listener()
}
