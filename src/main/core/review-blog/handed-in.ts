import { mayPublish } from '../../../shared/domain/blog.ts'
import type { BlogId, PostId, RemotePostId, ReviewId } from '../../../shared/domain/ids.ts'
import type { PostWords, RemotePostStatus } from '../../../shared/domain/post.ts'
import type { HandedIn } from '../../../shared/domain/review.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import { idFor } from '../new-id.ts'
import { isLiveStatus } from '../posts/is-live-status.ts'
import { besideOf, besideOfPost, wordsOfRemote } from '../posts/post-words.ts'
import { isAsked } from '../review/is-asked.ts'
import { categoryNamesOf } from '../review/sealed-words.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { ReviewLine } from '../store/review-line-repository.ts'
import type { StoredPost } from '../store/post-repository.ts'
import type { ListedReview, RoundTexts, StoredReview, StoredRound } from '../store/review-repository.ts'
import { t } from '../../../shared/words/t.ts'

/** The review of a post that waits on the blog is the same one on whichever desk it begins. */
export const reviewIdOnBlog = (blog: Pick<StoredBlog, 'url'>, remoteId: RemotePostId): ReviewId =>
  idFor<ReviewId>(`attache handed in\n${blog.url}\n${remoteId}`)

/** A post that somebody handed in on the blog without writing what to look at, and of which nobody at this desk said anything yet. */
export interface WaitingPost {
  postId: PostId
  blogId: BlogId
  mayPublish: boolean
  listed: ListedReview
  texts: RoundTexts
}

/**
 * Posts of others that wait on a blog for whoever may edit them, and beside which no review stands. Nothing of it is stored: a post
 * that waits no more, or whose author asks after all, is none of them; and the text is the blog's of now.
 */
export function listWaiting(desk: Desk): WaitingPost[] {
  return desk.blogs
    .listBlogs()
    .filter(({ rights }) => rights.canEditOthersPosts)
    .flatMap((blog) =>
      desk.posts
        .listOnBlog(blog.id)
        .filter(({ remoteStatus, isOnlyToRead }) => remoteStatus === 'pending' && !isOnlyToRead)
        .flatMap(({ id }) => waitingPost(desk, blog, id) ?? []),
    )
}

export const findWaiting = (desk: Desk, reviewId: ReviewId): WaitingPost | null =>
  listWaiting(desk).find(({ listed }) => listed.review.id === reviewId) ?? null

function waitingPost(desk: Desk, blog: StoredBlog, postId: PostId): WaitingPost | null {
  const remote = desk.posts.findBase(postId, 'agreed')?.remote
  if (!remote || remote.authorId === blog.remoteUserId) return null
  const id = reviewIdOnBlog(blog, remote.remoteId)
  if (desk.reviewLines.findLineOfPost(postId) || desk.reviews.findIdOfPost(postId) || desk.reviews.findReview(id))
    return null
  const post = desk.posts.getPost(postId)
  const { language, direction } = post
  const given: PostWords = { ...wordsOfRemote(desk, blog.id, remote), ...besideOfPost(desk, post) }
  const review: StoredReview = {
    id,
    postId: null,
    blogId: null,
    blog: { url: blog.url, name: blog.name },
    round: 1,
    categoryNames: categoryNamesOf(desk, blog.id),
    changedAt: remote.modifiedAt,
  }
  const round = handedInRound(post, remote)
  const listed = { review, round, title: given.title, language, direction, noteCount: 0, seenAt: review.changedAt }
  const texts = { given, proposed: given }
  return { postId, blogId: blog.id, mayPublish: mayPublish(blog.rights, post.kind), listed, texts }
}

const handedInRound = ({ authorName }: StoredPost, { modifiedAt }: RemotePost): StoredRound => ({
  state: 'asked',
  request: { of: '', by: null, lookAt: '' },
  askedBy: authorName.trim() === '' ? t('The author', {}, 'of a post that names nobody') : authorName.slice(0, 200),
  askedAt: modifiedAt,
  publishAt: null,
  suggestionCount: 0,
  openCount: 0,
  concluded: null,
})

/**
 * The review that somebody means: one that they opened while its post only waited is no more once its author asked after all, and what the author
 * asked stands in its place. Of what is unknown, the same.
 */
export function reviewInPlaceOf(desk: Desk, reviewId: ReviewId): ReviewId {
  if (desk.reviews.findReview(reviewId)) return reviewId
  const post = desk.blogs
    .listBlogs()
    .flatMap((blog) =>
      desk.posts.listOnBlog(blog.id).map(({ id, remoteId }) => ({ id, waitingId: reviewIdOnBlog(blog, remoteId) })),
    )
    .find(({ waitingId }) => waitingId === reviewId)
  if (!post) return reviewId
  return desk.reviewLines.findLineOfPost(post.id)?.reviewId ?? desk.reviews.findIdOfPost(post.id) ?? reviewId
}

/** Somebody is about to say something of it: from now on it is a review of this desk. Nothing leaves by it. Call inside a transaction. */
export function beginWaiting(desk: Desk, reviewId: ReviewId): void {
  if (desk.reviews.findReview(reviewId)) return
  const waiting = findWaiting(desk, reviewId)
  if (!waiting) return
  const { listed, texts, blogId, postId } = waiting
  desk.reviews.putReview(listed.review)
  desk.reviews.putRound(reviewId, 1, listed.round, texts)
  desk.reviewLines.addLine({ reviewId, blogId, postId })
}

/** How a review that nobody asked for stands on the blog; null for one that somebody asked for. */
export function handedInOf(desk: Desk, { review, round }: ListedReview): HandedIn | null {
  if (isAsked(desk, review.id, round)) return null
  const line = round.state === 'asked' ? desk.reviewLines.findLine(review.id) : null
  return { left: line === null ? null : whyLeft(desk.posts.findBase(line.postId, 'agreed')?.remote.status) }
}

function whyLeft(status: RemotePostStatus | undefined): HandedIn['left'] {
  if (status === undefined || status === 'pending') return null
  if (isLiveStatus(status)) return 'published'
  return status === 'draft' ? 'draft-again' : 'gone'
}

/** What the blog has by now, for as long as the post waits there; with what the blog has no place for as in the given text. */
export function textOnBlog(
  desk: Desk,
  { blogId, postId }: Pick<ReviewLine, 'blogId' | 'postId'>,
  given: PostWords,
): { words: PostWords; round: StoredRound } | null {
  const remote = desk.posts.findBase(postId, 'agreed')?.remote
  if (remote?.status !== 'pending') return null
  const words: PostWords = { ...wordsOfRemote(desk, blogId, remote), ...besideOf(given) }
  return { words, round: handedInRound(desk.posts.getPost(postId), remote) }
}
