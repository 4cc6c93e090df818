import { textDirection } from '../../../shared/content/text-direction.ts'
import type { CommentId } from '../../../shared/domain/ids.ts'
import type { RemoteComment } from '../blog-api/blog-api.ts'
import { newId } from '../new-id.ts'
import type { Random } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'

/** Keeps a comment of the blog, if its post is on this desk. Call inside a transaction. Returns whether it was new here. */
export function storeComment(desk: Desk, blog: StoredBlog, remote: RemoteComment, random: Random): boolean {
  const post = desk.posts.findPostByRemoteId(blog.id, remote.postRemoteId)
  if (!post) return false
  const known = desk.comments.findByRemoteId(blog.id, remote.remoteId)
  desk.comments.putComment({
    id: known?.id ?? newId<CommentId>(random),
    blogId: blog.id,
    postId: post.id,
    remoteId: remote.remoteId,
    parentRemoteId: remote.parentRemoteId,
    authorName: remote.authorName,
    authorId: remote.authorId,
    contentHtml: remote.contentHtml,
    direction: textDirection(remote.contentHtml.replaceAll(/<[^<>]*>/g, ' ')) ?? 'ltr',
    status: remote.status,
    createdAt: remote.createdAt,
    link: remote.link,
    isRead: known?.isRead ?? false,
  })
  return known === null
}
