import type { BlogId, EntryId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** When each line was last open, and which entries wait for the person's Go since it came back. */
export interface ArrivalRepository {
  seenOpenAt(blogId: BlogId): UtcIso | null
  setSeenOpen(blogId: BlogId, at: UtcIso): void
  /** Some of them may have ended since. */
  listAsked(blogId: BlogId): Set<EntryId>
  isAsked(entryId: EntryId): boolean
  ask(blogId: BlogId, entryIds: readonly EntryId[], at: UtcIso): void
  /** An entry that was not asked about is left as it is. */
  release(entryIds: readonly EntryId[]): void
}

export function createArrivalRepository({ database, aside }: Store): ArrivalRepository {
  const selectSeen = database
    .prepare<[string], string>('SELECT seen_open_at FROM line_visits WHERE blog_id = ?')
    .pluck()
  const upsertSeen = database.prepare<[string, string]>(`
    INSERT INTO line_visits (blog_id, seen_open_at) VALUES (?, ?)
    ON CONFLICT (blog_id) DO UPDATE SET seen_open_at = excluded.seen_open_at`)
  const selectAsked = database.prepare<[string], string>('SELECT entry_id FROM asked_entries WHERE blog_id = ?').pluck()
  const selectIsAsked = database.prepare<[string], number>('SELECT 1 FROM asked_entries WHERE entry_id = ?').pluck()
  const insertAsked = database.prepare<[string, string, string]>(
    'INSERT INTO asked_entries (entry_id, blog_id, asked_at) VALUES (?, ?, ?) ON CONFLICT (entry_id) DO NOTHING',
  )
  const deleteAsked = database.prepare<[string]>('DELETE FROM asked_entries WHERE entry_id = ?')

  return {
    seenOpenAt: (blogId) => (selectSeen.get(blogId) as UtcIso | undefined) ?? null,
    setSeenOpen(blogId, at) {
      aside(() => upsertSeen.run(blogId, at))
    },
    listAsked: (blogId) => new Set(selectAsked.all(blogId) as EntryId[]),
    isAsked: (entryId) => selectIsAsked.get(entryId) === 1,
    ask(blogId, entryIds, at) {
      for (const id of entryIds) insertAsked.run(id, blogId, at)
    },
    release(entryIds) {
      for (const id of entryIds) deleteAsked.run(id)
    },
  }
}
