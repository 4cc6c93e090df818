import { picturesOf } from '../../../shared/content/document-pictures.ts'
import type { MediaId, ReviewId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { ReviewedPost, ReviewPicture } from '../../../shared/domain/review-file.ts'
import type { PictureFiles } from '../media/picture-files.ts'
import type { Desk } from '../store/desk.ts'
import { withPictures } from './with-pictures.ts'

export interface PackedReview {
  post: ReviewedPost
  /** The bytes of its pictures as they leave: without the place and the camera. */
  pictures: Map<string, Uint8Array>
}

/** Everything of a review that another desk needs. */
export async function packReview(
  { desk, pictureFiles }: { desk: Desk; pictureFiles: PictureFiles },
  id: ReviewId,
): Promise<PackedReview> {
  const post = reviewedPost(desk, id)
  const { pictures, bytes, leavesAs } = await picturesFor(desk, pictureFiles, [post.before, post.after])
  return {
    pictures: bytes,
    post: {
      ...post,
      before: withPictures(post.before, (mediaId) => leavesAs.get(mediaId) ?? mediaId),
      after: withPictures(post.after, (mediaId) => leavesAs.get(mediaId) ?? mediaId),
      pictures,
    },
  }
}

/** The current round with all that was said, its pictures called as they are called here. */
export function reviewedPost(desk: Desk, id: ReviewId): ReviewedPost {
  const { review, round } = desk.reviews.getReview(id)
  const { given, proposed } = desk.reviews.getTexts(id, review.round)
  const { state, request, askedBy, askedAt, publishAt, concluded } = round
  return {
    reviewId: id,
    round: {
      number: review.round,
      state,
      request,
      askedBy,
      askedAt,
      publishAt,
      concluded,
      seal: desk.seals.findSeal(id),
      categoryNames: review.categoryNames,
    },
    before: given,
    after: proposed,
    suggestions: desk.reviews.listSuggestedBy(id, review.round),
    decisions: desk.reviews.listDecisions(id, review.round),
    notes: desk.reviewTalk.listNotes(id),
    trail: desk.reviewTalk.listTrail(id),
    pictures: [],
  }
}

async function picturesFor(desk: Desk, pictureFiles: PictureFiles, texts: readonly PostWords[]) {
  const pictures: ReviewPicture[] = []
  const bytes = new Map<string, Uint8Array>()
  const leavesAs = new Map<string, string>()
  const shown = texts.flatMap(({ document }) => picturesOf(document).flatMap(({ attrs }) => attrs.mediaId ?? []))
  for (const mediaId of new Set(shown as MediaId[])) {
    if (!desk.media.findPicture(mediaId)) continue
    const { fileName } = desk.media.getPicture(mediaId)
    const read = await pictureFiles.readSent(mediaId)
    const id = read.sent.hash as MediaId
    leavesAs.set(mediaId, id)
    if (bytes.has(id)) continue
    bytes.set(id, read.bytes)
    pictures.push({ id, fileName, mimeType: read.sent.mimeType, sizeBytes: read.bytes.byteLength })
  }
  return { pictures, bytes, leavesAs }
}
