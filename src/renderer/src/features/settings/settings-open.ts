import { useSyncExternalStore } from 'react'

/** A part of the settings that is a dialog of its own. */
export type SettingsSection = 'protection' | 'backups' | 'diagnostics' | 'handover'

interface Opened {
  section: SettingsSection | null
}

let opened: Opened | null = null
const listeners = new Set<() => void>()

/** With a section, that is open over the settings at once. */
export const openSettings = (section: SettingsSection | null): void => set({ section })
export const closeSettings = (): void => set(null)

/** null while they are closed. */
export const useOpenedSettings = (): Opened | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => opened,
  )

function set(next: Opened | null): void {
  opened = next
  for (const listener of listeners) listener()
}
