import type { CommentId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** '' for what the reader did not give. */
export interface StoredReaderAddress {
  email: string
  ip: string
  website: string
  readAt: UtcIso
}

export interface ReaderAddressRepository {
  findAddress(commentId: CommentId): StoredReaderAddress | null
  putAddress(commentId: CommentId, address: StoredReaderAddress): void
  /** Those read before this time, and those that a clock put forward dated later than `now`. Returns how many went. */
  forgetBefore(time: UtcIso, now: UtcIso): number
}

export function createReaderAddressRepository({ database }: Store): ReaderAddressRepository {
  const select = database.prepare<[string], Omit<StoredReaderAddress, 'readAt'> & { read_at: string }>(
    'SELECT email, ip, website, read_at FROM reader_addresses WHERE comment_id = ?',
  )
  const upsert = database.prepare<[string, string, string, string, string]>(
    'INSERT OR REPLACE INTO reader_addresses (comment_id, email, ip, website, read_at) VALUES (?, ?, ?, ?, ?)',
  )
  const forget = database.prepare<[string, string]>('DELETE FROM reader_addresses WHERE read_at <= ? OR read_at > ?')
  return {
    findAddress(commentId) {
      const row = select.get(commentId)
      return row ? { email: row.email, ip: row.ip, website: row.website, readAt: row.read_at as UtcIso } : null
    },
    putAddress: (commentId, { email, ip, website, readAt }) => void upsert.run(commentId, email, ip, website, readAt),
    forgetBefore: (time, now) => forget.run(time, now).changes,
  }
}
