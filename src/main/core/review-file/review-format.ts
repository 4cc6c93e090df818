import {
  REVIEW_FORMAT,
  REVIEW_VERSION,
  reviewedPostInput,
  reviewManifestInput,
} from '../../../shared/contract/review-file-input.ts'
import type { ReviewedPost, ReviewFile, ReviewPicture } from '../../../shared/domain/review-file.ts'
import type { SealedFormat } from '../sealed-file/sealed-file-format.ts'

const DOCUMENT = /^posts\/(?:0|[1-9]\d{0,5})\/document\.json$/
const PICTURE = /^pictures\/[0-9a-f]{64}$/

/** An `.attache-review`: the posts, numbered from nought, then the pictures. */
export const REVIEW_FILE: SealedFormat<Omit<ReviewFile, 'posts'>, ReviewedPost, ReviewPicture> = {
  format: REVIEW_FORMAT,
  magic: 'ATTACHE-REVIEW',
  version: REVIEW_VERSION,
  manifestInput: reviewManifestInput,
  documentName: (index) => `posts/${index}/document.json`,
  isDocumentName: (name) => DOCUMENT.test(name),
  documentInput: () => reviewedPostInput,
  fileName: (id) => `pictures/${id}`,
  isFileName: (name) => PICTURE.test(name),
  filesIn: (posts) => posts.flatMap((post) => post.pictures),
}
