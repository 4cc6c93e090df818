import type {
  RemoteCommentId,
  RemoteMediaId,
  RemotePostId,
  RemoteTermId,
  RemoteUserId,
  UtcIso,
} from '../../../shared/domain/ids.ts'
import type { TextDirection } from '../../../shared/content/document.ts'
import type { InLanguages } from '../../../shared/domain/pair.ts'
import type { PagePlace, PostKind, RemotePostStatus, StickyFixed } from '../../../shared/domain/post.ts'
import type { NoteCalls, ProposalCalls } from './review-calls.ts'

/** What the blog says of itself to anyone, before signing in. */
export interface BlogDescription {
  name: string
  /** The blog's own address, as it states it. */
  url: string
  /** Root of the REST interface, absolute; with plain permalinks it carries `?rest_route=/`. */
  restRoot: string
  /** IANA zone, or '' when the blog only has an offset. */
  timeZone: string
  gmtOffsetHours: number
  /** Page in the browser on which a person approves this program; null when application passwords are off. */
  approvalUrl: string | null
}

export interface BlogUser {
  remoteId: RemoteUserId
  userName: string
  displayName: string
  roles: string[]
  canPublish: boolean
  canUploadMedia: boolean
  canModerateComments: boolean
  canEditOthersPosts: boolean
  /** Without it the blog silently removes some HTML. */
  canWriteUnfilteredHtml: boolean
  canEditPages: boolean
  canPublishPages: boolean
  /** The blog's clock as it answered, to the second; null when the answer does not say. */
  answeredAt: UtcIso | null
}

export interface RemotePost {
  remoteId: RemotePostId
  status: RemotePostStatus
  slug: string
  title: string
  /** Block markup exactly as the blog stores it (`content.raw`). */
  content: string
  excerpt: string
  /** The texts of its notes as the blog stores them (its `footnotes` meta, WordPress 6.3); absent where the blog has no such meta. */
  footnotes?: string
  authorId: RemoteUserId
  categoryIds: RemoteTermId[]
  tagIds: RemoteTermId[]
  featuredMediaId: RemoteMediaId | null
  link: string
  modifiedAt: UtcIso
  /** null for drafts without a date. */
  publishedAt: UtcIso | null
  commentsOpen: boolean
  /** The best version tag the blog offers: changes with each stored revision. */
  revision: string
  /** Where it stands; only a page has it, and by it is known as one. */
  page?: PagePlace
  /** Absent where the blog has no multilingual plugin that lets programs link posts. */
  inLanguages?: InLanguages
  /** The blog keeps it at the top of its front page. */
  isSticky?: true
  /** Why this account cannot change that; absent where it can, and where the blog did not say. */
  stickyFixed?: StickyFixed
  /** The account may not change it: `content` is what readers see, put back into markup, and never sent anywhere. */
  isOnlyToRead?: true
}

/** A text that a post once had, as the blog keeps it. */
export interface RemoteRevision {
  authorId: RemoteUserId
  savedAt: UtcIso
  title: string
  content: string
  excerpt: string
  /** Absent as in a post, and where the blog keeps no notes of a revision (WordPress 6.3). */
  footnotes?: string
}

/** Fields that are absent stay as they are on the blog. Status is an act of its own: see setPostStatus. */
export interface PostFields {
  title?: string
  content?: string
  excerpt?: string
  /** Only for a post that has it. In one request with the content, so that both are one revision. */
  footnotes?: string
  slug?: string
  categoryIds?: RemoteTermId[]
  tagIds?: RemoteTermId[]
  featuredMediaId?: RemoteMediaId | null
  /** Of a page. */
  parentId?: RemotePostId | null
  /** Refused where the account may not, and for a post with a password. Kept by the blog beside the post: it makes no revision. */
  isSticky?: boolean
  /** Only where the blog has it. All that are to be linked: the plugin unlinks what is left out. Kept beside the post, as `isSticky`. */
  inLanguages?: InLanguages
}

/** With `publishAt` null the time that the post had is forgotten: now by the blog's own clock, or a draft without a date. */
export type PostFlip =
  | { status: 'publish' | 'pending' }
  | { status: 'future'; publishAt: UtcIso }
  | { status: 'publish' | 'draft'; publishAt: null }

export interface RemoteComment {
  remoteId: RemoteCommentId
  postRemoteId: RemotePostId
  parentRemoteId: RemoteCommentId | null
  authorName: string
  /** null for a visitor without an account. */
  authorId: RemoteUserId | null
  /** HTML as the blog renders it; untrusted. */
  contentHtml: string
  status: 'approved' | 'hold' | 'spam' | 'trash'
  createdAt: UtcIso
  link: string
  /** The `User-Agent` the comment was sent with, where rights allow reading it; else null. Carries our token. */
  userAgent: string | null
}

