import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import type { PostKind } from '../../../shared/domain/post.ts'
import { isAppError, type AppErrorKind } from '../../../shared/errors.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import type { Desk } from '../store/desk.ts'
import { learnBlogLanguage } from './learn-blog-language.ts'
import { learnOfferedLanguages } from './learn-offered-languages.ts'
import { learnWriters } from './learn-writers.ts'
import { pullComments, rereadThreads } from './pull-comments.ts'
import type { PullPorts } from './pull-ports.ts'
import { pullPictureNames } from './pull-picture-names.ts'
import { pullPosts } from './pull-posts.ts'
import { pullPublished } from './pull-published.ts'
import { pullReviews, type ReviewPullPorts } from './pull-reviews.ts'
import { pullTerms } from './pull-terms.ts'
import { reconcilePosts } from './pull-vanished.ts'

/** More changed posts than this are an import; their threads are read when one of them changes next. */
const MOST_THREADS = 200

/**
 * Brings down what changed since the last pull: terms, posts and pages, reviews, comments, the threads of posts that changed or wait for
 * a reply of ours, and once an hour (or when asked) what has gone. Returns whether it is whole; if not, it was stopped by `mayGoOn`
 * and goes on from there.
 */
export async function pull(
  ports: PullPorts & ReviewPullPorts,
  api: BlogApi,
  blogId: BlogId,
  { isAsked }: { isAsked: boolean },
): Promise<boolean> {
  const { desk, mayGoOn } = ports
  const isFirst = isUnread(desk, blogId)
  await learnFirst(ports, api, blogId)
  const changed = new Set<PostId>()
  const kinds = await pullKinds(ports, api, blogId, changed)
  const isWhole =
    kinds !== 'stopped' && (await pullReviews(ports, api, blogId)) && (await pullCommentsOfPosts(ports, api, blogId))
  if (!isWhole) return false

  // What the first reading missed, because something on the way answered wrongly, the comparison in the next round finds.
  if (!isFirst || desk.pulls.reconciledAt(blogId) !== null) {
    const threads = [...waitingForReply(desk, blogId), ...(isFirst ? [] : changed)]
    if (threads.length <= MOST_THREADS) await rereadThreads(ports, api, blogId, threads)
    if (mayGoOn()) await rereadThreads(ports, api, blogId, await reconcilePosts(ports, api, blogId, { isAsked, kinds }))
    await pullPictureNames(ports, api, blogId)
  }
  return true
}

/** What stands before the first post, asked for at once: none of it needs another's answer. Nothing of it is under way any more when this ends. */
async function learnFirst(ports: PullPorts, api: BlogApi, blogId: BlogId): Promise<void> {
  const terms = pullTerms(ports, api, blogId)
  const asked = await Promise.allSettled([
    terms,
    learnBlogLanguage(ports, api, blogId, terms),
    learnOfferedLanguages(ports, api, blogId, terms),
  ])
  for (const each of asked) if (each.status === 'rejected') throw each.reason
}

/** Posts, and pages where the account may edit them. Returns which of the two could be read. */
async function pullKinds(
  ports: PullPorts,
  api: BlogApi,
  blogId: BlogId,
  changed: Set<PostId>,
): Promise<PostKind[] | 'stopped'> {
  const { rights } = ports.desk.blogs.getBlog(blogId)
  const kinds: PostKind[] = []
  for (const kind of rights.canEditPages ? (['post', 'page'] as const) : (['post'] as const)) {
    try {
      const isWhole = await untilWhole(async () => {
        const report = await pullPosts(ports, api, blogId, kind)
        for (const postId of report.changed) changed.add(postId)
        return report
      })
      if (!isWhole || !(await pullPublished(ports, api, blogId, kind, changed))) return 'stopped'
      kinds.push(kind)
    } catch (error) {
      // A site may close the way to its pages and still say that this account edits them: its posts come down all the same.
      if (kind === 'post' || !isAppError(error) || !CLOSED.has(error.data.kind)) throw error
    }
  }
  return kinds
}

const CLOSED: ReadonlySet<AppErrorKind> = new Set(['forbidden', 'not-found', 'rejected'])

/** Without a post no comment has its place, and a list that counts as read would not be read again for them. */
async function pullCommentsOfPosts(ports: PullPorts, api: BlogApi, blogId: BlogId): Promise<boolean> {
  if (isUnread(ports.desk, blogId)) return true
  await learnWriters(ports, api, blogId)
  return untilWhole(() => pullComments(ports, api, blogId))
}

/** A contributor may have no post to edit, so that the cursor never moves, and yet posts to read. */
function isUnread(desk: Desk, blogId: BlogId): boolean {
  const { postsCursor, pagesCursor, rights } = desk.blogs.getBlog(blogId)
  // Pages come after the posts: once they have, a blog without a cursor for posts has none.
  if (postsCursor !== null || pagesCursor !== null) return false
  return (
    rights.canPublish || desk.pulls.findPosition(blogId, 'posts') !== null || desk.posts.listOnBlog(blogId).length === 0
  )
}

/** A reading that went on from an earlier place says nothing of what came to the top since: another follows. */
async function untilWhole(read: () => Promise<{ isWhole: boolean; isResumed: boolean }>): Promise<boolean> {
  const first = await read()
  return first.isWhole && (!first.isResumed || (await read()).isWhole)
}

const waitingForReply = (desk: Desk, blogId: BlogId): PostId[] =>
  desk.outbox.listOpen(blogId).flatMap(({ kind, postId }) => (kind === 'send-reply' && postId !== null ? [postId] : []))
