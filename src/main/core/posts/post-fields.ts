import { documentToMarkup } from '../../../shared/content/document-to-markup.ts'
import { unexplainedChanges } from '../../../shared/content/explain-changes.ts'
import { footnotesMeta, isSameFootnotes, type TextWithNotes } from '../../../shared/content/footnotes-meta.ts'
import { unexplainedNotes } from '../../../shared/content/explain-footnotes.ts'
import type { FindUpload } from '../../../shared/content/sent-block.ts'
import { AppError } from '../../../shared/errors.ts'
import type { BlogId, MediaId, RemoteTermId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { PostFields, RemotePost } from '../blog-api/blog-api.ts'
import { blogDirection } from '../blogs/blog-language.ts'
import { hashJson } from '../content-hash.ts'
import type { PostText } from './is-same-text.ts'
import type { Desk } from '../store/desk.ts'

/**
 * What these words become on this blog in place of `on`, and the pictures the blog does not have yet. A blog that says
 * nothing of notes gets them in the text.
 */
export function textFor(
  desk: Desk,
  blogId: BlogId,
  { title, excerpt, document }: Pick<PostWords, 'title' | 'excerpt' | 'document'>,
  on: TextWithNotes,
): PostText & { missingPictures: MediaId[] } {
  const keepsFootnotes = on.footnotes !== undefined
  const { markup, missingPictures } = documentToMarkup(document, {
    pictureFor: uploadsOf(desk, blogId),
    blogDirection: blogDirection(desk, blogId),
    keepsFootnotes,
  })
  const notes = keepsFootnotes ? { footnotes: footnotesMeta(document, on) } : {}
  return { title, content: markup, excerpt, ...notes, missingPictures }
}

const uploadsOf =
  (desk: Desk, blogId: BlogId): FindUpload =>
  (mediaId) =>
    desk.media.findUpload(blogId, mediaId)

/** The last look before a post leaves. Throws `unexplained-changes` when its text says more than its words account for. */
export function refuseUnexplained(
  desk: Desk,
  blogId: BlogId,
  { document }: Pick<PostWords, 'document'>,
  { content, footnotes }: PostText,
  on: TextWithNotes,
): void {
  const keepsFootnotes = footnotes !== undefined
  const changes = unexplainedChanges(document, content, { pictureFor: uploadsOf(desk, blogId), keepsFootnotes })
  if (keepsFootnotes) changes.push(...unexplainedNotes(document, footnotes, on))
  if (changes.length === 0) return
  const blocks = [...new Set(changes.map(({ blockName }) => blockName))]
  throw new AppError({ kind: 'unexplained-changes', blocks: blocks.slice(0, BLOCKS_NAMED) })
}

const BLOCKS_NAMED = 5

export type WantedFields = PostText &
  Required<Pick<PostFields, 'categoryIds' | 'tagIds'>> &
  Pick<PostFields, 'isSticky' | 'inLanguages' | 'parentId'>

/** Only the fields in which the words differ from what the blog has: a field nobody touched is never sent. */
export function changedFields(wanted: WantedFields, remote: RemotePost): PostFields {
  const fields: PostFields = {}
  if (wanted.title !== remote.title) fields.title = wanted.title
  if (wanted.content !== remote.content) fields.content = wanted.content
  if (wanted.excerpt !== remote.excerpt) fields.excerpt = wanted.excerpt
  if (wanted.footnotes !== undefined && !isSameFootnotes(wanted.footnotes, remote.footnotes))
    fields.footnotes = wanted.footnotes
  if (!isSameSet(wanted.categoryIds, remote.categoryIds)) fields.categoryIds = wanted.categoryIds
  if (!isSameSet(wanted.tagIds, remote.tagIds)) fields.tagIds = wanted.tagIds
  if (wanted.isSticky !== undefined && wanted.isSticky !== isSticky(remote)) fields.isSticky = wanted.isSticky
  if (wanted.inLanguages !== undefined && hashJson(wanted.inLanguages) !== hashJson(remote.inLanguages ?? null))
    fields.inLanguages = wanted.inLanguages
  if (wanted.parentId !== undefined && wanted.parentId !== remote.page?.parentId) fields.parentId = wanted.parentId
  return fields
}

export const isSticky = (remote: RemotePost | undefined): boolean => remote?.isSticky === true

const isSameSet = (a: RemoteTermId[], b: RemoteTermId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

/** True when sending these words would change nothing on the blog. */
export function saysTheSame(desk: Desk, blogId: BlogId, words: PostWords, remote: RemotePost): boolean {
  const { content, footnotes, missingPictures } = textFor(desk, blogId, words, remote)
  return (
    missingPictures.length === 0 &&
    words.title === remote.title &&
    words.excerpt === remote.excerpt &&
    content === remote.content &&
    isSameFootnotes(footnotes, remote.footnotes) &&
    isSameSet(words.categoryIds, remote.categoryIds) &&
    words.tags.toSorted().join('\n') === desk.terms.namesOf(blogId, remote.tagIds).toSorted().join('\n')
  )
}
