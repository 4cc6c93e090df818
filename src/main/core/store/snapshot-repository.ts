import type { Snapshot } from '../../../shared/contract/services.ts'
import type { PostId, SnapshotId, UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Store } from './open-store.ts'

export interface StoredSnapshot extends Snapshot {
  postId: PostId
  words: PostWords
  wordsHash: string
}

interface SnapshotRow {
  id: string
  post_id: string
  why: string
  words: string
  words_hash: string
  title: string
  word_count: number
  created_at: string
}

export interface SnapshotRepository {
  /** Newest first, without the texts. */
  listSnapshots(postId: PostId): Snapshot[]
  getSnapshot(id: SnapshotId): StoredSnapshot
  /** The text is stored once: the same words again for the same reason are not a new version. */
  addSnapshot(snapshot: StoredSnapshot): void
  /**
   * Thins autosaves by age: all of the last ten minutes, then one a minute for an hour, one in ten minutes for a day, one an
   * hour after that. What was sent, received or restored stays for ever, and so do the newest and what a restored one replaced.
   */
  thinAutosaves(postId: PostId, now: Date): void
}

export function createSnapshotRepository({ database }: Store): SnapshotRepository {
  const selectAll = database.prepare<[string], Omit<SnapshotRow, 'words' | 'post_id' | 'words_hash'>>(
    'SELECT id, why, title, word_count, created_at FROM snapshots WHERE post_id = ? ORDER BY created_at DESC, rowid DESC',
  )
  const selectOne = database.prepare<[string], SnapshotRow>('SELECT * FROM snapshots WHERE id = ?')
  const selectNewest = database.prepare<[string], { words_hash: string; why: string }>(
    'SELECT words_hash, why FROM snapshots WHERE post_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 1',
  )
  const insert = database.prepare<[SnapshotRow]>(`
    INSERT INTO snapshots (id, post_id, why, words, words_hash, title, word_count, created_at)
    VALUES (@id, @post_id, @why, @words, @words_hash, @title, @word_count, @created_at)`)
  const remove = database.prepare<[string]>('DELETE FROM snapshots WHERE id = ?')

  return {
    listSnapshots: (postId) => selectAll.all(postId).map(toSnapshot),
    getSnapshot(id) {
      const row = selectOne.get(id)
      if (!row) throw new AppError({ kind: 'no-such-item', what: 'snapshot' })
      const words = JSON.parse(row.words) as PostWords
      return { ...toSnapshot(row), postId: row.post_id as PostId, words, wordsHash: row.words_hash }
    },
    addSnapshot(snapshot) {
      const newest = selectNewest.get(snapshot.postId)
      if (newest?.words_hash === snapshot.wordsHash && newest.why === snapshot.why) return
      insert.run({
        id: snapshot.id,
        post_id: snapshot.postId,
        why: snapshot.why,
        words: JSON.stringify(snapshot.words),
        words_hash: snapshot.wordsHash,
        title: snapshot.title,
        word_count: snapshot.wordCount,
        created_at: snapshot.createdAt,
      })
    },
    thinAutosaves(postId, now) {
      const rows = selectAll.all(postId)
      const keptSlots = new Set<string>()
      for (const [index, row] of rows.entries()) {
        const newer = rows[index - 1]
        if (row.why !== 'autosave' || !newer || newer.why === 'restored') continue
        const slot = slotOf(Date.parse(row.created_at), now.getTime())
        if (slot === null) continue
        if (keptSlots.has(slot)) remove.run(row.id)
        else keptSlots.add(slot)
      }
    },
  }
}

const MINUTE_MS = 60_000

/** The slot of which one autosave is kept; null while every one is kept. */
function slotOf(createdMs: number, nowMs: number): string | null {
  const ageMs = nowMs - createdMs
  if (ageMs < 10 * MINUTE_MS) return null
  const widthMs = ageMs < 60 * MINUTE_MS ? MINUTE_MS : ageMs < 24 * 60 * MINUTE_MS ? 10 * MINUTE_MS : 60 * MINUTE_MS
  return `${widthMs}/${Math.floor(createdMs / widthMs)}`
}

function toSnapshot(row: Omit<SnapshotRow, 'words' | 'post_id' | 'words_hash'>): Snapshot {
  return {
    id: row.id as SnapshotId,
    why: row.why as Snapshot['why'],
    title: row.title,
    wordCount: row.word_count,
    createdAt: row.created_at as UtcIso,
  }
}
