import { useSyncExternalStore } from 'react'

/** Something of the whole window that is on or off, whatever part of it is shown. */
export interface WindowFlag {
  get: () => boolean
  set: (isOn: boolean) => void
  useIsOn: () => boolean
}

export function createWindowFlag(): WindowFlag {
  let isOn = false
  const listeners = new Set<() => void>()
  const get = (): boolean => isOn
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    get,
    set(next) {
      if (next === isOn) return
      isOn = next
      for (const listener of listeners) listener()
    },
    useIsOn: () => useSyncExternalStore(subscribe, get),
  }
}
