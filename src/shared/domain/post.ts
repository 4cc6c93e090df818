import type { PostDocument, TextDirection } from '../content/document.ts'
import type { AppErrorData } from '../errors.ts'
import type { ShareLine } from './share-line.ts'
import type { BlogId, PostId, RemotePostId, RemoteTermId, UtcIso } from './ids.ts'

/** What a blog has: posts, which follow one another in time, and pages, which stand where their parent puts them. */
export type PostKind = 'post' | 'page'

/** Where a page stands among the pages of its blog. */
export interface PagePlace {
  /** The page that it stands under; null at the top. */
  parentId: RemotePostId | null
  /** Among its neighbours, the lowest first. */
  order: number
}

/** Where a page stands, or is to stand with its next sending, and under which pages it could. */
export interface PlaceOfPage extends PagePlace {
  /** The person wants it so, and the blog has it otherwise. */
  isWish: boolean
  /** Somebody else moved it on the blog since the person chose: it stays there until they choose again. */
  isMovedSince: boolean
  parents: { remoteId: RemotePostId; title: string }[]
}

/** The blog's own states; `deleted` is the desk's word for a post that the blog no longer has. */
export type RemotePostStatus = 'draft' | 'pending' | 'publish' | 'future' | 'private' | 'trash' | 'deleted'

/**
 * One word of state for a person, derived (never stored) from the working copy, its base and its outbox entry.
 * `edited`: live on the blog, and the working copy has changes that were not sent.
 * `changed-on-both`: the blog's text and the working copy both moved on since they last agreed.
 * `off-the-blog`: trashed or deleted there, while the person has words for it here.
 */
export type PostState =
  | 'draft'
  | 'waits'
  | 'needs-you'
  | 'published'
  | 'scheduled'
  | 'pending'
  | 'private'
  | 'edited'
  | 'changed-on-both'
  | 'off-the-blog'
  | 'in-trash'

/** What the person can change. Categories are the blog's; tags are names, made on the blog when the post goes. */
export interface PostWords {
  title: string
  document: PostDocument
  excerpt: string
  /** BCP 47, '' when not chosen. */
  language: string
  direction: TextDirection
  categoryIds: RemoteTermId[]
  tags: string[]
  /** What is to be said of it elsewhere; this desk's alone, and no part of what the blog gets. */
  shareLines: ShareLine[]
}

/** Of the words, what the blog has no place for: the desk alone knows it. */
export type WordsBeside = Pick<PostWords, 'language' | 'direction' | 'shareLines'>

/** What stands under the title: in which role, and where from. */
export interface Byline {
  role: string
  place: string
}

/** What this desk alone knows of a post. */
export interface PostFacts {
  /** Id of the template it began with, '' for none. */
  template: string
  /** The day on which it is to be looked at again, `2027-01-31`. */
  reviewBy: string | null
  /** null: as the profile says for this blog. */
  byline: Byline | null
}

/** Why an account cannot change whether a post stays at the top of the blog. WordPress keeps no post with a password there. */
export type StickyFixed = 'no-right' | 'has-password'

/** Where the writer left off, as editor positions. */
export interface Caret {
  anchor: number
  head: number
}

/** A window asks for so many rows of a list at once; for more it asks for the whole list. */
export const MOST_SUMMARIES = 20

export interface PostSummary {
  id: PostId
  blogId: BlogId
  kind: PostKind
  title: string
  excerptLine: string
  state: PostState
  language: string
  direction: TextDirection
  wordCount: number
  authorName: string
  editedAt: UtcIso
  publishedAt: UtcIso | null
  link: string | null
  commentCount: number
  tags: PostWords['tags']
  /** The blog keeps it at the top of its front page, or is to with the next sending. */
  isSticky: boolean
  /** That is what the person wants, and not yet what the blog has. */
  hasStickyWish: boolean
  template: PostFacts['template']
  reviewBy: PostFacts['reviewBy']
  /** The blog's status at the last exchange; null for a post the blog has never seen. */
  remoteStatus: RemotePostStatus | null
  /** The account may not change it on the blog: it is here to be read, and its comments with it. */
  isOnlyToRead: boolean
}

/** What becomes of a scheduled post: another time, public at once, or a draft without a time. */
export type NewSchedule = { as: 'future'; publishAt: UtcIso } | { as: 'publish' | 'draft' }

/** A post that is no longer on the blog. Who took it off, WordPress does not tell. */
export interface OffBlog {
  how: 'trashed' | 'deleted'
  /** When this desk saw it. */
  seenAt: UtcIso
}

export interface Post extends PostSummary, PostWords {
  /** How often something else than a person at a window replaced the words. */
  mergeCount: number
  /** The blog has a place of its own for the footnotes of this post (WordPress 6.3). */
  keepsFootnotes: boolean
  remoteId: RemotePostId | null
  /** null where this account may change `isSticky`. */
  stickyFixed: StickyFixed | null
  byline: Byline | null
  caret: Caret | null
  /** These words are safe, but cannot be brought where everything else reads them, and why; nothing can be done with them until then. */
  saveProblem?: AppErrorData
}
