import type { TakenHandover } from '../../../shared/domain/handover.ts'
import type { BlogId, MediaId, PostId } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** What came to this desk in handover files. */
export interface HandoverRepository {
  /** The same file taken in again is one line, told anew. */
  putTaken(taken: TakenHandover): void
  /** The latest that nobody has read. */
  findUnread(): TakenHandover | null
  noteRead(): void
  /** With which words the post came last. */
  findWordsHash(postId: PostId): string | null
  putWordsHash(postId: PostId, wordsHash: string): void
  /** Nobody wrote, answered or put anything here yet: another desk may take the place of this one. */
  isUnused(): boolean
  /** Everything that a person added, what lies in the trash too. */
  listOwnMedia(): { id: MediaId; fileName: string; mimeType: string; sizeBytes: number }[]
  /** A site that came in a file, and to which nobody has signed in. */
  findBlogWithoutAccount(url: string): BlogId | null
}

export function createHandoverRepository({ database }: Store): HandoverRepository {
  const upsertTaken = database.prepare<[string, string, string]>(`
    INSERT INTO handovers (id, taken_at, report, is_read) VALUES (?, ?, ?, 0)
    ON CONFLICT (id) DO UPDATE SET taken_at = excluded.taken_at, report = excluded.report, is_read = 0`)
  const selectUnread = database
    .prepare<[], string>('SELECT report FROM handovers WHERE is_read = 0 ORDER BY taken_at DESC LIMIT 1')
    .pluck()
  const updateRead = database.prepare('UPDATE handovers SET is_read = 1')
  const selectHash = database.prepare<[string], string>('SELECT words_hash FROM handed_posts WHERE post_id = ?').pluck()
  const upsertHash = database.prepare<[string, string]>(`
    INSERT INTO handed_posts (post_id, words_hash) VALUES (?, ?)
    ON CONFLICT (post_id) DO UPDATE SET words_hash = excluded.words_hash`)
  const selectUsed = database
    .prepare<[], number>(
      `SELECT EXISTS (SELECT 1 FROM working_copies) OR EXISTS (SELECT 1 FROM typed_edits) OR EXISTS (SELECT 1 FROM outbox_entries) OR EXISTS (SELECT 1 FROM reply_drafts)
        OR EXISTS (SELECT 1 FROM reviews) OR EXISTS (SELECT 1 FROM feed_items WHERE note <> '' OR reply <> '')
        OR EXISTS (SELECT 1 FROM saved_replies) OR EXISTS (SELECT 1 FROM rule_packs) OR EXISTS (SELECT 1 FROM archives)
        OR EXISTS (SELECT 1 FROM snapshots) OR EXISTS (SELECT 1 FROM share_lines) OR EXISTS (SELECT 1 FROM personal_names)`,
    )
    .pluck()
  const selectOwnMedia = database.prepare<
    [],
    { id: string; fileName: string; mimeType: string; sizeBytes: number }
  >(`SELECT id, file_name AS fileName, mime_type AS mimeType, size_bytes AS sizeBytes FROM media
    WHERE is_own = 1 ORDER BY added_at DESC, id`)
  const selectWithoutAccount = database
    .prepare<[string], string>("SELECT id FROM blogs WHERE url = ? AND user_name = ''")
    .pluck()

  return {
    putTaken: (taken) => void upsertTaken.run(taken.id, taken.takenAt, JSON.stringify(taken)),
    findUnread() {
      const report = selectUnread.get()
      return report === undefined ? null : (JSON.parse(report) as TakenHandover)
    },
    noteRead: () => void updateRead.run(),
    findWordsHash: (postId) => selectHash.get(postId) ?? null,
    putWordsHash: (postId, wordsHash) => void upsertHash.run(postId, wordsHash),
    isUnused: () => selectUsed.get() === 0,
    listOwnMedia: () => selectOwnMedia.all().map((row) => ({ ...row, id: row.id as MediaId })),
    findBlogWithoutAccount: (url) => (selectWithoutAccount.get(url) ?? null) as BlogId | null,
  }
}
