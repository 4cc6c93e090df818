import { documentToMarkup } from '../../../shared/content/document-to-markup.ts'
import { unexplainedChanges } from '../../../shared/content/explain-changes.ts'
import type { FindUpload } from '../../../shared/content/sent-block.ts'
import { AppError } from '../../../shared/errors.ts'
import type { BlogId, MediaId, RemoteTermId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { PostFields, RemotePost } from '../blog-api/blog-api.ts'
import { blogDirection } from '../blogs/blog-language.ts'
import type { Desk } from '../store/desk.ts'

/** The block markup these words become on this blog, and the pictures the blog does not have yet. */
export function markupFor(
  desk: Desk,
  blogId: BlogId,
  words: Pick<PostWords, 'document'>,
): { markup: string; missingPictures: MediaId[] } {
  return documentToMarkup(words.document, {
    pictureFor: uploadsOf(desk, blogId),
    blogDirection: blogDirection(desk, blogId),
  })
}

const uploadsOf =
  (desk: Desk, blogId: BlogId): FindUpload =>
  (mediaId) =>
    desk.media.findUpload(blogId, mediaId)

/** The last look before a post leaves. Throws `unexplained-changes` when its markup says more than its words account for. */
export function refuseUnexplained(
  desk: Desk,
  blogId: BlogId,
  { document }: Pick<PostWords, 'document'>,
  markup: string,
): void {
  const changes = unexplainedChanges(document, markup, { pictureFor: uploadsOf(desk, blogId) })
  if (changes.length === 0) return
  const blocks = [...new Set(changes.map(({ blockName }) => blockName))]
  throw new AppError({ kind: 'unexplained-changes', blocks: blocks.slice(0, BLOCKS_NAMED) })
}

const BLOCKS_NAMED = 5

/** Only the fields in which the words differ from what the blog has: a field nobody touched is never sent. */
export function changedFields(
  wanted: Required<Pick<PostFields, 'title' | 'content' | 'excerpt' | 'categoryIds' | 'tagIds'>>,
  remote: RemotePost,
): PostFields {
  const fields: PostFields = {}
  if (wanted.title !== remote.title) fields.title = wanted.title
  if (wanted.content !== remote.content) fields.content = wanted.content
  if (wanted.excerpt !== remote.excerpt) fields.excerpt = wanted.excerpt
  if (!isSameSet(wanted.categoryIds, remote.categoryIds)) fields.categoryIds = wanted.categoryIds
  if (!isSameSet(wanted.tagIds, remote.tagIds)) fields.tagIds = wanted.tagIds
  return fields
}

const isSameSet = (a: RemoteTermId[], b: RemoteTermId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

/** True when sending these words would change nothing on the blog. */
export function saysTheSame(desk: Desk, blogId: BlogId, words: PostWords, remote: RemotePost): boolean {
  const { markup, missingPictures } = markupFor(desk, blogId, words)
  return (
    missingPictures.length === 0 &&
    words.title === remote.title &&
    words.excerpt === remote.excerpt &&
    markup === remote.content &&
    isSameSet(words.categoryIds, remote.categoryIds) &&
    words.tags.toSorted().join('\n') === desk.terms.namesOf(blogId, remote.tagIds).toSorted().join('\n')
  )
}
