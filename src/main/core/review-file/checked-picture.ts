import { createHash } from 'node:crypto'
import type { ReviewPicture } from '../../../shared/domain/review-file.ts'
import type { ReviewFileFault } from '../../../shared/errors.ts'
import { reviewFileFault } from './review-file-fault.ts'

/** The bytes as they come; at their end throws `otherwise` unless they are the picture. */
export async function* checkedPicture(
  bytes: AsyncIterable<Uint8Array>,
  { id, sizeBytes }: Pick<ReviewPicture, 'id' | 'sizeBytes'>,
  otherwise: ReviewFileFault,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let count = 0
  for await (const piece of bytes) {
    count += piece.byteLength
    if (count > sizeBytes) break
    hash.update(piece)
    yield piece
  }
  if (count !== sizeBytes || hash.digest('hex') !== id) throw reviewFileFault(otherwise)
}
