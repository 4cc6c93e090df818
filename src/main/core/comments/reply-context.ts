import { languageDirection } from '../../../shared/content/language-direction.ts'
import type { ReplyContext } from '../../../shared/domain/comment.ts'
import type { CommentId } from '../../../shared/domain/ids.ts'
import { siteLanguage } from '../blogs/blog-language.ts'
import type { Desk } from '../store/desk.ts'

/** What a reply to this comment begins with. Throws `no-such-item`. */
export function replyContext(desk: Desk, commentId: CommentId, profileName: string): ReplyContext {
  const comment = desk.comments.getComment(commentId)
  const blog = desk.blogs.getBlog(comment.blogId)
  const { language, link } = desk.posts.getListedPost(comment.postId)
  const ofThread = language === '' ? (siteLanguage(desk, blog.id) ?? '') : language
  return {
    blogId: blog.id,
    readerName: comment.authorName,
    postTitle: comment.postTitle,
    postLink: link ?? '',
    ownName: profileName === '' ? blog.displayName : profileName,
    // Somebody who writes in the other direction is answered in another language than the post's.
    language: languageDirection(ofThread) === comment.direction ? ofThread : '',
    direction: comment.direction,
  }
}
