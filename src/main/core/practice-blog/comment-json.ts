import { normalizeEntities, renderComment } from './html-text.ts'
import { AVATAR_URLS, postLink, restUrl } from './links.ts'
import { rendered, type RestContext } from './post-json.ts'
import type { PracticeComment, PracticePost } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { localOf } from './site-time.ts'

export const commentLink = (site: PracticeSite, comment: PracticeComment, post: PracticePost): string =>
  `${postLink(site, post)}#comment-${comment.id}`

/** A comment as `GET /wp/v2/comments/<id>` of WordPress 7.1 gives it; address, IP and user agent only for moderators. */
export function commentJson(site: PracticeSite, comment: PracticeComment, post: PracticePost, context: RestContext) {
  const { authorId, parentId } = comment
  return {
    id: comment.id,
    post: comment.postId,
    parent: parentId,
    author: authorId,
    author_name: comment.authorName,
    ...(context === 'edit' ? { author_email: comment.authorEmail } : {}),
    author_url: comment.authorUrl,
    ...(context === 'edit' ? { author_ip: comment.authorIp, author_user_agent: comment.userAgent } : {}),
    date: localOf(comment.createdGmt, site.zone),
    date_gmt: comment.createdGmt,
    content: rendered(context, comment.content, renderComment(normalizeEntities(comment.content))),
    link: commentLink(site, comment, post),
    status: comment.status,
    type: comment.noteStatus === undefined ? 'comment' : 'note',
    author_avatar_urls: AVATAR_URLS,
    meta: { _wp_note_status: comment.noteStatus ?? null },
    _links: {
      self: [{ href: restUrl(site, `comments/${comment.id}`) }],
      collection: [{ href: restUrl(site, 'comments') }],
      ...(authorId === 0 ? {} : { author: [{ embeddable: true, href: restUrl(site, `users/${authorId}`) }] }),
      up: [{ embeddable: true, post_type: 'post', href: restUrl(site, `posts/${comment.postId}`) }],
      ...(parentId === 0 ? {} : { 'in-reply-to': [{ embeddable: true, href: restUrl(site, `comments/${parentId}`) }] }),
    },
  }
}
