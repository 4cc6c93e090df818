import { documentToMarkup } from '../../../shared/content/document-to-markup.ts'
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
    pictureFor: (mediaId) => desk.media.findUpload(blogId, mediaId),
    blogDirection: blogDirection(desk, blogId),
  })
}

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
