import { classicParagraphs } from '../../../shared/content/interchange/classic-paragraphs.ts'
import { textDirection } from '../../../shared/content/text-direction.ts'
import {
  utcIso,
  type CommentId,
  type PostId,
  type RemoteCommentId,
  type RemoteMediaId,
  type RemotePostId,
  type RemoteTermId,
  type RemoteUserId,
  type UtcIso,
} from '../../../shared/domain/ids.ts'
import type { RemotePostStatus } from '../../../shared/domain/post.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import { newId } from '../new-id.ts'
import type { Clock, Random } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { storeRemotePost } from '../sync/store-remote-post.ts'
import type { WxrComment, WxrItem, WxrSite } from './wxr.ts'

export interface TakenCounts {
  posts: number
  pages: number
  comments: number
  attachments: number
  /** What an archive has no place for: menus, revisions, pingbacks, other kinds of items. */
  leftOut: number
}

export interface TakingPorts {
  desk: Desk
  clock: Clock
  random: Random
}

/** Puts what an export holds into the ordinary tables. Call inside a transaction. */
export class ItemTaker {
  readonly counts: TakenCounts = { posts: 0, pages: 0, comments: 0, attachments: 0, leftOut: 0 }
  readonly #ports: TakingPorts
  readonly #blog: StoredBlog
  readonly #authors = new Map<string, { id: RemoteUserId; name: string }>()
  readonly #terms = new Map<string, RemoteTermId>()
  readonly #termIds = new Map<number, 'category' | 'tag'>()
  #lastTermId = 0
  #lastAuthorId = 0
  #hasSite = false

  constructor(ports: TakingPorts, blog: StoredBlog) {
    this.#ports = ports
    this.#blog = blog
  }

  take(items: readonly WxrItem[], site: WxrSite): void {
    if (!this.#hasSite) this.#takeSite(site)
    for (const item of items) this.#takeItem(item)
  }

  #takeSite(site: WxrSite): void {
    this.#hasSite = true
    this.#lastAuthorId = site.authors.reduce((highest, { id }) => Math.max(highest, id), 0)
    for (const { id, userName, displayName } of site.authors) if (id > 0) this.#putAuthor(id, userName, displayName)
    this.#lastTermId = site.terms.reduce((highest, { id }) => Math.max(highest, id), 0)
    const bySlug = new Map(site.terms.map(({ taxonomy, slug, id }) => [`${taxonomy} ${slug}`, id]))
    for (const { taxonomy, id, slug, name, parentSlug } of site.terms) {
      if (id === 0) continue
      const parent = bySlug.get(`category ${parentSlug}`) ?? 0
      this.#putTerm(taxonomy, id, slug, name, parentSlug === '' || parent === 0 ? null : parent)
    }
  }

