import type { ReviewId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Seal } from '../../../shared/domain/seal.ts'
import type { Store } from './open-store.ts'

interface SealRow {
  approved_by: string
  approved_at: string
  pieces: string
  files: string
  hash: string
  publish_at: string | null
  signed_by: string
  signature: string
}

/** What was approved last of each review. */
export interface SealRepository {
  findSeal(reviewId: ReviewId): Seal | null
  /** In the place of an earlier one, which the trail remembers. */
  putSeal(reviewId: ReviewId, seal: Seal): void
  /** The approval was taken back. */
  removeSeal(reviewId: ReviewId): void
}

export function createSealRepository({ database }: Store): SealRepository {
  const select = database.prepare<[string], SealRow>('SELECT * FROM review_seals WHERE review_id = ?')
  const upsert = database.prepare<[SealRow & { review_id: string }]>(`
    INSERT INTO review_seals (review_id, approved_by, approved_at, pieces, files, hash, publish_at, signed_by, signature)
    VALUES (@review_id, @approved_by, @approved_at, @pieces, @files, @hash, @publish_at, @signed_by, @signature)
    ON CONFLICT (review_id) DO UPDATE SET approved_by = @approved_by, approved_at = @approved_at, pieces = @pieces, files = @files,
      hash = @hash, publish_at = @publish_at, signed_by = @signed_by, signature = @signature`)
  const remove = database.prepare<[string]>('DELETE FROM review_seals WHERE review_id = ?')
  return {
    findSeal(reviewId) {
      const row = select.get(reviewId)
      return row ? toSeal(row) : null
    },
    removeSeal: (reviewId) => void remove.run(reviewId),
    putSeal: (reviewId, seal) =>
      void upsert.run({
        review_id: reviewId,
        approved_by: seal.approvedBy,
        approved_at: seal.approvedAt,
        pieces: JSON.stringify(seal.pieces),
        files: JSON.stringify(seal.files),
        hash: seal.hash,
        publish_at: seal.publishAt,
        signed_by: seal.signedBy,
        signature: seal.signature,
      }),
  }
}

const toSeal = (row: SealRow): Seal => ({
  approvedBy: row.approved_by,
  approvedAt: row.approved_at as UtcIso,
  pieces: JSON.parse(row.pieces) as Seal['pieces'],
  files: JSON.parse(row.files) as string[][],
  publishAt: row.publish_at as UtcIso | null,
  hash: row.hash,
  signedBy: row.signed_by,
  signature: row.signature,
})
