import type { Store } from './open-store.ts'

/** Small values under a name, as JSON. */
export interface SettingsRepository {
  find(key: string): unknown
  put(key: string, value: unknown): void
}

export function createSettingsRepository({ database }: Store): SettingsRepository {
  const select = database.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?')
  const upsert = database.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  return {
    find(key) {
      const row = select.get(key)
      return row ? JSON.parse(row.value) : null
    },
    put(key, value) {
      upsert.run(key, JSON.stringify(value))
    },
  }
}
