import { useSyncExternalStore } from 'react'
import type { SaveState } from './autosave.ts'

/** What the frame of the window says about the open post. */
export interface DeskStatus {
  save: SaveState
  open: { wordCount: number; language: string } | null
}

let status: DeskStatus = { save: { kind: 'untouched' }, open: null }
const listeners = new Set<() => void>()

export function setDeskStatus(patch: Partial<DeskStatus>): void {
  status = { ...status, ...patch }
  for (const listener of listeners) listener()
}

export function useDeskStatus(): DeskStatus {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => status,
  )
}
