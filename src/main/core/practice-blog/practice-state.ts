import { AppError } from '../../../shared/errors.ts'
import type { Role } from './roles.ts'

/** UTC to the second as WordPress writes it, `2026-11-21T04:52:48`: sorts as text. */
export type Gmt = string

export type PostStatus = 'publish' | 'future' | 'draft' | 'pending' | 'private' | 'trash'

export type PracticeUserName = 'you' | 'administrator' | 'editor' | 'author' | 'contributor'

export interface PracticeUser {
  id: number
  userName: PracticeUserName
  displayName: string
  email: string
  role: Role
  registeredGmt: Gmt
  /** null once it was revoked. */
  applicationPassword: { uuid: string; password: string; createdGmt: Gmt } | null
}

export interface PracticeRevision {
  id: number
  authorId: number
  savedGmt: Gmt
  title: string
  content: string
  excerpt: string
  footnotes?: string
}

/** A post, or a page: both are of one kind to WordPress, with numbers of one sequence. */
/** A language of a site with Polylang Pro; `locale` is WordPress's, such as `fr_FR`. */
export interface PracticeLanguage {
  slug: string
  locale: string
}

export interface PracticePost {
  id: number
  authorId: number
  status: PostStatus
  /** Set while in the trash. */
  trashedFrom: { status: PostStatus; slug: string } | null
  slug: string
  title: string
  content: string
  excerpt: string
  /** The `footnotes` meta; absent in what was stored before it was kept. */
  footnotes?: string
  /** null floats: a draft or pending post that nobody gave a date. */
  dateGmt: Gmt | null
  modifiedGmt: Gmt
  categoryIds: number[]
  tagIds: number[]
  featuredMediaId: number
  commentStatus: 'open' | 'closed'
  /** Of a page, where it stands; a post has none. */
  page?: { parentId: number; order: number }
  /** At the top of the front page; absent for no, and in what was stored before it was kept. */
  isSticky?: boolean
  /** Where the site has languages: its own, and the posts that say the same by language, itself among them. */
  inLanguages?: { code: string; posts: Record<string, number> }
  /** What readers are asked for; absent for none. */
  password?: string
  revisions: PracticeRevision[]
  /** One a person, of those who propose a text; absent in what was stored before they were kept. */
  autosaves?: PracticeRevision[]
}

export interface PracticeComment {
  id: number
  postId: number
  parentId: number
  /** 0 for a visitor. */
  authorId: number
  authorName: string
  authorEmail: string
  authorUrl: string
  authorIp: string
  userAgent: string
  content: string
  status: 'approved' | 'hold' | 'spam' | 'trash' | 'post-trashed'
  createdGmt: Gmt
  /** Of a note: what it says of its thread. Absent in comments of readers. */
  noteStatus?: 'resolved' | 'reopen' | null
}

export interface PracticeMedia {
  id: number
  authorId: number
  slug: string
  title: string
  alt: string
  caption: string
  description: string
  /** Below `/wp-content/uploads/`. */
  path: string
  mimeType: string
  widthPx: number
  heightPx: number
  sizeBytes: number
  createdGmt: Gmt
  modifiedGmt: Gmt
  postId: number | null
}

export interface PracticeTerm {
  id: number
  taxonomy: 'category' | 'post_tag'
  name: string
  slug: string
  description: string
  parentId: number
}

/** Posts, revisions and media draw their ids from one sequence, as in WordPress. */
export interface PracticeState {
  version: 1
  nextPostId: number
  nextCommentId: number
  nextTermId: number
  users: PracticeUser[]
  posts: PracticePost[]
  comments: PracticeComment[]
  media: PracticeMedia[]
  terms: PracticeTerm[]
}

export const emptyState = (): PracticeState => ({
  version: 1,
  nextPostId: 1,
  nextCommentId: 1,
  nextTermId: 2,
  users: [],
  posts: [],
  comments: [],
  media: [],
  terms: [{ id: 1, taxonomy: 'category', name: 'Uncategorized', slug: 'uncategorized', description: '', parentId: 0 }],
})

/** Throws `database` when the text is not a practice blog, or one of a newer version: it is never overwritten then. */
export function parseState(text: string): PracticeState {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AppError({ kind: 'database', reason: 'corrupt' }, { cause })
  }
  if (typeof value !== 'object' || value === null || !('version' in value) || !('posts' in value)) {
    throw new AppError({ kind: 'database', reason: 'not-a-database' })
  }
  if (value.version !== 1) throw new AppError({ kind: 'database', reason: 'newer-version' })
  return value as PracticeState
}