export interface RemoteTerm {
  remoteId: RemoteTermId
  taxonomy: 'category' | 'tag'
  name: string
  slug: string
  parentRemoteId: RemoteTermId | null
  /** Public posts of anybody that have it; null where it is not said, as in an export. */
  useCount: number | null
}

export interface RemoteMedia {
  remoteId: RemoteMediaId
  slug: string
  /** Address of the file as uploaded. */
  url: string
  mimeType: string
  alt: string
}

/** The files of one picture, the one as uploaded among them. */
export interface RemoteMediaSizes {
  remoteId: RemoteMediaId
  sizes: { url: string; widthPx: number; sizeBytes: number | null }[]
}

/** One page of a listing. `isLast` is what the blog's totals say; totals may lie for contributors, so an empty page is never proof of absence. */
export interface Page<Item> {
  items: Item[]
  isLast: boolean
}

/** A place in a list that runs from new to old, on the blog's own wall clock: only the blog's adapter reads it. Sorts as text. */
export type ListMark = string

/** A part of such a list; `at` is the one second of the mark, in which more may stand than a page holds. */
export interface ListSpan {
  span: 'up-to' | 'at' | 'before'
  mark: ListMark
  /** Nothing of this second or of one before it; absent: down to the end. */
  downTo?: ListMark
}

/** A page of a list that runs from new to old. */
export interface TimedPage<Item> extends Page<Item> {
  /** How many the blog counts in the span asked for, those it leaves out of the answer among them; null when it does not say. */
  total: number | null
  /** The marks of the first and the last item; null when nothing is to be seen on this page. */
  startsAt: ListMark | null
  endsAt: ListMark | null
}

/**
 * A signed-in line to one blog, in our words. One attempt per call, no retries inside.
 * Every method throws `AppError`; the kind says whether the blog may have applied the call:
 * `offline` and `insecure-line` are provably not sent, `timeout`, `answer-lost`, `unavailable` without a retry time and
 * `not-the-blog` may have been applied, all others are the blog's own answer.
 */
export interface BlogApi extends NoteCalls {
  /** Unauthenticated. Throws `not-the-blog` when the answer is not this blog's. */
  describe(): Promise<BlogDescription>
  /** Signed in; `unauthorized` when the password no longer holds. */
  whoAmI(): Promise<BlogUser>
  /** Takes back the password that this line signs in with: the last thing that is done with it. `not-found` where the blog cannot. */
  revokeOwnPassword(): Promise<void>
  /** Everybody who may write posts here, in no order, the newest of thousands left out. `forbidden` where the account may not know. */
  listWriterIds(): Promise<RemoteUserId[]>

  /**
   * The same line to the posts or to the pages of the blog: each has addresses of its own, and a call to the wrong one finds nothing.
   * Their ids are from one sequence, so that no post has the id of a page.
   */
  ofKind(kind: PostKind): PostsApi

  listTerms(taxonomy: RemoteTerm['taxonomy'], options: { pageNumber: number }): Promise<Page<RemoteTerm>>
  /** Those of these ids that the blog has, 100 at most. */
  listTermsById(taxonomy: RemoteTerm['taxonomy'], ids: readonly RemoteTermId[]): Promise<RemoteTerm[]>
  /** Creates a term or returns the one the blog already has under this name. */
  ensureTerm(taxonomy: RemoteTerm['taxonomy'], name: string): Promise<RemoteTerm>

  /**
   * Newest first, 100 a page, of what the account may read: all states but spam and trash, or those in `state`. `any` is every
   * state, with what went into the trash together with its post.
   */
  listComments(options: {
    state?: 'spam' | 'trash' | 'any'
    pageNumber: number
    after: UtcIso | null
    postIds: RemotePostId[] | null
    /** Own comments only, for look-ups. */
    authorId: RemoteUserId | null
    canModerate: boolean
    within?: ListSpan | null
    isById?: boolean
  }): Promise<TimedPage<RemoteComment>>
  /**
   * `text` is that of reply-text.ts. `token` travels in the User-Agent so that a lost answer can be looked up. Throws `conflict` with code `comment_duplicate` when the blog
   * has it already.
   */
  createReply(options: {
    postRemoteId: RemotePostId
    parentRemoteId: RemoteCommentId
    text: string
    token: string
  }): Promise<RemoteComment>
  /** In any state that the account may see; `not-found` when the blog has no such comment (any more). */
  getComment(id: RemoteCommentId, options: { canModerate: boolean }): Promise<RemoteComment>
  /** What only those who moderate may see of who wrote it; '' for what was not given. `forbidden` for others. */
  readCommenter(id: RemoteCommentId): Promise<{ email: string; ip: string; website: string }>
  /** One that it has already is success. */
  setCommentStatus(id: RemoteCommentId, status: Exclude<RemoteComment['status'], 'trash'>): Promise<void>
  /** To the trash; already there is success. */
  trashComment(id: RemoteCommentId): Promise<void>

