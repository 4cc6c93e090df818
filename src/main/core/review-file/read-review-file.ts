import type { ReviewFile, ReviewPicture } from '../../../shared/domain/review-file.ts'
import type { SealedFileOpener } from '../sealed-file/file-lock.ts'
import { readSealedFile } from '../sealed-file/read-sealed-file.ts'
import { sealedFileFault } from '../sealed-file/sealed-file-fault.ts'
import type { SealedFileLimits } from '../sealed-file/sealed-file-limits.ts'
import { REVIEW_FILE_LIMITS } from './review-file-limits.ts'
import { REVIEW_FILE } from './review-format.ts'

export interface ReviewFileReading extends SealedFileOpener {
  /** As `takeFile` of read-sealed-file.ts. */
  takePicture: (picture: ReviewPicture, bytes: AsyncIterable<Uint8Array>) => Promise<void>
  limits?: SealedFileLimits
}

export interface OpenedReviewFile {
  file: ReviewFile
  /** The signing key of whoever wrote it. Whether it is somebody's that is known here, the reader decides. */
  signedBy: string
}

/** Reads an `.attache-review` to its end, or throws `review-file` with what is wrong. */
export async function readReviewFile(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  { takePicture, limits = REVIEW_FILE_LIMITS, ...opener }: ReviewFileReading,
): Promise<OpenedReviewFile> {
  const { manifest, documents, signedBy } = await readSealedFile(REVIEW_FILE, source, {
    ...opener,
    limits,
    takeFile: takePicture,
  })
  if (new Set(documents.map(({ reviewId }) => reviewId)).size < documents.length)
    throw sealedFileFault('not-understood')
  const { blog, sentBy, sentAt, asks } = manifest
  return { file: { blog, sentBy, sentAt, asks, posts: documents }, signedBy }
}
