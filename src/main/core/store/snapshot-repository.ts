import type { Snapshot } from '../../../shared/contract/services.ts'
import type { PostId, SnapshotId, UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { areSameLines } from '../../../shared/share/merge-share-lines.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Store } from './open-store.ts'
import { wordsFromJson } from './stored-words.ts'

export interface StoredSnapshot extends Omit<Snapshot, 'name' | 'sentAs'> {
  postId: PostId
  words: PostWords
  wordsHash: string
}

/** A version as the history lists it, without its text. */
export type ListedSnapshot = Omit<Snapshot, 'sentAs'> & { wordsHash: string }

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

type ListedRow = Omit<SnapshotRow, 'words' | 'post_id'> & { name: string | null }

export interface SnapshotRepository {
  /** Newest first, without the texts. */
  listSnapshots(postId: PostId): ListedSnapshot[]
  /** null takes the name away. A version with a name stays for ever. */
  setName(id: SnapshotId, name: string | null): void
  getSnapshot(id: SnapshotId): StoredSnapshot
  hasSnapshot(id: SnapshotId): boolean
  /** The text is stored once: the same words again for the same reason are not a new version. Returns the one that holds them. */
  addSnapshot(snapshot: StoredSnapshot): SnapshotId
  /** The latest version with these words. */
  findByHash(postId: PostId, wordsHash: string): StoredSnapshot | null
  /** Whether a version with these words was in history before that time. */
  hadBefore(postId: PostId, wordsHash: string, time: UtcIso): boolean
  /** The words of a post were replaced by something else than a person at a window. */
  addMerge(postId: PostId, merge: { beforeId: SnapshotId; afterId: SnapshotId }): void
  countMerges(postId: PostId): number
  /** Those after the first `seen`, in order. */
  listMerges(postId: PostId, seen: number): { before: StoredSnapshot; after: StoredSnapshot }[]
  /**
   * Thins autosaves by age: all of the last ten minutes, then one a minute for an hour, one in ten minutes for a day, one an
   * hour after that. What was sent, received, restored or named stays for ever, and so do the newest and what a restored one replaced.
   */
  thinAutosaves(postId: PostId, now: Date): void
}

export function createSnapshotRepository({ database }: Store): SnapshotRepository {
  const selectAll = database.prepare<[string], ListedRow>(VERSIONS)
  const upsertName = database.prepare<[string, string]>(`
    INSERT INTO version_names (snapshot_id, name) VALUES (?, ?) ON CONFLICT (snapshot_id) DO UPDATE SET name = excluded.name`)
  const deleteName = database.prepare<[string]>('DELETE FROM version_names WHERE snapshot_id = ?')
  const selectOne = database.prepare<[string], SnapshotRow>('SELECT * FROM snapshots WHERE id = ?')
  const selectHas = database.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM snapshots WHERE id = ?)').pluck()
  const selectNewest = database.prepare<[string], Pick<SnapshotRow, 'id' | 'words_hash' | 'why'>>(NEWEST)
  const insert = database.prepare<[SnapshotRow]>(`
    INSERT INTO snapshots (id, post_id, why, words, words_hash, title, word_count, created_at)
    VALUES (@id, @post_id, @why, @words, @words_hash, @title, @word_count, @created_at)`)
  const remove = database.prepare<[string]>('DELETE FROM snapshots WHERE id = ?')
  const selectByHash = database.prepare<[string, string], SnapshotRow>(
    'SELECT * FROM snapshots WHERE post_id = ? AND words_hash = ? ORDER BY created_at DESC, rowid DESC LIMIT 1',
  )
  const selectBefore = database
    .prepare<[string, string, string], number>(
      'SELECT EXISTS (SELECT 1 FROM snapshots WHERE post_id = ? AND words_hash = ? AND created_at < ?)',
    )
    .pluck()
  const insertMerge = database.prepare<[string, string, string, string]>(`
    INSERT INTO post_merges (post_id, number, before_id, after_id)
    VALUES (?, 1 + (SELECT count(*) FROM post_merges WHERE post_id = ?), ?, ?)`)
  const selectMergeCount = database
    .prepare<[string], number>('SELECT count(*) FROM post_merges WHERE post_id = ?')
    .pluck()
  const selectMerges = database.prepare<[string, number], { before_id: string; after_id: string }>(
    'SELECT before_id, after_id FROM post_merges WHERE post_id = ? AND number > ? ORDER BY number',
  )
  const getSnapshot = (id: string): StoredSnapshot => {
    const row = selectOne.get(id)
    if (!row) throw new AppError({ kind: 'no-such-item', what: 'snapshot' })
    return toStored(row)
  }

  return {
    listSnapshots: (postId) =>
      selectAll.all(postId).map((row) => ({ ...toSnapshot(row), name: row.name, wordsHash: row.words_hash })),
    setName(id, name) {
      if (name === null) deleteName.run(id)
      else upsertName.run(id, name)
    },
    getSnapshot,
    hasSnapshot: (id) => selectHas.get(id) === 1,
    findByHash(postId, wordsHash) {
      const row = selectByHash.get(postId, wordsHash)
      return row ? toStored(row) : null
    },
    hadBefore: (postId, wordsHash, time) => selectBefore.get(postId, wordsHash, time) === 1,
    addMerge(postId, { beforeId, afterId }) {
      insertMerge.run(postId, postId, beforeId, afterId)
    },
    countMerges: (postId) => selectMergeCount.get(postId) ?? 0,
    listMerges: (postId, seen) =>
      selectMerges
        .all(postId, seen)
        .map((row) => ({ before: getSnapshot(row.before_id), after: getSnapshot(row.after_id) })),
    addSnapshot(snapshot) {
      const newest = selectNewest.get(snapshot.postId)
      const { wordsHash, why, words } = snapshot
      const isSame = newest?.words_hash === wordsHash && newest.why === why
      // The hash is of what the blog gets; the lines to be handed on stand beside it.
      if (isSame && areSameLines(getSnapshot(newest.id).words.shareLines, words.shareLines))
        return newest.id as SnapshotId
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
      return snapshot.id
    },
    thinAutosaves(postId, now) {
      const rows = selectAll.all(postId)
      const keptSlots = new Set<string>()
      for (const [index, row] of rows.entries()) {
        if (row.name !== null) continue
        if (row.why !== 'autosave' || rows[index - 1]?.why === 'restored') continue
        const slot = slotOf(Date.parse(row.created_at), now.getTime())
        if (slot === null) continue
        // Newest first: of a slot its last version stays, and so does the newest of all.
        if (keptSlots.has(slot)) remove.run(row.id)
        else keptSlots.add(slot)
      }
    },
  }
}

