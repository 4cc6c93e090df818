import { createWindowValue } from './window-value.ts'

/** Something of the whole window that is on or off, whatever part of it is shown. */
export interface WindowFlag {
  get: () => boolean
  set: (isOn: boolean) => void
  useIsOn: () => boolean
}

export function createWindowFlag(): WindowFlag {
  const { get, set, use } = createWindowValue(false)
  return { get, set, useIsOn: use }
}
