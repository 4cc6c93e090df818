import {
  utcIso,
  type BlogId,
  type PostId,
  type RemoteCommentId,
  type RemotePostId,
} from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { BlogApi, RemoteComment } from '../blog-api/blog-api.ts'
import { storeComment, storeCommentOf } from '../comments/store-comment.ts'
import { isOffBlogStatus } from '../posts/is-off-blog-status.ts'
import type { Desk } from '../store/desk.ts'
import { pullList, type PulledListReport } from './pull-list.ts'
import { breathe, type PullPorts } from './pull-ports.ts'
import { WALK_START, walk, type WalkPosition } from './pull-walk.ts'

/** Comments have no "changed since": a window is read again for what a moderator did meanwhile. */
const OVERLAP_MS = 2 * 24 * 3_600_000
/** At the edge of the window the blog's wall clock may repeat an hour; comments there are not judged. */
const EDGE_MS = 2 * 3_600_000
/** Some thirty milliseconds. */
const CHUNK_ROWS = 500
const GATHER_MS = 200
const THREADS_IN_ONE_QUESTION = 20

/** New comments and the window before them. Known ones of the window that are no longer shown were taken away by a moderator. */
export async function pullComments(ports: PullPorts, api: BlogApi, blogId: BlogId): Promise<PulledListReport> {
  const { desk, random } = ports
  const blog = desk.blogs.getBlog(blogId)
  const seen = new Set<RemoteCommentId>()
  const postIdOf = rememberPosts(desk, blogId)
  const report = await pullList(ports, blogId, {
    what: 'comments',
    cursor: blog.commentsCursor,
    overlapMs: OVERLAP_MS,
    chunkRows: CHUNK_ROWS,
    gatherMs: GATHER_MS,
    read: (at) =>
      api.listComments({
        ...at,
        postIds: null,
        authorId: null,
        canModerate: blog.rights.canModerateComments,
      }),
    timeOf: (comment) => comment.createdAt,
    store(remote) {
      const postId = postIdOf(remote.postRemoteId)
      if (postId !== null) storeCommentOf(desk, blog, postId, remote, random)
      if (blog.commentsCursor !== null) seen.add(remote.remoteId)
    },
  })
  const { isWhole, isResumed, after, cursor } = report
  if (isWhole && !isResumed && after !== null && cursor !== null) {
    const from = utcIso(new Date(Date.parse(after) + EDGE_MS))
    desk.transaction(() => desk.comments.hideAbsent(desk.comments.listShownBetween(blogId, from, cursor), seen))
  }
  return report
}

/** Thousands of comments stand under the same posts; no post gets another id during a pull. */
function rememberPosts(desk: Desk, blogId: BlogId): (remoteId: RemotePostId) => PostId | null {
  const known = new Map<RemotePostId, PostId | null>()
  return (remoteId) => {
    const remembered = known.get(remoteId)
    if (remembered !== undefined) return remembered
    const postId = desk.posts.findIdByRemoteId(blogId, remoteId)
    known.set(remoteId, postId)
    return postId
  }
}

/**
 * Reads the threads of these posts again, whole: what was approved, changed, taken away or deleted there comes down. A post
 * whose comments this account may not read is passed over.
 */
export async function rereadThreads(
  ports: PullPorts,
  api: BlogApi,
  blogId: BlogId,
  postIds: Iterable<PostId>,
): Promise<void> {
  const { desk } = ports
  const threads = [...new Set(postIds)].flatMap((postId) => {
    const { remoteId } = desk.posts.getPost(postId)
    const isOnBlog = remoteId !== null && !isOffBlogStatus(desk.posts.getListedPost(postId).remoteStatus)
    return isOnBlog ? [{ postId, remoteId }] : []
  })
  for (let at = 0; at < threads.length && ports.mayGoOn(); at += THREADS_IN_ONE_QUESTION) {
    try {
      await rereadTogether(ports, api, blogId, threads.slice(at, at + THREADS_IN_ONE_QUESTION))
    } catch (error) {
      if (!isAppError(error) || error.data.kind !== 'forbidden') throw error
    }
  }
}

async function rereadTogether(
  { desk, random }: PullPorts,
  api: BlogApi,
  blogId: BlogId,
  threads: { postId: PostId; remoteId: RemotePostId }[],
): Promise<void> {
  const blog = desk.blogs.getBlog(blogId)
  const known = threads.flatMap(({ postId }) => desk.comments.listShownOfPost(postId))
  const seen = new Set<RemoteCommentId>()
  const read = (at: Pick<WalkPosition, 'within' | 'isById' | 'pageNumber'>) =>
    api.listComments({
      ...at,
      after: null,
      postIds: threads.map(({ remoteId }) => remoteId),
      authorId: null,
      canModerate: blog.rights.canModerateComments,
    })
  for await (const { items } of walk<RemoteComment>(read, WALK_START, { expectsSome: known.length > 0 })) {
    desk.transaction(() => {
      for (const remote of items) {
        seen.add(remote.remoteId)
        storeComment(desk, blog, remote, random)
      }
    })
    await breathe()
  }
  desk.transaction(() => desk.comments.hideAbsent(known, seen))
}
