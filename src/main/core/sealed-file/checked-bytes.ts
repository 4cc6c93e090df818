import { createHash } from 'node:crypto'
import type { ReviewFileFault } from '../../../shared/errors.ts'
import { sealedFileFault } from './sealed-file-fault.ts'
import type { SealedFilePart } from './sealed-file-format.ts'

/** The bytes as they come; at their end throws `otherwise` unless they are what they are known by. */
export async function* checkedBytes(
  bytes: AsyncIterable<Uint8Array>,
  { id, sizeBytes }: SealedFilePart,
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
  if (count !== sizeBytes || hash.digest('hex') !== id) throw sealedFileFault(otherwise)
}
