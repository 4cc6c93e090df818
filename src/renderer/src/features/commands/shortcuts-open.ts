import { createWindowFlag } from '../../ui/window-flag.ts'

const flag = createWindowFlag()

export const toggleShortcuts = (): void => flag.set(!flag.get())
export const closeShortcuts = (): void => flag.set(false)
export const useAreShortcutsOpen = flag.useIsOn
