import type { BlogId, PostId, RemotePostId, ReviewId } from '../../../shared/domain/ids.ts'
import { isAppError, type AppErrorKind } from '../../../shared/errors.ts'
import type { BlogApi, PostsApi } from '../blog-api/blog-api.ts'
import type { RemoteNote, RemoteProposal } from '../blog-api/review-calls.ts'
import { sha256 } from '../content-hash.ts'
import { isLiveStatus } from '../posts/is-live-status.ts'
import { isOffBlogStatus } from '../posts/is-off-blog-status.ts'
import type { Log, Random } from '../ports.ts'
import { followHandedIn } from '../review-blog/follow-handed-in.ts'
import { readLetter } from '../review-blog/review-letter.ts'
import { putLetterAgain } from '../review-blog/put-again.ts'
import { readNotes } from '../review-blog/notes-on-blog.ts'
import { takeLetter } from '../review-blog/take-letter.ts'
import { takeNotes, type NumberClaim } from '../review-blog/take-notes.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { PostOnBlog } from '../store/post-repository.ts'
import type { ReviewLine } from '../store/review-line-repository.ts'
import { breathe, type PullPorts } from './pull-ports.ts'

/** Of posts that readers see, when somebody looks for reviews: those that changed last. */
const MOST_PUBLIC = 100
/** One question each: a blog with hundreds of posts that wait is looked at in turn, a round at a time. */
const MOST_POSTS = 25

export interface ReviewPullPorts extends Pick<PullPorts, 'desk' | 'clock' | 'random' | 'mayGoOn'> {
  /** Somebody looks for reviews: new words for a public post may wait beside it, and nothing of the post says so. */
  looksForReviews: boolean
  log: Log
  onReviewChanged: (reviewId: ReviewId, postId: PostId | null) => void
  /** Something waits to be sent again: after this the pull is not to go on. */
  onPutAgain: (postId: PostId) => void
}

/**
 * What others put beside posts that wait for a review, or whose review goes through this blog. It stands in no list of changes: a
 * post says nothing of what lies beside it. Returns false when it was stopped on the way.
 */
export async function pullReviews(ports: ReviewPullPorts, api: BlogApi, blogId: BlogId): Promise<boolean> {
  const { desk, random, mayGoOn, looksForReviews } = ports
  const blog = desk.blogs.getBlog(blogId)
  const looked = [...someOf(carriers(desk, blog), random), ...(looksForReviews ? otherPosts(desk, blog) : [])]
  const claims = new Map<PostId, NumberClaim[]>()
  let isFailing = false
  for (const { id: postId, kind, remoteId } of looked) {
    if (!mayGoOn()) return false
    const proposals = await proposalsOf(api.ofKind(kind), remoteId, { isFailing })
    isFailing = proposals === 'failed'
    if (typeof proposals === 'string') continue
    claims.set(postId, proposals.flatMap(claimsOf))
    const author = desk.posts.findBase(postId, 'agreed')?.remote.authorId
    // What was asked first: an answer to it is told from it.
    const asked = proposals.filter(({ authorId }) => authorId === author)
    const answered = proposals.filter(({ authorId }) => authorId !== author)
    for (const proposal of [...asked, ...answered]) orLeave(ports, () => take(ports, blog, postId, proposal))
    orLeave(ports, () => follow(ports, postId))
    if (orLeave(ports, () => desk.transaction(() => putLetterAgain(ports, blog, postId, proposals))))
      ports.onPutAgain(postId)
    await breathe()
  }
  await pullNotes(ports, api, blog, claims)
  return true
}

/** WordPress takes so many ids in one question. */
const POSTS_AT_ONCE = 100

/**
 * What people wrote in the blog's own editor about posts whose review goes through it; only where this round read what lies beside
 * the post: without it notes that a letter brought already would be taken for others.
 */
async function pullNotes(
  ports: ReviewPullPorts,
  api: BlogApi,
  blog: StoredBlog,
  claims: ReadonlyMap<PostId, NumberClaim[]>,
): Promise<void> {
  const { desk, clock, onReviewChanged } = ports
  const carried = openLines(desk, blog.id).flatMap(({ reviewId, postId }) => {
    const { remoteId } = desk.posts.getPost(postId)
    return remoteId === null || !claims.has(postId) ? [] : [{ reviewId, postId, remoteId }]
  })
  if (carried.length === 0 || !(await api.hasNotes())) return
  for (let at = 0; at < carried.length; at += POSTS_AT_ONCE) {
    const some = carried.slice(at, at + POSTS_AT_ONCE)
    const asked = some.map(({ remoteId }) => remoteId)
    const notes = Map.groupBy(await notesOf(api, asked), ({ postRemoteId }) => postRemoteId)
    for (const { remoteId, ...of } of some) {
      const ofPost = notes.get(remoteId) ?? []
      if (ofPost.length === 0) continue
      const claimed = claims.get(of.postId) ?? []
      const isNews = orLeave(ports, () => desk.transaction(() => takeNotes({ desk, clock }, blog, of, ofPost, claimed)))
      if (isNews) onReviewChanged(of.reviewId, desk.reviews.getReview(of.reviewId).review.postId)
    }
    await breathe()
  }
}

