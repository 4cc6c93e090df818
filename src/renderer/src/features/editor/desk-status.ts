import { useSyncExternalStore } from 'react'
import type { TextSize } from '../../../../shared/content/text-size.ts'
import type { SaveState } from './autosave.ts'

/** What the frame of the window says about the open post. */
export interface DeskStatus {
  save: SaveState
  /** What is known of the language of the open post; null when nothing is asked. */
  spelling: 'checked' | 'no-dictionary' | 'failed' | null
  /** `selected`: what is selected of it, null for nothing. */
  open: { size: TextSize; selected: TextSize | null; language: string } | null
}

let status: DeskStatus = { save: { kind: 'untouched' }, spelling: null, open: null }
const listeners = new Set<() => void>()

export function setDeskStatus(patch: Partial<DeskStatus>): void {
  status = { ...status, ...patch }
  for (const listener of listeners) listener()
}

/** A part of it; the component is drawn anew only when that is another. */
export function useDeskStatus<Part extends keyof DeskStatus>(part: Part): DeskStatus[Part] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => status[part],
  )
}
