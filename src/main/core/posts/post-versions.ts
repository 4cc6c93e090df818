import { documentToMarkup } from '../../../shared/content/document-to-markup.ts'
import { mapBlocks, referredFootnotes } from '../../../shared/content/document-walk.ts'
import type { BlockNode, PostDocument } from '../../../shared/content/document.ts'
import { inlineOfNote, footnotesMeta, notesBeside, readFootnotesMeta } from '../../../shared/content/footnotes-meta.ts'
import { documentOfPost } from '../../../shared/content/interchange/document-footnotes.ts'
import type { PostVersion } from '../../../shared/content/merge/post-merge.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { PostWords, WordsBeside } from '../../../shared/domain/post.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import { blogDirection } from '../blogs/blog-language.ts'
import type { Desk } from '../store/desk.ts'
import { besideOf, withLocalPictures } from './post-words.ts'

/** Of a post that the blog has never seen: what the blog alone says of one is no part of its merges. */
export const NOTHING_OF_THE_BLOG: PostVersion = {
  title: '',
  excerpt: '',
  slug: '',
  content: '',
  footnotes: '',
  categoryIds: [],
  tags: [],
  featuredMediaId: null,
  status: 'draft',
  publishAt: null,
}

/** The blog's text as the merge reads it. */
export function versionOfRemote(desk: Desk, blogId: BlogId, remote: RemotePost): PostVersion {
  return {
    title: remote.title,
    excerpt: remote.excerpt,
    slug: remote.slug,
    content: remote.content,
    footnotes: remote.footnotes ?? null,
    categoryIds: remote.categoryIds,
    tags: desk.terms.namesOf(blogId, remote.tagIds),
    featuredMediaId: remote.featuredMediaId,
    status: remote.status,
    publishAt: remote.status === 'future' ? remote.publishedAt : null,
  }
}

/**
 * The person's words as the merge reads them. What the desk does not edit — slug, status, featured picture — is as in
 * `agreed`. Categories nobody chose here are the blog's own default, not a removal.
 */
export function versionOfWords(desk: Desk, blogId: BlogId, words: PostWords, agreed: PostVersion): PostVersion {
  const { title, excerpt, categoryIds, tags } = words
  return {
    ...agreed,
    title,
    excerpt,
    content: wholeMarkup(desk, blogId, words.document, agreed.footnotes !== null),
    footnotes:
      agreed.footnotes === null
        ? null
        : footnotesMeta(words.document, { content: agreed.content, footnotes: agreed.footnotes }),
    categoryIds: categoryIds.length > 0 ? categoryIds : agreed.categoryIds,
    tags,
  }
}

/** The way back from a merge to words for the desk. */
export function wordsOfVersion(
  desk: Desk,
  blogId: BlogId,
  { title, excerpt, content, footnotes, categoryIds, tags }: PostVersion,
  beside: WordsBeside,
): PostWords {
  const document = withPlaceForNotes(fromWholeMarkup(desk, blogId, content, footnotes ?? undefined), footnotes)
  return { title, document, excerpt, categoryIds, tags, ...besideOf(beside) }
}

/** Where one side took the place of the notes away and the other wrote one, it comes back. */
function withPlaceForNotes(document: PostDocument, footnotes: string | null): PostDocument {
  const notes = readFootnotesMeta(footnotes ?? '')
  const referred = new Set(referredFootnotes(document.content))
  if (notesBeside(document) || !notes.some(({ id }) => referred.has(id))) return document
  const content = notes.map(({ id, html }) => ({
    type: 'footnote' as const,
    attrs: { id },
    content: inlineOfNote(html),
  }))
  return {
    ...document,
    content: [...document.content, { type: 'footnotes', attrs: { meta: footnotes, source: null }, content }],
  }
}

/**
 * The markup of all of it, with names for the pictures that the blog does not have yet; fromWholeMarkup knows them again.
 * Notes are left out, but for their place, where the blog keeps them beside the text.
 */
export function wholeMarkup(desk: Desk, blogId: BlogId, document: PostDocument, keepsFootnotes: boolean): string {
  return documentToMarkup(document, {
    pictureFor: (mediaId) =>
      desk.media.findUpload(blogId, mediaId) ?? { remoteId: NOT_YET, url: `${LOCAL_PICTURE}${mediaId}` },
    blogDirection: blogDirection(desk, blogId),
    keepsFootnotes,
  }).markup
}

/** Whether a picture of this laptop stands where nobody would look for its file: its block was taken apart. */
export const hidesLocalPicture = (document: PostDocument): boolean => JSON.stringify(document).includes(LOCAL_PICTURE)

export const fromWholeMarkup = (desk: Desk, blogId: BlogId, markup: string, footnotes?: string): PostDocument =>
  withLocalPictures(
    desk,
    blogId,
    withoutPlaceholders(documentOfPost({ content: markup, ...(footnotes === undefined ? {} : { footnotes }) })),
  )

/** A picture that is only on this laptop has no address yet; for the time of a merge it gets one that says which it is. */
const LOCAL_PICTURE = 'attache-picture:'
/** Above any id of a blog, and short enough that its block is still read: sixteen digits are kept as they are (kept-parts.ts). */
const NOT_YET = 999_999_999_999_999

function withoutTrackPlaceholders(node: BlockNode): BlockNode {
  if (node.type !== 'video' || !node.attrs.tracks.some(({ src }) => src.startsWith(LOCAL_PICTURE))) return node
  const tracks = node.attrs.tracks.map((track) =>
    track.src.startsWith(LOCAL_PICTURE) ? { ...track, mediaId: track.src.slice(LOCAL_PICTURE.length), src: '' } : track,
  )
  return { ...node, attrs: { ...node.attrs, tracks, source: null } }
}

function withoutPlaceholders(document: PostDocument): PostDocument {
  return mapBlocks(document, (given) => {
    const node = withoutTrackPlaceholders(given)
    const url = 'url' in node.attrs ? node.attrs.url : null
    if (!('mediaId' in node.attrs) || !url?.startsWith(LOCAL_PICTURE)) return node
    const mediaId = url.slice(LOCAL_PICTURE.length)
    return { ...node, attrs: { ...node.attrs, mediaId, remoteId: null, url: null, source: null } } as BlockNode
  })
}
