import type { CommentId, UtcIso } from './ids.ts'

/** A comment that made the person correct the post, and how far that has come: seen from what is so, not from what was clicked. */
export interface Correction {
  commentId: CommentId
  authorName: string
  /** How the comment begins, without markup. */
  words: string
  begunAt: UtcIso
  /** The post says something else than when the correction was begun. */
  isChanged: boolean
  /** It says in a dated note that it was changed. */
  isNoted: boolean
  /** The corrected post. */
  post: 'not-asked' | 'waits' | 'on-the-blog'
  answer: 'not-begun' | 'begun' | 'waits'
}
