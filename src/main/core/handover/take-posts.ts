import type { HandedComment, HandedPost } from '../../../shared/contract/handover-input.ts'
import { newId } from '../new-id.ts'
import { utcIso, type BlogId, type CommentId, type PostId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { takeIncoming } from '../posts/merge-incoming.ts'
import { kindOf } from '../posts/kind-of.ts'
import { keepVersion } from '../posts/keep-version.ts'
import { isSticky, saysTheSame } from '../posts/post-fields.ts'
import { summarise } from '../posts/post-summary.ts'
import { currentWords, hashWords, isSameWords } from '../posts/post-words.ts'
import type { Clock, Random } from '../ports.ts'
import { byFile, takeReview } from '../review/take-review.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { HANDOVER_VERSION } from '../../../shared/version-name.ts'

export interface TakePorts {
  desk: Desk
  clock: Clock
  random: Random
  /** When the file was made. */
  sentAt: UtcIso
  /** Words with their pictures called as here. */
  asHere: (words: PostWords) => PostWords
}

export interface TakenPost {
  id: PostId
  title: string
  became: 'new' | 'changed' | 'kept-beside' | 'known'
  newComments: number
  begunReplies: number
  isNewReview: boolean
}

/**
 * A post as another desk had it. Here it is new, or is brought up to date where nobody wrote in it since the last file; words of the blog that
 * are newer here are joined with it as a colleague's would be; and where this desk has words of its own, what came is a version in the
 * history of the post. Nothing is sent. Call inside a transaction.
 */
export function takePost(ports: TakePorts, handed: HandedPost, blogId: BlogId): TakenPost {
  const { desk } = ports
  const words = ports.asHere(handed.words)
  const here = findHere(desk, handed, blogId)
  const became = here ? takeWords(ports, here, handed, words) : addPost(ports, handed, blogId, words)
  const post = findHere(desk, handed, blogId)
  if (!post) throw new Error(`post ${handed.postId} was not taken in`)
  // Only words that stand here as they came may be replaced by those of a later file.
  if (isSameWords(currentWords(desk, post), words)) desk.handovers.putWordsHash(post.id, hashWords(words))
  if (became === 'new' || became === 'changed') takeWishes(desk, post, handed)
  const said = handed.comments.map((comment) => takeComment(ports, post, comment))
  return {
    id: post.id,
    title: words.title,
    became,
    newComments: said.filter(({ isNew }) => isNew).length,
    begunReplies: said.filter(({ hasReply }) => hasReply).length,
    isNewReview: handed.review !== null && takeReviewOf(ports, post, handed.review),
  }
}

function findHere(desk: Desk, { postId, remote }: HandedPost, blogId: BlogId): StoredPost | null {
  const byRemote = remote && desk.posts.findPostByRemoteId(blogId, remote.remoteId)
  if (byRemote) return byRemote
  const byId = desk.posts.findPost(postId)
  return byId?.blogId === blogId ? byId : null
}

function addPost({ desk, clock, random }: TakePorts, handed: HandedPost, blogId: BlogId, words: PostWords): 'new' {
  const { remote, facts, authorName, editedAt } = handed
  // The name may be taken by a post of another blog.
  const id = desk.posts.findPost(handed.postId) ? newId<PostId>(random) : handed.postId
  desk.posts.putPost({
    id,
    blogId,
    kind: remote ? kindOf(remote) : (handed.kind ?? 'post'),
    remoteId: remote?.remoteId ?? null,
    language: words.language,
    direction: words.direction,
    authorName,
    ...summarise(words),
    editedAt,
    caret: null,
    isTrashed: false,
  })
  if (remote) desk.posts.putBase(id, 'agreed', { remote, takenAt: handed.takenAt ?? utcIso(clock.now()) })
  if (!remote || !saysTheSame(desk, blogId, words, remote))
    desk.posts.putWorkingCopy(id, { ...words, wordsHash: hashWords(words) })
  if (words.shareLines.length > 0) desk.share.putLines(id, words.shareLines)
  if (facts.template !== '' || facts.reviewBy !== null || facts.byline !== null) desk.postFacts.putFacts(id, facts)
  keepVersion({ desk, clock, random }, { id }, 'received', words)
  return 'new'
}

function takeWords(ports: TakePorts, here: StoredPost, handed: HandedPost, words: PostWords): TakenPost['became'] {
  const { desk } = ports
  const mine = currentWords(desk, here)
  const hash = hashWords(words)
  if (isSameWords(mine, words) || desk.snapshots.findByHash(here.id, hash)) return 'known'
  const hasOwn = desk.posts.findWordsHash(here.id) !== null
  const base = desk.posts.findBase(here.id, 'agreed')
  const isAsItCame = desk.handovers.findWordsHash(here.id) === hashWords(mine)
  if (base && handed.remote && saysTheSame(desk, here.blogId, words, handed.remote) && !hasOwn) return 'known'
  if (base && handed.remote && !hasOwn) {
    putWords(ports, here, words)
    if (base.remote.revision === handed.remote.revision) return 'changed'
    // What the blog has by now is joined with it, or put to the person.
    desk.posts.putBase(here.id, 'agreed', { remote: handed.remote, takenAt: base.takenAt })
    takeIncoming(ports, desk.posts.getPost(here.id), base.remote)
    return 'changed'
  }
  if (isAsItCame && desk.outbox.listOpenOfPost(here.id).length === 0) {
    putWords(ports, here, words)
    return 'changed'
  }
  const version = keepVersion(ports, here, 'received', words)
  desk.snapshots.setName(version, HANDOVER_VERSION)
  return 'kept-beside'
}

function takeWishes(desk: Desk, { id }: StoredPost, { isSticky: wanted, parent }: HandedPost): void {
  const remote = desk.posts.findBase(id, 'agreed')?.remote
  if (wanted !== undefined && wanted !== isSticky(remote)) desk.sticky.putWish(id, wanted)
  if (parent && parent.parentId !== remote?.page?.parentId) desk.pages.putParentWish(id, parent)
}

/** A window that still shows what was there merges its next keys. */
function putWords(ports: TakePorts, post: StoredPost, words: PostWords): void {
  const { desk, clock } = ports
  const beforeId = keepVersion(ports, post, 'before-receive', currentWords(desk, post))
  desk.posts.putWorkingCopy(post.id, { ...words, wordsHash: hashWords(words) })
  desk.share.putLines(post.id, words.shareLines)
  const { language, direction } = words
  desk.posts.putPost({ ...post, language, direction, ...summarise(words), editedAt: utcIso(clock.now()) })
  desk.snapshots.addMerge(post.id, { beforeId, afterId: keepVersion(ports, post, 'received', words) })
}

function takeComment(
  { desk, clock, random }: TakePorts,
  post: StoredPost,
  { reply, isFlagged, ...comment }: HandedComment,
): { isNew: boolean; hasReply: boolean } {
  const known = desk.comments.findIdByRemoteId(post.blogId, comment.remoteId)
  const id = known ?? newId<CommentId>(random)
  // What the blog itself said of it here is newer.
  if (known === null) desk.comments.putComment({ id, blogId: post.blogId, postId: post.id, ...comment, isRead: false })
  if (isFlagged) desk.comments.setFlagged([id], true)
  const begun = desk.replyDrafts.getText(id)
  if (reply === '' || begun.includes(reply)) return { isNew: known === null, hasReply: false }
  const text = begun === '' ? reply : `${begun}\n\n${reply}`
  desk.replyDrafts.putDraft({ commentId: id, text }, utcIso(clock.now()))
  return { isNew: known === null, hasReply: true }
}

function takeReviewOf(ports: TakePorts, post: StoredPost, review: NonNullable<HandedPost['review']>): boolean {
  const { desk, clock } = ports
  const linked = desk.reviews.findIdOfPost(post.id)
  // Another review of the same post is already the post's.
  if (linked !== null && linked !== review.reviewId) return false
  const known = desk.reviews.findReview(review.reviewId as never)
  if (known && known.review.postId !== null && known.review.postId !== post.id) return false
  const blog = desk.blogs.getBlog(post.blogId)
  const now = utcIso(clock.now())
  const arrival = {
    ...byFile(desk, { blog: { url: blog.url, name: blog.name }, sentAt: ports.sentAt }),
    asHere: ports.asHere,
  }
  const { id, isNew } = takeReview(desk, arrival, review, now)
  if (linked === null) desk.reviews.linkPost(id, post.id)
  return isNew
}
