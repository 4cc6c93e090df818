import { createWindowFlag } from '../../ui/window-flag.ts'

const flag = createWindowFlag()

/** From anywhere: the search over the whole desk. */
export const openSearch = (): void => flag.set(true)
export const closeSearch = (): void => flag.set(false)
export const useIsSearchOpen = flag.useIsOn