/** Given out for the test that asks SQLite whether it reads the texts. */
export const VERSIONS = `
  SELECT id, why, title, word_count, created_at, words_hash, name
  FROM snapshots INDEXED BY snapshots_listed LEFT JOIN version_names ON snapshot_id = id
  WHERE post_id = ? ORDER BY created_at DESC, snapshots.rowid DESC`
export const NEWEST = `
  SELECT id, words_hash, why FROM snapshots INDEXED BY snapshots_listed
  WHERE post_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 1`

const MINUTE_MS = 60_000

/** The slot of which one autosave is kept; null while every one is kept. */
function slotOf(createdMs: number, nowMs: number): string | null {
  const ageMs = nowMs - createdMs
  if (ageMs < 10 * MINUTE_MS) return null
  const widthMs = ageMs < 60 * MINUTE_MS ? MINUTE_MS : ageMs < 24 * 60 * MINUTE_MS ? 10 * MINUTE_MS : 60 * MINUTE_MS
  return `${widthMs}/${Math.floor(createdMs / widthMs)}`
}

const toStored = (row: SnapshotRow): StoredSnapshot => ({
  ...toSnapshot(row),
  postId: row.post_id as PostId,
  words: wordsFromJson(row.words),
  wordsHash: row.words_hash,
})

function toSnapshot(
  row: Omit<SnapshotRow, 'words' | 'post_id' | 'words_hash'>,
): Omit<StoredSnapshot, 'postId' | 'words' | 'wordsHash'> {
  return {
    id: row.id as SnapshotId,
    why: row.why as Snapshot['why'],
    title: row.title,
    wordCount: row.word_count,
    createdAt: row.created_at as UtcIso,
  }
}
