import type { CommentsService, PostsService } from '../../../shared/contract/services.ts'
import type { BlogId, CommentId, PostId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Desk } from '../store/desk.ts'

/** At the border: whatever would change or send something of an archive is refused, so that no window has to remember. */
export function guardArchives(
  desk: Desk,
  services: { posts: PostsService; comments: CommentsService },
): { posts: PostsService; comments: CommentsService } {
  const { posts, comments } = services
  const refuse = (blogId: BlogId): void => {
    if (desk.archives.isArchive(blogId)) throw new AppError({ kind: 'not-allowed-now', why: 'an-archive' })
  }
  const ofPost =
    <Input extends { postId: PostId }, Result>(act: (input: Input) => Result) =>
    (input: Input): Result => {
      refuse(desk.posts.getPost(input.postId).blogId)
      return act(input)
    }
  return {
    posts: {
      ...posts,
      create: (blogId, ...rest) => {
        refuse(blogId)
        return posts.create(blogId, ...rest)
      },
      createFrom: (options) => {
        refuse(options.blogId)
        return posts.createFrom(options)
      },
      setFacts: ofPost(posts.setFacts),
      edit: ofPost(posts.edit),
      publish: ofPost(posts.publish),
      reschedule: ofPost(posts.reschedule),
      restore: ofPost(posts.restore),
      resolve: ofPost(posts.resolve),
      setTrashed: ofPost(posts.setTrashed),
      keepAsNew: (postId) => {
        refuse(desk.posts.getPost(postId).blogId)
        return posts.keepAsNew(postId)
      },
      letGo: (postId) => {
        refuse(desk.posts.getPost(postId).blogId)
        return posts.letGo(postId)
      },
    },
    comments: {
      ...comments,
      moderate: (options) => {
        for (const { commentId } of options.seen) refuse(desk.comments.getComment(commentId).blogId)
        return comments.moderate(options)
      },
      reply: (options) => {
        refuse(desk.comments.getComment(options.commentId as CommentId).blogId)
        return comments.reply(options)
      },
    },
  }
}
