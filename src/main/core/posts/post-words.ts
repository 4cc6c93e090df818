import { documentOfPost } from '../../../shared/content/interchange/document-footnotes.ts'
import { mapBlocks } from '../../../shared/content/document-walk.ts'
import type { PostDocument } from '../../../shared/content/document.ts'
import type { BlogId, RemoteMediaId } from '../../../shared/domain/ids.ts'
import type { PostWords, WordsBeside } from '../../../shared/domain/post.ts'
import { areSameLines } from '../../../shared/share/merge-share-lines.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import { hashJson } from '../content-hash.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost, WorkingCopy } from '../store/post-repository.ts'

/** The words as the person sees them now: the working copy, else what the blog has. */
export function currentWords(desk: Desk, post: StoredPost): PostWords {
  const beside = besideOfPost(desk, post)
  const copy = desk.posts.findWorkingCopy(post.id)
  if (copy) return { ...wordsOfCopy(copy), ...beside }
  const base = desk.posts.findBase(post.id, 'agreed')
  if (!base) throw new Error(`post ${post.id} has neither a working copy nor a base`)
  return { ...wordsOfRemote(desk, post.blogId, base.remote), ...beside }
}

/** What the desk alone knows of the words of a post. */
export const besideOfPost = (desk: Desk, { id, language, direction }: StoredPost): WordsBeside => ({
  language,
  direction,
  shareLines: desk.share.listLines(id),
})

export const besideOf = ({ language, direction, shareLines }: WordsBeside): WordsBeside => ({
  language,
  direction,
  shareLines,
})

const wordsOfCopy = ({ title, document, excerpt, categoryIds, tags }: WorkingCopy) => ({
  title,
  document,
  excerpt,
  categoryIds,
  tags,
})

type WordsForBlog = Omit<PostWords, keyof WordsBeside>

/** The blog's text opened for editing. Pictures that went up from this laptop are shown from this laptop. */
export function wordsOfRemote(desk: Desk, blogId: BlogId, remote: RemotePost): WordsForBlog {
  return {
    title: remote.title,
    document: withLocalPictures(desk, blogId, documentOfPost(remote)),
    excerpt: remote.excerpt,
    categoryIds: remote.categoryIds,
    tags: desk.terms.namesOf(blogId, remote.tagIds),
  }
}

/** Pictures that went up from this laptop, by the copy of them that is here. */
export function withLocalPictures(desk: Desk, blogId: BlogId, document: PostDocument): PostDocument {
  return mapBlocks(document, (node) => {
    if (node.type !== 'picture' || node.attrs.remoteId === null) return node
    const mediaId = desk.media.findPictureByUpload(blogId, node.attrs.remoteId as RemoteMediaId)
    return mediaId === null ? node : { ...node, attrs: { ...node.attrs, mediaId } }
  })
}

/** The same for the same words, whatever order their fields were built in. Of what is for the blog: what stands beside it is no part of it. */
export function hashWords({ title, document, excerpt, categoryIds, tags }: WordsForBlog): string {
  return hashJson({ title, document, excerpt, categoryIds: categoryIds.toSorted((a, b) => a - b), tags })
}

/** In everything that a person can change. */
export const isSameWords = (one: PostWords, other: PostWords): boolean =>
  one.language === other.language &&
  one.direction === other.direction &&
  areSameLines(one.shareLines, other.shareLines) &&
  hashWords(one) === hashWords(other)