  /** `fileName` is ASCII; its stem becomes the slug by which a lost answer is looked up. */
  uploadMedia(options: {
    bytes: Uint8Array | Blob
    fileName: string
    mimeType: string
    alt: string
  }): Promise<RemoteMedia>
  findMediaBySlug(slug: string): Promise<RemoteMedia[]>
  getMedia(id: RemoteMediaId): Promise<RemoteMedia>
  /** In which sizes the blog has these pictures, 100 at most; those it has no more, or not for this account, are left out. */
  listMediaSizes(ids: readonly RemoteMediaId[]): Promise<RemoteMediaSizes[]>
  /**
   * The bytes behind the address of a picture on this blog, asked for as any reader does: the password stays here.
   * Whatever was found there, also what is no picture. Throws `too-large`, `not-found`, and `not-the-blog` for an address on another
   * host, a redirect, and a page in the picture's place.
   */
  readPicture(url: string, options: { maxBytes: number }): Promise<Uint8Array>
  /**
   * The language the blog's front page states, and its direction. null when there is no such page to be read: a redirect, a
   * refusal, a page of another kind. The REST interface tells it to administrators only (WordPress 7.1).
   */
  readSiteLanguage(): Promise<SiteLanguage | null>
  /** The languages in which the blog keeps posts, where its multilingual plugin lets programs link them; else null. */
  listOfferedLanguages(): Promise<OfferedLanguage[] | null>
}

/** `code`: the plugin's own word for it. `tag`: BCP 47. */
export interface OfferedLanguage {
  code: string
  tag: string
}

/** What can be asked of posts, or of pages. A page has neither terms nor, on most blogs, an excerpt. */
export interface PostsApi extends BlogApi, ProposalCalls {
  /**
   * Latest change first, or highest id first. All states, without trash, of the posts the user may edit. `pageNumber` from 1, 100 a page, counted
   * within `within`. `modifiedAfter` is inclusive of an overlap chosen by the caller.
   */
  listPosts(options: {
    pageNumber: number
    modifiedAfter: UtcIso | null
    within?: ListSpan | null
    isById?: boolean
  }): Promise<TimedPage<RemotePost>>
  /** The ids of the same list, or of the trash: cheap enough to tell what has gone, and what is at the top. */
  listPostIds(options: {
    pageNumber: number
    isInTrash: boolean
    within?: ListSpan | null
    isById?: boolean
  }): Promise<TimedPage<{ remoteId: RemotePostId; isSticky: boolean }>>
  /** The ids of this person's published posts, those that the account may not edit among them; latest change first, or highest id. */
  listPublishedIds(options: {
    pageNumber: number
    authorId: RemoteUserId
    within?: ListSpan | null
    isById?: boolean
  }): Promise<TimedPage<{ remoteId: RemotePostId; modifiedAt: UtcIso }>>
  /** Of these, 100 at most, those that are public, as anybody reads them: `isOnlyToRead`. */
  readPublished(ids: readonly RemotePostId[]): Promise<RemotePost[]>
  /** `not-found` when the blog has no such post (any more). Trash is returned with status `trash`. */
  getPost(id: RemotePostId): Promise<RemotePost>
  /**
   * What was saved after the post had `revision`, oldest first, the newest 2,000 at most, autosaves left out. Empty on a blog that keeps no revisions.
   */
  listRevisionsSince(id: RemotePostId, revision: string): Promise<RemoteRevision[]>
  /** Every post of any state, trash included, whose slug is `slug` or `slug-N`. Lowest id first. */
  findPostsBySlugFamily(slug: string): Promise<RemotePost[]>
  /** An empty draft under a reserved slug. */
  createDraft(options: { slug: string; title: string }): Promise<RemotePost>
  /** Changes the given fields only, never the status. */
  updatePost(id: RemotePostId, fields: PostFields): Promise<RemotePost>
  /** The flip: changes the status and what time it has, and nothing else. */
  setPostStatus(id: RemotePostId, flip: PostFlip): Promise<RemotePost>
  /** To the trash; already there is success. */
  trashPost(id: RemotePostId): Promise<void>
}

/** `language` is a BCP 47 tag, '' when the page states only a direction. */
export interface SiteLanguage {
  language: string
  direction: TextDirection
}

/** Where and as whom to talk. */
export interface BlogConnection {
  restRoot: string
  /** The blog's own address, compared with what an answer claims. */
  url: string
  userName: string
  applicationPassword: string
}
