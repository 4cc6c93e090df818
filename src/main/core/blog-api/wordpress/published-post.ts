import { htmlToMarkup } from '../../../../shared/content/interchange/html-to-markup.ts'
import type { RemoteMediaId, RemotePostId, RemoteTermId, RemoteUserId } from '../../../../shared/domain/ids.ts'
import type { PostKind } from '../../../../shared/domain/post.ts'
import type { RemotePost } from '../blog-api.ts'
import { decodeEntities, fromGmt, placeOf } from './mapping.ts'
import type { WordpressPublished } from './schemas.ts'

/**
 * A post that only its readers' side is known of. Its text is put back into markup so that everything here can show it; the
 * excerpt is left out, because WordPress makes one up where there is none.
 */
export function toPublishedPost(post: WordpressPublished, kind: PostKind): RemotePost {
  let noteCount = 0
  const { markup, footnotes } = htmlToMarkup(post.content.rendered, () => `note-${(noteCount += 1)}`)
  return {
    remoteId: post.id as RemotePostId,
    status: 'publish',
    slug: post.slug,
    title: decodeEntities(post.title.rendered.replaceAll(/<[^<>]*>/g, '')),
    content: markup,
    excerpt: '',
    ...(footnotes.length > 0 && {
      footnotes: JSON.stringify(footnotes.map(({ id, html }) => ({ id, content: html }))),
    }),
    authorId: post.author as RemoteUserId,
    categoryIds: post.categories as RemoteTermId[],
    tagIds: post.tags as RemoteTermId[],
    featuredMediaId: post.featured_media === 0 ? null : (post.featured_media as RemoteMediaId),
    link: post.link,
    modifiedAt: fromGmt(post.modified_gmt),
    publishedAt: post.date_gmt === null ? null : fromGmt(post.date_gmt),
    commentsOpen: post.comment_status === 'open',
    revision: `0.0.${post.modified_gmt}.as-read`,
    ...placeOf(post, kind),
    ...(post.sticky && { isSticky: true }),
    isOnlyToRead: true,
  }
}
