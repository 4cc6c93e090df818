import type { ReviewId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Seal } from '../../../shared/domain/review.ts'
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
}

export function createSealRepository({ database }: Store): SealRepository {
  const select = database.prepare<[string], SealRow>('SELECT * FROM review_seals WHERE review_id = ?')
  return {
    findSeal(reviewId) {
      const row = select.get(reviewId)
      return row ? toSeal(row) : null
    },
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
