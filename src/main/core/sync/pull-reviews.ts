import type { BlogId, PostId, RemotePostId, ReviewId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import type { RemoteProposal } from '../blog-api/review-calls.ts'
import { isOffBlogStatus } from '../posts/is-off-blog-status.ts'
import type { Random } from '../ports.ts'
import { readLetter } from '../review-blog/review-letter.ts'
import { takeLetter } from '../review-blog/take-letter.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { PostOnBlog } from '../store/post-repository.ts'
import { breathe, type PullPorts } from './pull-ports.ts'

/** One question each: a blog with hundreds of posts that wait is looked at in turn, a round at a time. */
const MOST_POSTS = 25

export interface ReviewPullPorts extends Pick<PullPorts, 'desk' | 'clock' | 'random' | 'mayGoOn'> {
  onReviewChanged: (reviewId: ReviewId, postId: PostId | null) => void
}

/**
 * What others put beside posts that wait for a review, or whose review goes through this blog. It stands in no list of changes: a
 * post says nothing of what lies beside it. Returns false when it was stopped on the way.
 */
export async function pullReviews(ports: ReviewPullPorts, api: BlogApi, blogId: BlogId): Promise<boolean> {
  const { desk, random, mayGoOn } = ports
  const blog = desk.blogs.getBlog(blogId)
  for (const { id: postId, remoteId } of someOf(carriers(desk, blog), random)) {
    if (!mayGoOn()) return false
    for (const proposal of await proposalsOf(api, remoteId)) take(ports, blog, postId, proposal)
    await breathe()
  }
  return true
}

function carriers(desk: Desk, { id: blogId, remoteUserId }: StoredBlog): PostOnBlog[] {
  const known = new Set(desk.reviewLines.listLines(blogId).map(({ postId }) => postId))
  return desk.posts.listOnBlog(blogId).filter(({ id, remoteStatus, isOnlyToRead }) => {
    if (isOnlyToRead || isOffBlogStatus(remoteStatus ?? undefined)) return false
    const isOfOther = () => desk.posts.findBase(id, 'agreed')?.remote.authorId !== remoteUserId
    return known.has(id) || (remoteStatus === 'pending' && isOfOther())
  })
}

/** From a place of chance on: so each has its turn. */
function someOf(all: readonly PostOnBlog[], random: Random): PostOnBlog[] {
  if (all.length <= MOST_POSTS) return [...all]
  const from = Math.floor(random.fraction() * all.length)
  return [...all.slice(from), ...all.slice(0, from)].slice(0, MOST_POSTS)
}

/** Nothing where the post went meanwhile, or is no longer this account's to edit. */
async function proposalsOf(api: BlogApi, remoteId: RemotePostId): Promise<RemoteProposal[]> {
  try {
    return await api.listProposals(remoteId)
  } catch (error) {
    const isPassing = isAppError(error) && ['forbidden', 'not-found', 'gone'].includes(error.data.kind)
    if (isPassing) return []
    throw error
  }
}

function take(
  { desk, clock, onReviewChanged }: ReviewPullPorts,
  blog: StoredBlog,
  postId: PostId,
  { authorId, content }: RemoteProposal,
): void {
  const read = readLetter(content)
  if (read.state !== 'read') return
  const { letter } = read
  const reviewId = desk.transaction(() => takeLetter({ desk, clock }, blog, { postId, author: authorId }, letter))
  if (reviewId) onReviewChanged(reviewId, desk.reviews.getReview(reviewId).review.postId)
}
