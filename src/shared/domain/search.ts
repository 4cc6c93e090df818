import type { BlogId, CommentId, MediaId, PostId, UtcIso } from './ids.ts'
import type { PostShelf } from './post-shelf.ts'
import type { PostState } from './post.ts'

export type SearchKind = 'post' | 'comment' | 'picture'

/** A text and where in it the words were found, as `[start, end)` in UTF-16 units, in order and apart. Never HTML. */
export interface MarkedText {
  text: string
  ranges: [start: number, end: number][]
}

interface HitBase {
  blogId: BlogId
  postId: PostId
  postTitle: MarkedText
  /** The line in which the words were found, cut to what fits; null when they are in the title or the names only. */
  passage: MarkedText | null
  authorName: string
  /** Where the post was written from; '' where nobody said. */
  place: string
  /** When a post became public, else was last edited; when a comment was written. */
  at: UtcIso
  language: string
}
export interface PostHit extends HitBase {
  kind: 'post'
  state: PostState
}
export interface CommentHit extends HitBase {
  kind: 'comment'
  commentId: CommentId
  /** The passage is of the answer that was begun here. */
  isInAnswer: boolean
}
/** A picture as one post shows it, found by its description or caption. */
export interface PictureHit extends HitBase {
  kind: 'picture'
  /** Its place among the pictures of the post, from 0. */
  number: number
}
export type SearchHit = PostHit | CommentHit | PictureHit

export interface SearchGroup {
  kind: SearchKind
  /** Those with the words in their title first, then the newest. */
  hits: SearchHit[]
  /** Exact up to `MOST_COUNTED`; that number means so many or more. */
  count: number
}
export const MOST_COUNTED = 1000

/** What the window's menus narrow the search to; the same can be typed. */
export interface SearchFilters {
  blogId: BlogId | null
  kind: SearchKind | null
  shelf: PostShelf | null
  language: string | null
  /** By name: of a post, a comment, or who made a picture. */
  author: string | null
  /** A whole name of those that are offered. */
  place: string | null
  tag: string | null
  /** Days in UTC, `2026-03-01`, both included. */
  from: string | null
  until: string | null
}

/** A picture of this laptop's library that no post shows. */
export interface LibraryHit {
  mediaId: MediaId
  fileName: MarkedText
  passage: MarkedText | null
  language: string
  at: UtcIso
}

export interface SearchAnswer {
  /** Posts, comments, pictures; only those of which something was found. */
  groups: SearchGroup[]
  library: LibraryHit[]
  /** How many posts and comments are not in the index yet: what was found may be less than there is. */
  pendingCount: number
}
