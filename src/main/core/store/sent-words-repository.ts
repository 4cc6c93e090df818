import type { EntryId } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** Which words of an entry a request carried: only those can still come late. Noted before the first byte leaves. */
export interface SentWordsRepository {
  /** `over`: the blog's revision that the request was written over. Of several requests of an entry the first one's is kept. */
  noteSent(entryId: EntryId, wordsHash: string, over: string): void
  wasSent(entryId: EntryId, wordsHash: string): boolean
  /** null where nothing was sent, or before it was noted. */
  sentOver(entryId: EntryId): string | null
}

export function createSentWordsRepository({ database }: Store): SentWordsRepository {
  const insert = database.prepare<[string, string, string]>(
    'INSERT OR IGNORE INTO sent_words (entry_id, words_hash, sent_over) VALUES (?, ?, ?)',
  )
  const selectOver = database
    .prepare<[string], string>('SELECT sent_over FROM sent_words WHERE entry_id = ? AND sent_over IS NOT NULL LIMIT 1')
    .pluck()
  const select = database
    .prepare<[string, string], number>('SELECT EXISTS (SELECT 1 FROM sent_words WHERE entry_id = ? AND words_hash = ?)')
    .pluck()
  return {
    noteSent: (entryId, wordsHash, over) => void insert.run(entryId, wordsHash, selectOver.get(entryId) ?? over),
    wasSent: (entryId, wordsHash) => select.get(entryId, wordsHash) === 1,
    sentOver: (entryId) => selectOver.get(entryId) ?? null,
  }
}
