import { useSyncExternalStore } from 'react'

/** Something that holds for the whole window, whatever part of it is shown. */
export interface WindowValue<Value> {
  get: () => Value
  set: (value: Value) => void
  use: () => Value
}

export function createWindowValue<Value>(first: Value): WindowValue<Value> {
  let value = first
  const listeners = new Set<() => void>()
  const get = (): Value => value
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    get,
    set(next) {
      if (next === value) return
      value = next
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, get),
  }
}
