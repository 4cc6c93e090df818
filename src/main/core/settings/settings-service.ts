import { settingsInput, type Settings } from '../../../shared/contract/inputs.ts'
import type { SettingsService } from '../../../shared/contract/services.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Desk } from '../store/desk.ts'

const defaults: Settings = { theme: 'system', interfaceDirection: 'ltr', activeBlogId: null }

export function createSettingsService({ desk, feed }: { desk: Desk; feed: ChangeFeed }): SettingsService {
  /** A value that no longer fits (an older or newer Attaché wrote it) falls back to the default instead of failing. */
  const get = (): Settings => {
    const stored = settingsInput.partial().safeParse(desk.settings.find('preferences') ?? {})
    return { ...defaults, ...(stored.success ? withoutUndefined(stored.data) : {}) }
  }
  return {
    get,
    set(patch) {
      const next = { ...get(), ...withoutUndefined(patch) }
      desk.settings.put('preferences', next)
      feed.emit({ topic: 'settings' })
      return next
    },
  }
}

function withoutUndefined(patch: { [Key in keyof Settings]?: Settings[Key] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