function carriers(desk: Desk, { id: blogId }: StoredBlog): PostOnBlog[] {
  const known = new Set(openLines(desk, blogId).map(({ postId }) => postId))
  return desk.posts.listOnBlog(blogId).filter(({ id, remoteStatus, isOnlyToRead }) => {
    if (isOnlyToRead || isOffBlogStatus(remoteStatus ?? undefined)) return false
    return known.has(id) || remoteStatus === 'pending'
  })
}

/** Posts that readers see and beside which a review may stand that this desk does not know of, the last changed first. */
function otherPosts(desk: Desk, { id: blogId, remoteUserId, rights }: StoredBlog): PostOnBlog[] {
  const known = new Set(openLines(desk, blogId).map(({ postId }) => postId))
  return desk.posts
    .listOnBlog(blogId)
    .filter(({ id, isOnlyToRead, remoteStatus, authorId }) => {
      if (isOnlyToRead || known.has(id) || remoteStatus === null || !isLiveStatus(remoteStatus)) return false
      return authorId === remoteUserId || rights.canEditOthersPosts
    })
    .toSorted((one, other) => (one.editedAt < other.editedAt ? 1 : -1))
    .slice(0, MOST_PUBLIC)
}

/** Those of which something may still come: an answer, or more for a post that waits on the blog. */
const openLines = (desk: Desk, blogId: BlogId): ReviewLine[] =>
  desk.reviewLines.listLines(blogId).filter(({ reviewId, postId }) => {
    const status = desk.posts.findBase(postId, 'agreed')?.remote.status
    if (status === undefined || isOffBlogStatus(status)) return false
    return status === 'pending' || desk.reviews.getReview(reviewId).round.state === 'asked'
  })

/** From a place of chance on: so each has its turn. */
function someOf(all: readonly PostOnBlog[], random: Random): PostOnBlog[] {
  if (all.length <= MOST_POSTS) return [...all]
  const from = Math.floor(random.fraction() * all.length)
  return [...all.slice(from), ...all.slice(0, from)].slice(0, MOST_POSTS)
}

/**
 * `gone` where the post went meanwhile, or is no longer this account's to edit. `failed` where the blog fails over this one post; over
 * two in a row it is the blog that fails, and this throws.
 */
async function proposalsOf(
  api: PostsApi,
  remoteId: RemotePostId,
  { isFailing }: { isFailing: boolean },
): Promise<RemoteProposal[] | 'gone' | 'failed'> {
  try {
    return await api.listProposals(remoteId)
  } catch (error) {
    if (isOneOf(error, NOT_OURS)) return 'gone'
    if (isOneOf(error, FAILED) && !isFailing) return 'failed'
    throw error
  }
}

/** The blog answers for all of them or for none: where one is not to be read, each is asked for alone. */
async function notesOf(api: BlogApi, ids: readonly RemotePostId[]): Promise<RemoteNote[]> {
  try {
    return await readNotes(api, ids)
  } catch (error) {
    if (!isOneOf(error, NOT_OURS)) throw error
  }
  const each: RemoteNote[] = []
  if (ids.length > 1) for (const id of ids) each.push(...(await notesOf(api, [id])))
  return each
}

const NOT_OURS: AppErrorKind[] = ['forbidden', 'not-found', 'gone']
const FAILED: AppErrorKind[] = ['unavailable', 'rejected', 'not-the-blog']
const isOneOf = (error: unknown, kinds: readonly AppErrorKind[]): boolean =>
  isAppError(error) && kinds.includes(error.data.kind)

/** What somebody wrote beside one post does not stop the rest: nothing of it was taken then. */
function orLeave<Result>({ log }: ReviewPullPorts, work: () => Result): Result | null {
  try {
    return work()
  } catch (error) {
    log.warn('review-not-taken', { name: error instanceof Error ? error.name : 'unknown' })
    return null
  }
}

function claimsOf({ authorId, content }: RemoteProposal): NumberClaim[] {
  const read = readLetter(content)
  if (read.state !== 'read') return []
  const { numbers, toldIn } = read.letter
  return [
    ...numbers.map((number) => ({ author: authorId, ...number })),
    ...toldIn.map((remoteId) => ({ author: authorId, remoteId, noteId: null })),
  ]
}

function follow({ desk, clock, onReviewChanged }: ReviewPullPorts, postId: PostId): void {
  const line = desk.reviewLines.findLineOfPost(postId)
  if (line && desk.transaction(() => followHandedIn({ desk, clock }, line))) onReviewChanged(line.reviewId, null)
}

function take(
  { desk, clock, onReviewChanged }: ReviewPullPorts,
  blog: StoredBlog,
  postId: PostId,
  { authorId, content }: RemoteProposal,
): void {
  const read = readLetter(content)
  if (read.state !== 'read') return
  const { letter, text } = read
  const of = { postId, author: authorId, textHash: sha256(text) }
  const reviewId = desk.transaction(() => takeLetter({ desk, clock }, blog, of, letter))
  if (reviewId) onReviewChanged(reviewId, desk.reviews.getReview(reviewId).review.postId)
}
