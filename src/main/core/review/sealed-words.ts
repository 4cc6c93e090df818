import { SEALED_PIECES } from '../../../shared/content/seal/sealed-pieces.ts'
import { sealedForm, type SealedForm, type ShownFile } from '../../../shared/content/seal/sealed-post.ts'
import type { BlogId, MediaId, RemoteMediaId, UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { sha256 } from '../content-hash.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredReview } from '../store/review-repository.ts'

/** What the desk knows beside the words: where the post is at home, and what its categories are called. */
interface Surroundings {
  /** null where the blog is none of this desk's. */
  blogId: BlogId | null
  categoryNames: Record<string, string>
}

/** The canonical form of some words, each piece by its hash: what a seal holds, and what is held against it. */
export function sealedWords(
  desk: Desk,
  { categoryIds, ...words }: PostWords,
  publishAt: UtcIso | null,
  { blogId, categoryNames }: Surroundings,
): SealedForm {
  const categories = categoryIds.map((id) => categoryNames[String(id)] ?? String(id))
  const { pieces, files } = sealedForm({ ...words, categories, publishAt }, (file) => namesOfFile(desk, blogId, file))
  const hashed = Object.fromEntries(SEALED_PIECES.map((piece) => [piece, sha256(pieces[piece])]))
  return { pieces: hashed as SealedForm['pieces'], files }
}

/** By its bytes here and as they leave, by its number on the blog, by its address: before it went up it has only the first, on the blog only the others. */
function namesOfFile(desk: Desk, blogId: BlogId | null, { mediaId, remoteId, url }: ShownFile): string[] {
  const uploaded = blogId && mediaId ? desk.media.findUpload(blogId, mediaId as MediaId) : null
  const here = blogId && remoteId ? desk.media.findPictureByUpload(blogId, remoteId as RemoteMediaId) : null
  const sent = mediaId ? desk.media.findPicture(mediaId as MediaId)?.sent?.hash : undefined
  return [
    ...new Set([
      ...[mediaId, here, sent ?? null].flatMap((id) => (id === null ? [] : [`sha256:${id}`])),
      ...[remoteId, uploaded?.remoteId].flatMap((id) => (id ? [`blog:${id}`] : [])),
      ...[url, uploaded?.url].flatMap((address) => (address ? [address] : [])),
    ]),
  ]
}

/** What the categories of a blog are called, by their numbers there. */
export const categoryNamesOf = (desk: Desk, blogId: BlogId): Record<string, string> =>
  Object.fromEntries(
    desk.terms
      .listTerms(blogId)
      .flatMap(({ taxonomy, remoteId, name }) => (taxonomy === 'category' ? [[remoteId, name]] : [])),
  )

/** Categories that were renamed since the asking are called as they are called now. */
export const surroundingsOf = (
  desk: Desk,
  { blogId, categoryNames }: Pick<StoredReview, 'blogId' | 'categoryNames'>,
): Surroundings => ({
  blogId,
  categoryNames: blogId === null ? categoryNames : { ...categoryNames, ...categoryNamesOf(desk, blogId) },
})
