import type { Tie } from '../../../shared/content/pairs/tie.ts'
import type { PostId } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

export interface StoredPair {
  translationId: PostId
  sourceId: PostId
  tie: Tie
}

export interface PairRepository {
  findPair(translationId: PostId): StoredPair | null
  listPairsOf(sourceId: PostId): StoredPair[]
  /** Of two that were tied and are so no more. */
  findUntied(translationId: PostId, sourceId: PostId): StoredPair | null
  /** A post is the translation of one other only: another source takes the place of the one before. */
  putPair(pair: StoredPair): void
  /** Keeps what was said of what, for whoever ties them again. */
  untie(translationId: PostId): void
}

interface PairRow {
  translation_id: string
  source_id: string
  tie: string
}

export function createPairRepository({ database }: Store): PairRepository {
  const select = database.prepare<[string], PairRow>(
    'SELECT * FROM post_pairs WHERE translation_id = ? AND is_tied = 1',
  )
  const selectOfSource = database.prepare<[string], PairRow>(
    'SELECT * FROM post_pairs WHERE source_id = ? AND is_tied = 1 ORDER BY translation_id',
  )
  const put = database.prepare<[string, string, string]>(`
    INSERT INTO post_pairs (translation_id, source_id, tie, is_tied) VALUES (?, ?, ?, 1)
    ON CONFLICT (translation_id) DO UPDATE SET source_id = excluded.source_id, tie = excluded.tie, is_tied = 1`)
  const untie = database.prepare<[string]>('UPDATE post_pairs SET is_tied = 0 WHERE translation_id = ?')
  const selectUntied = database.prepare<[string, string], PairRow>(
    'SELECT * FROM post_pairs WHERE translation_id = ? AND source_id = ? AND is_tied = 0',
  )
  return {
    findPair(translationId) {
      const row = select.get(translationId)
      return row ? toPair(row) : null
    },
    listPairsOf: (sourceId) => selectOfSource.all(sourceId).map(toPair),
    putPair: ({ translationId, sourceId, tie }) => void put.run(translationId, sourceId, JSON.stringify(tie)),
    findUntied(translationId, sourceId) {
      const row = selectUntied.get(translationId, sourceId)
      return row ? toPair(row) : null
    },
    untie: (translationId) => void untie.run(translationId),
  }
}

const toPair = (row: PairRow): StoredPair => ({
  translationId: row.translation_id as PostId,
  sourceId: row.source_id as PostId,
  tie: JSON.parse(row.tie) as Tie,
})
