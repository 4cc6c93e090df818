import type { ChangeEvent } from '../../shared/contract/wire.ts'

export type ChangeListener = (event: ChangeEvent) => void

/** Tells every window what changed. Callers emit after their transaction committed, never inside it. */
export interface ChangeFeed {
  emit(event: ChangeEvent): void
  onChange(listener: ChangeListener): () => void
}

export function createChangeFeed(): ChangeFeed {
  const listeners = new Set<ChangeListener>()
  return {
    emit(event) {
      for (const listener of listeners) listener(event)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
