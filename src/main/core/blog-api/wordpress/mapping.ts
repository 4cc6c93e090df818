import { createHash } from 'node:crypto'
import {
  utcIso,
  type RemoteCommentId,
  type RemoteMediaId,
  type RemotePostId,
  type RemoteTermId,
  type RemoteUserId,
  type UtcIso,
} from '../../../../shared/domain/ids.ts'
import type { InLanguages } from '../../../../shared/domain/pair.ts'
import { withoutTurns } from '../../../../shared/content/strange-letters.ts'
import type { PostKind, RemotePostStatus } from '../../../../shared/domain/post.ts'
import { clockOfZone } from '../../clock-of-zone.ts'
import { lookUp } from '../../../../shared/look-up.ts'
import type {
  BlogDescription,
  BlogUser,
  PostFields,
  RemoteComment,
  RemoteMedia,
  RemoteMediaSizes,
  RemotePost,
  RemoteRevision,
  RemoteTerm,
} from '../blog-api.ts'
import type {
  WordpressComment,
  WordpressIndex,
  WordpressMedia,
  WordpressMediaSizes,
  WordpressPost,
  WordpressRevision,
  WordpressTerm,
  WordpressUser,
} from './schemas.ts'

const POST_STATUSES = new Set<string>(['draft', 'pending', 'publish', 'future', 'private', 'trash'])
const COMMENT_STATUSES = new Set<string>(['approved', 'hold', 'spam', 'trash'])
/** WordPress's column holds 65,535 bytes; the blog's own markup may triple that, and no more is read. */
const LONGEST_COMMENT = 200_000
/** WordPress's column for it holds 255 bytes. */
const LONGEST_NAME = 255
/** A post in the trash carries this behind its slug since WordPress 4.5, so that the slug is free meanwhile. */
export const TRASHED_SUFFIX = '__trashed'

export function toBlogDescription(index: WordpressIndex, restRoot: string): BlogDescription {
  return {
    name: decodeEntities(index.name),
    url: (index.home ?? index.url).replace(/\/+$/, ''),
    restRoot,
    // A zone that is unknown here counts as none: the offset then says the time.
    timeZone: clockOfZone(index.timezone_string) ? index.timezone_string : '',
    gmtOffsetHours: index.gmt_offset,
    approvalUrl: index.authentication,
  }
}

export function toBlogUser(user: WordpressUser, date: string | null): BlogUser {
  const can = (capability: string) => user.capabilities?.[capability] === true
  return {
    remoteId: user.id as RemoteUserId,
    userName: user.username,
    displayName: decodeEntities(user.name),
    roles: user.roles,
    canPublish: can('publish_posts'),
    canUploadMedia: can('upload_files'),
    canModerateComments: can('moderate_comments'),
    canEditOthersPosts: can('edit_others_posts'),
    canWriteUnfilteredHtml: can('unfiltered_html'),
    canEditPages: can('edit_pages'),
    canPublishPages: can('publish_pages'),
    answeredAt: date === null || Number.isNaN(Date.parse(date)) ? null : utcIso(new Date(date)),
  }
}

export function toRemotePost(post: WordpressPost, kind: PostKind): RemotePost {
  return {
    remoteId: post.id as RemotePostId,
    status: toPostStatus(post.status),
    slug: post.status === 'trash' && post.slug.endsWith(TRASHED_SUFFIX) ? untrashed(post.slug) : post.slug,
    title: decodeEntities(post.title.raw),
    content: post.content.raw,
    excerpt: decodeEntities(post.excerpt.raw),
    ...notesOf(post),
    authorId: post.author as RemoteUserId,
    categoryIds: post.categories as RemoteTermId[],
    tagIds: post.tags as RemoteTermId[],
    featuredMediaId: post.featured_media === 0 ? null : (post.featured_media as RemoteMediaId),
    link: post.link,
    modifiedAt: fromGmt(post.modified_gmt),
    publishedAt: hasNoDateYet(post) || post.date_gmt === null ? null : fromGmt(post.date_gmt),
    commentsOpen: post.comment_status === 'open',
    revision: toRevision(post),
    ...placeOf(post, kind),
    ...inLanguagesOf(post),
    ...(kind === 'post' && post.sticky && { isSticky: true }),
    ...(kind === 'post' && stickyFixedOf(post)),
  }
}

