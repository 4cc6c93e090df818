import { escapeHtml } from './html-text.ts'
import { mediaUrl, restUrl } from './links.ts'
import { rendered, type RestContext } from './post-json.ts'
import type { PracticeMedia } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { localOf } from './site-time.ts'

const paragraph = (text: string): string => (text === '' ? '' : `<p>${escapeHtml(text)}</p>\n`)

/** A picture as `GET /wp/v2/media/<id>` gives it. No smaller sizes are made: `sizes` is empty. */
export function mediaJson(site: PracticeSite, media: PracticeMedia, context: RestContext) {
  const url = mediaUrl(site, media)
  return {
    id: media.id,
    date: localOf(media.createdGmt, site.zone),
    date_gmt: media.createdGmt,
    guid: rendered(context, url, url),
    modified: localOf(media.modifiedGmt, site.zone),
    modified_gmt: media.modifiedGmt,
    slug: media.slug,
    status: 'inherit',
    type: 'attachment',
    link: `${site.origin}/${media.slug}/`,
    title: rendered(context, media.title, escapeHtml(media.title)),
    author: media.authorId,
    featured_media: 0,
    comment_status: 'open',
    ping_status: 'closed',
    template: '',
    meta: [],
    class_list: [`post-${media.id}`, 'attachment', 'type-attachment', 'status-inherit', 'hentry'],
    description: rendered(context, media.description, paragraph(media.description)),
    caption: rendered(context, media.caption, paragraph(media.caption)),
    alt_text: media.alt,
    media_type: media.mimeType.startsWith('image/') ? 'image' : 'file',
    mime_type: media.mimeType,
    media_details: {
      width: media.widthPx,
      height: media.heightPx,
      file: media.path,
      filesize: media.sizeBytes,
      sizes: {},
      image_meta: {},
    },
    post: media.postId,
    source_url: url,
    ...(context === 'edit' ? { missing_image_sizes: [] } : {}),
    _links: {
      self: [{ href: restUrl(site, `media/${media.id}`) }],
      collection: [{ href: restUrl(site, 'media') }],
      about: [{ href: restUrl(site, 'types/attachment') }],
      author: [{ embeddable: true, href: restUrl(site, `users/${media.authorId}`) }],
      replies: [{ embeddable: true, href: restUrl(site, `comments?post=${media.id}`) }],
    },
  }
}
