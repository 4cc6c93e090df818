import { textDirection } from '../../../shared/content/text-direction.ts'
import type { CommentId, PostId } from '../../../shared/domain/ids.ts'
import type { RemoteComment } from '../blog-api/blog-api.ts'
import { newId } from '../new-id.ts'
import type { Random } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'

/** How far the blog's clock may be behind ours. */
const CLOCK_DIFFERENCE_MS = 2 * 3_600_000

/** Keeps a comment of the blog, if its post is on this desk. Call inside a transaction. */
export function storeComment(desk: Desk, blog: StoredBlog, remote: RemoteComment, random: Random): void {
  const postId = desk.posts.findIdByRemoteId(blog.id, remote.postRemoteId)
  if (postId !== null) storeCommentOf(desk, blog, postId, remote, random)
}

/** The same for one who knows the post already. What the person has read stays read. */
export function storeCommentOf(
  desk: Desk,
  blog: StoredBlog,
  postId: PostId,
  remote: RemoteComment,
  random: Random,
): void {
  const id = newId<CommentId>(random)
  desk.comments.putComment({
    id,
    blogId: blog.id,
    postId,
    remoteId: remote.remoteId,
    parentRemoteId: remote.parentRemoteId,
    authorName: remote.authorName,
    authorId: remote.authorId,
    contentHtml: remote.contentHtml,
    direction: textDirection(remote.contentHtml.replaceAll(/<[^<>]*>/g, ' ')) ?? 'ltr',
    status: remote.status,
    createdAt: remote.createdAt,
    link: remote.link,
    isRead: false,
  })
  if (isNews(blog, remote)) desk.notices.noteArrived(id)
}

/** What the first pull brings was there before the person came, and so was what an account with other rights may read all at once. */
function isNews(
  { lastSyncedAt, commentsCursor, remoteUserId }: StoredBlog,
  { authorId, createdAt }: RemoteComment,
): boolean {
  if (lastSyncedAt === null || authorId === remoteUserId) return false
  return commentsCursor !== null || Date.parse(createdAt) > Date.parse(lastSyncedAt) - CLOCK_DIFFERENCE_MS
}