export const placeOf = (
  { parent, menu_order }: Pick<WordpressPost, 'parent' | 'menu_order'>,
  kind: PostKind,
): Pick<RemotePost, 'page'> =>
  kind === 'post' ? {} : { page: { parentId: parent === 0 ? null : (parent as RemotePostId), order: menu_order } }

function inLanguagesOf({ lang, translations }: WordpressPost): Pick<RemotePost, 'inLanguages'> {
  if (lang === undefined || translations === undefined) return {}
  const posts = Object.entries(translations).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return { inLanguages: { code: lang === false ? '' : lang, posts: Object.fromEntries(posts) as InLanguages['posts'] } }
}

/** The link is there for whoever may edit others' posts and publish (class-wp-rest-posts-controller.php, 5.7 to 7.1). */
function stickyFixedOf({ content, links }: WordpressPost): Pick<RemotePost, 'stickyFixed'> {
  if (links?.['wp:action-sticky'] === undefined) return { stickyFixed: 'no-right' }
  return content.protected ? { stickyFixed: 'has-password' } : {}
}

/** A state that a plugin made up counts as private: it is not public, and it is not ours to publish. */
function toPostStatus(status: string): RemotePostStatus {
  return POST_STATUSES.has(status) ? (status as RemotePostStatus) : 'private'
}

/** WordPress shows a draft without a date as dated at its last change; its own editor tells them apart the same way. */
function hasNoDateYet(post: WordpressPost): boolean {
  const isUnpublished = !['publish', 'future', 'private'].includes(post.status)
  return isUnpublished && (post.date === null || post.date === post.modified)
}

/** No ETag exists, and `modified` has a grain of one second: revisions and the text itself make up for it. */
function toRevision(post: WordpressPost): string {
  const history = post.links?.['version-history']?.[0]?.count ?? 0
  const predecessor = post.links?.['predecessor-version']?.[0]?.id ?? 0
  const text = JSON.stringify([
    post.status,
    post.slug,
    post.title.raw,
    post.content.raw,
    post.excerpt.raw,
    ...(post.meta?.footnotes ? [post.meta.footnotes] : []),
  ])
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return `${history}.${predecessor}.${post.modified_gmt}.${hash}`
}

/** The latest revision at the time of that tag; 0 when there was none. */
export const revisionIdIn = (revision: string): number => Number(revision.split('.')[1] ?? 0)

/** When the post was changed last at the time of that tag. */
export const modifiedAtIn = (revision: string): UtcIso => fromGmt(revision.split('.')[2] ?? '')

export const toRemoteRevision = (revision: WordpressRevision): RemoteRevision => ({
  authorId: revision.author as RemoteUserId,
  savedAt: fromGmt(revision.date_gmt),
  title: decodeEntities(revision.title.raw),
  content: revision.content.raw,
  excerpt: decodeEntities(revision.excerpt.raw),
  ...notesOf(revision),
})

const notesOf = ({ meta }: Pick<WordpressPost, 'meta'>): { footnotes?: string } =>
  meta?.footnotes === undefined ? {} : { footnotes: meta.footnotes }