  #putAuthor(id: number, userName: string, displayName: string) {
    const author = { id: id as RemoteUserId, name: displayName }
    this.#authors.set(userName, author)
    this.#ports.desk.archives.putAuthor(this.#blog.id, { remoteId: author.id, userName, displayName })
    return author
  }

  /** Exports of a part of a blog, and old ones, name people in their posts only. */
  #authorOf(userName: string) {
    const known = this.#authors.get(userName)
    if (known || userName === '') return known
    this.#lastAuthorId += 1
    return this.#putAuthor(this.#lastAuthorId, userName, userName)
  }

  #putTerm(taxonomy: 'category' | 'tag', id: number, slug: string, name: string, parent: number | null): RemoteTermId {
    const remoteId = this.#freeTermId(taxonomy, id)
    const term = { remoteId, taxonomy, name, slug, parentRemoteId: parent as RemoteTermId | null, useCount: null }
    this.#ports.desk.terms.putTerms(this.#blog.id, [term])
    this.#terms.set(`${taxonomy} ${slug}`, remoteId)
    return remoteId
  }

  /** Before WordPress 4.2 a category and a tag of one name shared one number; here each has its own. */
  #freeTermId(taxonomy: 'category' | 'tag', id: number): RemoteTermId {
    const user = this.#termIds.get(id) ?? taxonomy
    const free = user === taxonomy ? id : (this.#lastTermId += 1)
    this.#termIds.set(free, taxonomy)
    return free as RemoteTermId
  }

  #takeItem(item: WxrItem): void {
    if (item.id === 0) this.counts.leftOut += 1
    else if (item.type === 'attachment') this.#takeAttachment(item)
    else if ((item.type === 'post' || item.type === 'page') && item.status !== 'auto-draft') this.#takePost(item)
    else this.counts.leftOut += 1
  }

  #takeAttachment(item: WxrItem): void {
    this.#ports.desk.archives.putAttachment(this.#blog.id, {
      remoteId: item.id as RemoteMediaId,
      parentRemoteId: item.parent === 0 ? null : (item.parent as RemotePostId),
      url: item.attachmentUrl,
      title: item.title,
      caption: item.excerpt,
      alt: item.meta.get('_wp_attachment_image_alt') ?? '',
      addedAt: momentOf(item) ?? utcIso(this.#ports.clock.now()),
    })
    this.counts.attachments += 1
  }

  #takePost(item: WxrItem): void {
    const { desk } = this.#ports
    const author = this.#authorOf(item.author)
    const postId = storeRemotePost(this.#ports, this.#blog, this.#toRemotePost(item, author?.id ?? (0 as RemoteUserId)))
    // The same number twice, or a draft that another desk had only reserved.
    if (postId === null) {
      this.counts.leftOut += 1
      return
    }
    desk.posts.putPost({ ...desk.posts.getPost(postId), authorName: author?.name ?? item.author })
    if (item.type === 'page') this.counts.pages += 1
    else this.counts.posts += 1
    for (const comment of item.comments) this.#takeComment(postId, item, comment)
  }

  #toRemotePost(item: WxrItem, authorId: RemoteUserId): RemotePost {
    const publishedAt = momentOf(item)
    const terms = (domain: string, taxonomy: 'category' | 'tag'): RemoteTermId[] => [
      ...new Set(
        item.terms.filter((term) => term.domain === domain).map(({ slug, name }) => this.#termOf(taxonomy, slug, name)),
      ),
    ]
    const featured = Number(item.meta.get('_thumbnail_id') ?? 0)
    return {
      remoteId: item.id as RemotePostId,
      status: statusOf(item.status),
      slug: item.slug,
      title: item.title,
      content: item.content,
      excerpt: item.excerpt,
      ...(item.meta.has('footnotes') ? { footnotes: item.meta.get('footnotes') ?? '' } : {}),
      authorId,
      categoryIds: terms('category', 'category'),
      tagIds: terms('post_tag', 'tag'),
      featuredMediaId: Number.isSafeInteger(featured) && featured > 0 ? (featured as RemoteMediaId) : null,
      link: item.link,
      modifiedAt: parsed(item.modifiedGmt) ?? publishedAt ?? parsed(item.date) ?? utcIso(new Date(0)),
      publishedAt,
      commentsOpen: item.commentStatus === 'open',
      revision: '',
      ...(item.isSticky && { isSticky: true }),
      ...(item.type === 'page' && {
        page: { parentId: item.parent === 0 ? null : (item.parent as RemotePostId), order: item.order },
      }),
    }
  }

  #termOf(taxonomy: 'category' | 'tag', slug: string, name: string): RemoteTermId {
    const known = this.#terms.get(`${taxonomy} ${slug}`)
    if (known !== undefined) return known
    this.#lastTermId += 1
    return this.#putTerm(taxonomy, this.#lastTermId, slug, name, null)
  }

  #takeComment(postId: PostId, { link }: WxrItem, comment: WxrComment): void {
    const { desk, random } = this.#ports
    const isFromPerson = comment.type === '' || comment.type === 'comment'
    if (!isFromPerson || comment.id === 0) {
      this.counts.leftOut += 1
      return
    }
    const contentHtml = /<(?:p|br|blockquote|ul|ol)\b/i.test(comment.content)
      ? comment.content
      : classicParagraphs(comment.content)
    desk.comments.putComment({
      id: newId<CommentId>(random),
      blogId: this.#blog.id,
      postId,
      remoteId: comment.id as RemoteCommentId,
      parentRemoteId: comment.parent === 0 ? null : (comment.parent as RemoteCommentId),
      authorName: comment.author,
      authorId: comment.userId === 0 ? null : (comment.userId as RemoteUserId),
      contentHtml,
      direction: textDirection(contentHtml.replaceAll(/<[^<>]*>/g, ' ')) ?? 'ltr',
      status:
        comment.approved === '1'
          ? 'approved'
          : comment.approved === '0'
            ? 'hold'
            : comment.approved === 'spam'
              ? 'spam'
              : 'trash',
      createdAt: parsed(comment.dateGmt) ?? utcIso(new Date(0)),
      link: link === '' ? '' : `${link}#comment-${comment.id}`,
      isRead: true,
    })
    this.counts.comments += 1
  }
}

const STATES: ReadonlySet<string> = new Set<RemotePostStatus>([
  'draft',
  'pending',
  'publish',
  'future',
  'private',
  'trash',
])

const statusOf = (status: string): RemotePostStatus => (STATES.has(status) ? (status as RemotePostStatus) : 'draft')

/** `2026-11-21 21:02:00` in UTC. */
function parsed(text: string): UtcIso | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) || text.startsWith('0000')) return null
  const at = new Date(`${text.replace(' ', 'T')}Z`)
  return Number.isNaN(at.getTime()) ? null : utcIso(at)
}

const momentOf = ({ dateGmt }: Pick<WxrItem, 'dateGmt'>): UtcIso | null => parsed(dateGmt)
