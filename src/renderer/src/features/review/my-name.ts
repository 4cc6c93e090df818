import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useCore } from '../../api/queries.ts'

let chosen: string | null = null
const listeners = new Set<() => void>()

/** From now on whoever sits here is called so. */
export function setMyName(name: string): void {
  chosen = name
  for (const listener of listeners) listener()
}

/** Who sits at this laptop, as they call themselves: under which name the last thing was done here, until another is said. */
export function useMyName(): string {
  const { core } = useCore()
  const last = useQuery(core.reviews.lastName.queryOptions()).data
  const said = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => chosen,
  )
  return said ?? last ?? ''
}
