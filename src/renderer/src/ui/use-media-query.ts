import { useSyncExternalStore } from 'react'

export const NARROW = '(max-width: 900px)'
/** With a list and the details beside it, the paper would be narrower than a line of text is long. */
export const TIGHT = '(max-width: 1200px)'
/** With a conversation beside it, the list of posts leaves its place to the paper. */
export const CROWDED = '(max-width: 1560px)'
/** A conversation beside it would leave the paper too little. */
export const NO_ROOM_BESIDE = '(max-width: 1080px)'
export const VERY_NARROW = '(max-width: 700px)'

export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    () => window.matchMedia(query).matches,
  )
}
