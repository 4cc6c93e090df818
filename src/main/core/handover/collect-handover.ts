import type { HandedComment, HandedDesk, HandedPost } from '../../../shared/contract/handover-input.ts'
import type { CommentId, PostId } from '../../../shared/domain/ids.ts'
import type { WaitingThing } from '../../../shared/domain/handover.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import { listComments } from '../comments/read-conversation.ts'
import { currentWords } from '../posts/post-words.ts'
import { reviewedPost } from '../review/pack-review.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedEntry } from '../store/outbox-repository.ts'
import type { ListedPost } from '../store/post-repository.ts'
import { handedBlog, houseSettingsOf } from './handed-blogs.ts'

/** Of one desk, what somebody else needs to go on with the work. No password, no key, nothing that was read. */
export interface CollectedHandover {
  desk: HandedDesk
  posts: HandedPost[]
  waiting: WaitingThing[]
  /** Of the posts, those that somebody has to go on with; the others are there for what was said of them. */
  underWay: ReadonlySet<PostId>
}

export function collectHandover(desk: Desk): CollectedHandover {
  const blogs = desk.blogs.listBlogs().filter(({ kind }) => kind !== 'archive')
  const house = houseSettingsOf(desk)
  const keys = new Set<string>(blogs.map(({ id }) => id))
  return {
    desk: {
      part: 'desk',
      blogs: blogs.map((blog) => handedBlog(desk, blog, house)),
      savedReplies: desk.savedReplies.listAll().map(({ id, blogId, name, language, text }) => ({
        id,
        blog: blogId,
        name,
        language,
        text,
      })),
      rulePacks: desk.checks.listPacks(),
      names: desk.checks
        .listNames()
        .filter(({ blogId }) => blogId === null || keys.has(blogId))
        .map(({ name, blogId }) => ({ name, blog: blogId })),
      reviews: desk.reviews
        .listReviews()
        .filter(({ review, round }) => review.postId === null && round.state === 'asked')
        .map(({ review }) => reviewedPost(desk, review.id)),
    },
    posts: blogs.flatMap((blog) => postsOf(desk, blog)),
    waiting: blogs.flatMap((blog) => waitingOf(desk, blog)),
    underWay: new Set(
      blogs.flatMap((blog) =>
        desk.posts.listPosts(blog.id).flatMap((post) => (isUnderWay(post, blog) ? [post.id] : [])),
      ),
    ),
  }
}

function postsOf(desk: Desk, blog: StoredBlog): HandedPost[] {
  // The practice blog of another desk has none of these posts, and nobody there waits for an answer.
  const comments = blog.kind === 'practice' ? new Map<PostId, HandedComment[]>() : commentsOf(desk, blog)
  const posts = desk.posts.listPosts(blog.id).filter(({ isTrashed }) => !isTrashed)
  const isWanted = (post: ListedPost): boolean =>
    isUnderWay(post, blog) || comments.has(post.id) || desk.reviews.findIdOfPost(post.id) !== null
  const handed = new Set(posts.filter(isWanted).map(({ id }) => id))
  // Whoever goes on with one language needs the others, which join the set as it is read; the practice blog's own posts are there already.
  if (blog.kind !== 'practice') for (const id of handed) for (const other of tiedTo(desk, id)) handed.add(other)
  return posts.flatMap((post) => {
    if (!handed.has(post.id)) return []
    const said = comments.get(post.id) ?? []
    const reviewId = desk.reviews.findIdOfPost(post.id)
    const pair = desk.pairs.findPair(post.id)
    const base = desk.posts.findBase(post.id, 'agreed')
    const parent = desk.pages.findParentWish(post.id)
    const isThere = base !== null && post.remoteId !== null && blog.kind !== 'practice'
    return [
      {
        part: 'post' as const,
        postId: post.id,
        blog: blog.id,
        ...(post.kind === 'page' && { kind: post.kind }),
        remote: isThere ? forAnyAccount(base.remote) : null,
        takenAt: isThere ? base.takenAt : null,
        authorName: post.authorName,
        editedAt: post.editedAt,
        words: currentWords(desk, post),
        facts: desk.postFacts.getFacts(post.id),
        ...(pair && handed.has(pair.sourceId) && { translationOf: { postId: pair.sourceId, tie: [...pair.tie] } }),
        ...(post.hasStickyWish && { isSticky: post.isSticky }),
        ...(isThere && parent && { parent }),
        comments: said,
        review: reviewId === null ? null : reviewedPost(desk, reviewId),
      },
    ]
  })
}

function tiedTo(desk: Desk, postId: PostId): PostId[] {
  const pair = desk.pairs.findPair(postId)
  return [...(pair ? [pair.sourceId] : []), ...desk.pairs.listPairsOf(postId).map(({ translationId }) => translationId)]
}

/** What the blog says of this account is nothing to whoever comes after. */
function forAnyAccount(theirs: RemotePost): RemotePost {
  const { stickyFixed: _, ...remote } = theirs
  return remote
}

/** Somebody has to go on with it: the blog has other words, none, or those of a draft of this person's. */
const isUnderWay = (post: ListedPost, { displayName, kind }: StoredBlog): boolean =>
  post.hasWorkingCopy ||
  post.hasStickyWish ||
  post.hasParentWish ||
  post.remoteId === null ||
  (kind !== 'practice' &&
    (post.remoteStatus === 'draft' || post.remoteStatus === 'pending') &&
    post.authorName === displayName)

/** Unanswered, put aside, or with an answer that was begun or waits. */
function commentsOf(desk: Desk, blog: StoredBlog): Map<PostId, HandedComment[]> {
  const replies = new Map<CommentId, string>(desk.replyDrafts.listAll().map(({ commentId, text }) => [commentId, text]))
  for (const { commentId, payload } of desk.outbox.listOpenReplies(blog.id))
    if (commentId !== null) replies.set(commentId, payload.text)
  const unanswered = new Set(
    listComments(desk, blog.id, null)
      .filter(({ isUnanswered }) => isUnanswered)
      .map(({ id }) => id),
  )
  const byPost = new Map<PostId, HandedComment[]>()
  for (const comment of desk.comments.listComments(blog.id, null)) {
    const reply = replies.get(comment.id) ?? ''
    if (!unanswered.has(comment.id) && !comment.isFlagged && reply === '') continue
    const { remoteId, parentRemoteId, authorName, authorId, contentHtml, direction, status, createdAt, link } = comment
    byPost.set(comment.postId, [
      ...(byPost.get(comment.postId) ?? []),
      {
        remoteId,
        parentRemoteId,
        authorName,
        authorId,
        contentHtml,
        direction,
        status,
        createdAt,
        link,
        isFlagged: comment.isFlagged,
        reply,
      },
    ])
  }
  return byPost
}

const waitingOf = (desk: Desk, blog: StoredBlog): WaitingThing[] =>
  desk.outbox.listOpen(blog.id).map((entry) => ({
    kind: entry.kind,
    what: entry.what,
    blogName: blog.name,
    createdAt: entry.createdAt,
    publishAt: publishAtOf(desk, entry),
  }))

function publishAtOf(desk: Desk, { id }: ListedEntry): WaitingThing['publishAt'] {
  const entry = desk.outbox.getEntry(id)
  if (entry.kind === 'publish-post' || entry.kind === 'update-post') return entry.payload.publishAt
  if (entry.kind === 'reschedule-post' && entry.payload.to.as === 'future') return entry.payload.to.publishAt
  return null
}