export function toWordpressFields(fields: PostFields): Record<string, unknown> {
  const {
    title,
    content,
    excerpt,
    footnotes,
    slug,
    categoryIds,
    tagIds,
    featuredMediaId,
    parentId,
    isSticky,
    inLanguages,
  } = fields
  return {
    ...(title === undefined ? {} : { title }),
    ...(content === undefined ? {} : { content }),
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(footnotes === undefined ? {} : { meta: { footnotes } }),
    ...(slug === undefined ? {} : { slug }),
    ...(categoryIds === undefined ? {} : { categories: categoryIds }),
    ...(tagIds === undefined ? {} : { tags: tagIds }),
    ...(featuredMediaId === undefined ? {} : { featured_media: featuredMediaId ?? 0 }),
    ...(parentId === undefined ? {} : { parent: parentId ?? 0 }),
    ...(isSticky === undefined ? {} : { sticky: isSticky }),
    ...(inLanguages === undefined ? {} : { lang: inLanguages.code, translations: inLanguages.posts }),
  }
}

export function toRemoteComment(comment: WordpressComment): RemoteComment {
  return {
    remoteId: comment.id as RemoteCommentId,
    postRemoteId: comment.post as RemotePostId,
    parentRemoteId: comment.parent === 0 ? null : (comment.parent as RemoteCommentId),
    authorName: toName(comment.author_name),
    authorId: comment.author === 0 ? null : (comment.author as RemoteUserId),
    contentHtml: comment.content.rendered.slice(0, LONGEST_COMMENT),
    status: toCommentStatus(comment.status),
    createdAt: fromGmt(comment.date_gmt),
    link: comment.link,
    userAgent: comment.author_user_agent ?? null,
  }
}

/** A name stands beside other words: nothing in it turns those round. */
export const toName = (name: string): string => withoutTurns(decodeEntities(name)).slice(0, LONGEST_NAME)

/** What went into the trash with its post stays there when the post is restored over the REST interface. */
function toCommentStatus(status: string): RemoteComment['status'] {
  if (status === 'post-trashed') return 'trash'
  return COMMENT_STATUSES.has(status) ? (status as RemoteComment['status']) : 'hold'
}

export function toRemoteTerm(term: WordpressTerm, taxonomy: RemoteTerm['taxonomy']): RemoteTerm {
  return {
    remoteId: term.id as RemoteTermId,
    taxonomy,
    name: decodeEntities(term.name),
    slug: term.slug,
    parentRemoteId: term.parent ? (term.parent as RemoteTermId) : null,
    useCount: term.count,
  }
}

export function toRemoteMedia(media: WordpressMedia): RemoteMedia {
  return {
    remoteId: media.id as RemoteMediaId,
    slug: media.slug,
    url: media.source_url,
    mimeType: media.mime_type,
    alt: decodeEntities(media.alt_text),
  }
}

export function toRemoteMediaSizes({ id, source_url, media_details }: WordpressMediaSizes): RemoteMediaSizes {
  const { width, filesize, sizes } = media_details
  const uploaded = width === undefined ? [] : [{ url: source_url, widthPx: width, sizeBytes: filesize ?? null }]
  const smaller = Object.values(sizes ?? {}).flatMap((size) =>
    size === null ? [] : [{ url: size.source_url, widthPx: size.width, sizeBytes: size.filesize ?? null }],
  )
  return {
    remoteId: id as RemoteMediaId,
    sizes: [...uploaded, ...smaller.filter(({ url }) => url !== source_url)],
  }
}

/** Without milliseconds and `Z`, as `date_gmt` is written. */
export function toGmt(time: UtcIso): string {
  return time.slice(0, 19)
}

export function fromGmt(gmt: string): UtcIso {
  return utcIso(new Date(`${gmt}Z`))
}

function untrashed(slug: string): string {
  return slug.slice(0, -TRASHED_SUFFIX.length)
}

const NAMED_ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

/** Titles and names are stored with the entities that WordPress's filters wrote; its own editor decodes them too. */
export function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return lookUp(NAMED_ENTITIES, String(name)) ?? whole
    const codePoint = decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal)
    return codePoint > 0 && codePoint <= 0x10_ff_ff ? String.fromCodePoint(codePoint) : whole
  })
}
