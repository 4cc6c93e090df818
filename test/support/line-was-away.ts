import Database from 'better-sqlite3'
import { useKey } from '../../src/main/core/store/use-key.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { openKeysIn } from './open-keys.ts'

/** As if the laptop had been shut for so long. No desk may be open on the profile. Returns of how many blogs. */
export function lineWasAwayFor(profileFolder: string, hours: number): number {
  const database = new Database(profileIn(profileFolder).databasePath)
  useKey(database, openKeysIn(profileFolder)?.database ?? null)
  const seenAt = new Date(Date.now() - hours * 3_600_000).toISOString()
  const { changes } = database.prepare('UPDATE line_visits SET seen_open_at = ?').run(seenAt)
  database.close()
  return changes
}
