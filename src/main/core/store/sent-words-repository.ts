import type { EntryId } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** Which words of an entry a request carried: only those can still come late. Noted before the first byte leaves. */
export interface SentWordsRepository {
  noteSent(entryId: EntryId, wordsHash: string): void
  wasSent(entryId: EntryId, wordsHash: string): boolean
}

export function createSentWordsRepository({ database }: Store): SentWordsRepository {
  const insert = database.prepare<[string, string]>(
    'INSERT OR IGNORE INTO sent_words (entry_id, words_hash) VALUES (?, ?)',
  )
  const select = database
    .prepare<[string, string], number>('SELECT EXISTS (SELECT 1 FROM sent_words WHERE entry_id = ? AND words_hash = ?)')
    .pluck()
  return {
    noteSent: (entryId, wordsHash) => void insert.run(entryId, wordsHash),
    wasSent: (entryId, wordsHash) => select.get(entryId, wordsHash) === 1,
  }
}
