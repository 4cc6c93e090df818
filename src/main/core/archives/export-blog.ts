import type { BlogId, RemotePostId } from '../../../shared/domain/ids.ts'
import type { PreparedFile } from '../../../shared/domain/interchange.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import { fileNameOf } from '../../../shared/content/interchange/file-name.ts'
import type { PreparedFiles } from '../interchange/prepared-files.ts'
import type { Clock } from '../ports.ts'
import { kindOf } from '../posts/kind-of.ts'
import { textFor } from '../posts/post-fields.ts'
import { currentWords } from '../posts/post-words.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { CommentInPlace } from '../store/comment-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedPost } from '../store/post-repository.ts'
import { breathe } from '../sync/pull-ports.ts'
import { siteTime } from '../sync/site-time.ts'
import { exportedSite, type TermNames } from './exported-site.ts'
import { WXR_END, wxrHead, wxrItem } from './write-wxr.ts'
import type { WxrComment, WxrItem } from './wxr.ts'

const ITEMS_AT_ONCE = 40
const NO_TIME = '0000-00-00 00:00:00'

interface ExportPorts {
  desk: Desk
  clock: Clock
  prepared: PreparedFiles
}

/**
 * Everything this laptop has of a blog as one file that WordPress imports: what the blog itself holds of each post, and the
 * drafts that it never saw. Words that were not sent yet are not in it, and no address of a reader is: the desk has none.
 */
export async function exportBlog({ desk, clock, prepared }: ExportPorts, blogId: BlogId): Promise<PreparedFile> {
  const blog = desk.blogs.getBlog(blogId)
  const { site, termNames, authorOf } = exportedSite(desk, blog, clock.now())
  const parts = [wxrHead(site, 'en')]
  const threads = Map.groupBy(desk.comments.listComments(blogId, null), ({ postId }) => postId)
  const posts = desk.posts.listPosts(blogId).filter(({ isTrashed }) => !isTrashed)
  let lastId = Math.max(0, ...posts.map(({ remoteId }) => remoteId ?? 0), ...attachmentIds(desk, blogId))
  for (let at = 0; at < posts.length; at += ITEMS_AT_ONCE) {
    for (const post of posts.slice(at, at + ITEMS_AT_ONCE)) {
      const remote = desk.posts.findBase(post.id, 'agreed')?.remote ?? draftOf(desk, post, (lastId += 1))
      if (remote.status === 'deleted') continue
      parts.push(wxrItem(itemOf(blog, remote, { termNames, authorOf, comments: threads.get(post.id) ?? [] })))
    }
    await breathe()
  }
  for (const item of attachmentItems(desk, blog)) parts.push(wxrItem(item))
  parts.push(WXR_END)
  const fileName = fileNameOf(blog.name, 'xml', siteTime(clock.now(), blog).slice(0, 10))
  const bytes = new Uint8Array(Buffer.from(parts.join(''), 'utf8'))
  return prepared.put({ fileName, mimeType: 'application/xml', bytes })
}

function draftOf(desk: Desk, post: ListedPost, id: number): RemotePost {
  const words = currentWords(desk, post)
  const { missingPictures: _, ...text } = textFor(desk, post.blogId, words, { content: '', footnotes: '' })
  return {
    remoteId: id as RemotePostId,
    status: 'draft',
    slug: '',
    ...text,
    authorId: desk.blogs.getBlog(post.blogId).remoteUserId,
    categoryIds: words.categoryIds,
    tagIds: [],
    featuredMediaId: null,
    link: '',
    modifiedAt: post.editedAt,
    publishedAt: null,
    commentsOpen: true,
    revision: '',
    ...(post.kind === 'page' && { page: { parentId: null, order: 0 } }),
  }
}

interface ItemParts {
  termNames: TermNames
  authorOf: (remote: RemotePost) => string
  comments: readonly CommentInPlace[]
}

function itemOf(blog: StoredBlog, remote: RemotePost, parts: ItemParts): WxrItem {
  const terms = [...remote.categoryIds, ...remote.tagIds].flatMap((termId) => parts.termNames.get(termId) ?? [])
  return {
    id: remote.remoteId,
    type: kindOf(remote),
    title: remote.title,
    link: remote.link,
    author: parts.authorOf(remote),
    content: remote.content,
    excerpt: remote.excerpt,
    ...times(remote.publishedAt, blog),
    modifiedGmt: utc(remote.modifiedAt),
    slug: remote.slug,
    status: remote.status,
    parent: remote.page?.parentId ?? 0,
    order: remote.page?.order ?? 0,
    commentStatus: remote.commentsOpen ? 'open' : 'closed',
    isSticky: remote.isSticky === true,
    attachmentUrl: '',
    terms,
    meta: new Map([
      ...(remote.featuredMediaId === null ? [] : [['_thumbnail_id', String(remote.featuredMediaId)] as const]),
      ...(!remote.footnotes ? [] : [['footnotes', remote.footnotes] as const]),
    ]),
    comments: parts.comments.map(commentOf),
  }
}

function commentOf(comment: CommentInPlace): WxrComment {
  return {
    id: comment.remoteId,
    parent: comment.parentRemoteId ?? 0,
    author: comment.authorName,
    userId: comment.authorId ?? 0,
    dateGmt: utc(comment.createdAt),
    content: comment.contentHtml,
    approved: comment.status === 'approved' ? '1' : comment.status === 'hold' ? '0' : comment.status,
    type: 'comment',
  }
}

/** Of an archive its library; of a connected blog the pictures that its posts show, as far as their numbers are known. */
function attachmentItems(desk: Desk, blog: StoredBlog): WxrItem[] {
  const known = desk.archives.listAttachments(blog.id)
  const listed =
    known.length > 0
      ? known
      : desk.pictures
          .listWanted(blog.id)
          .flatMap(({ url, remoteId }) =>
            remoteId === null
              ? []
              : [{ remoteId, parentRemoteId: null, url, title: fileTitle(url), caption: '', alt: '', addedAt: null }],
          )
  const once = new Map(listed.map((attachment) => [attachment.remoteId, attachment]))
  return [...once.values()].map(({ remoteId, parentRemoteId, url, title, caption, alt, addedAt }) => ({
    id: remoteId,
    type: 'attachment',
    title,
    link: url,
    author: '',
    content: '',
    excerpt: caption,
    ...times(addedAt, blog),
    isSticky: false,
    modifiedGmt: addedAt === null ? NO_TIME : utc(addedAt),
    slug: '',
    status: 'inherit',
    parent: parentRemoteId ?? 0,
    order: 0,
    commentStatus: 'closed',
    attachmentUrl: URL.parse(url, blog.url)?.href ?? url,
    terms: [],
    meta: new Map(alt === '' ? [] : [['_wp_attachment_image_alt', alt]]),
    comments: [],
  }))
}

const attachmentIds = (desk: Desk, blogId: BlogId): number[] =>
  desk.archives.listAttachments(blogId).map(({ remoteId }) => remoteId)
const fileTitle = (url: string): string =>
  url
    .split('/')
    .at(-1)
    ?.replace(/\.[^.]*$/, '') ?? ''
const utc = (at: string): string => at.slice(0, 19).replace('T', ' ')

function times(at: string | null, blog: StoredBlog): { date: string; dateGmt: string } {
  if (at === null) return { date: NO_TIME, dateGmt: NO_TIME }
  return { date: `${siteTime(new Date(at), blog)}:${at.slice(17, 19)}`, dateGmt: utc(at) }
}
