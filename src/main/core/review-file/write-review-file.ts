import type { MediaId } from '../../../shared/domain/ids.ts'
import type { ReviewFile, ReviewPicture } from '../../../shared/domain/review-file.ts'
import type { SealedFileLimits } from '../sealed-file/sealed-file-limits.ts'
import { writeSealedFile, type SealedFileWriting } from '../sealed-file/write-sealed-file.ts'
import { REVIEW_FILE_LIMITS } from './review-file-limits.ts'
import { REVIEW_FILE } from './review-format.ts'

export interface ReviewFileWriting extends Omit<SealedFileWriting<ReviewPicture>, 'readFile' | 'limits'> {
  /** The bytes of a picture of the posts, asked for once and in turn. */
  readPicture: (id: MediaId) => AsyncIterable<Uint8Array>
  limits?: SealedFileLimits
}

/** An `.attache-review`, piece by piece; see write-sealed-file.ts. */
export const writeReviewFile = (
  { posts, ...about }: ReviewFile,
  { readPicture, limits = REVIEW_FILE_LIMITS, ...writing }: ReviewFileWriting,
): AsyncGenerator<Uint8Array> =>
  writeSealedFile(
    REVIEW_FILE,
    { about, documents: posts },
    { ...writing, limits, readFile: ({ id }) => readPicture(id) },
  )
