import { useSyncExternalStore } from 'react'

/** A value that one part of the window makes and others show: each of those is drawn again for it by itself, and nothing around them. */
export class Live<Value> {
  readonly #listeners = new Set<() => void>()
  #value: Value

  constructor(value: Value) {
    this.#value = value
  }

  readonly read = (): Value => this.#value

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(value: Value): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of this.#listeners) listener()
  }
}

export const useLive = <Value>(live: Live<Value>): Value => useSyncExternalStore(live.subscribe, live.read)

/** Drawn again only when `part` finds something else: what it gives back is compared, so it makes nothing new. */
export const useLivePart = <Value, Part>(live: Live<Value>, part: (value: Value) => Part): Part =>
  useSyncExternalStore(live.subscribe, () => part(live.read()))
