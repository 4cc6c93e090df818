import type { TextDirection } from '../content/document.ts'
import type { BlogId, CommentId, PostId, UtcIso } from './ids.ts'
import type { OutboxEntry } from './outbox-entry.ts'
import type { PostState } from './post.ts'
import type { ReviewSummary } from './review.ts'

/** A post as it is called. */
export interface PostName {
  postId: PostId
  blogId: BlogId
  title: string
  language: string
  direction: TextDirection
}

/** Where somebody was. */
export interface LastPost extends PostName {
  state: PostState
  editedAt: UtcIso
  /** The sentence in which they left off, '' where there is none. */
  lastSentence: string
}

/** What waits in the outbox for one blog. */
export interface WaitsForBlog {
  blogId: BlogId
  /** Without what needs the person. */
  count: number
  /** Of these, what the person keeps here. */
  keptCount: number
  /** When the next of them is tried, as far as that is known. */
  nextAt: UtcIso | null
  /** The first of them, in the order in which they go. */
  first: string[]
}

/** One thing that goes on only with the person. */
export type NeedsYou =
  /** The blog does not take this laptop's password any more, or the network wants a sign-in first. */
  | { what: 'sign-in'; blogId: BlogId }
  /** So many posts are missing there that the desk asks. */
  | { what: 'posts-missing'; blogId: BlogId; count: number }
  | { what: 'entry'; blogId: BlogId; entry: OutboxEntry }
  | { what: 'changed-on-both'; blogId: BlogId; post: PostName }
  | { what: 'off-the-blog'; blogId: BlogId; post: PostName }
  /** The line came back: nothing of it goes before the person says so. */
  | { what: 'arrival'; blogId: BlogId; count: number }
  /** An own text that came back, or somebody's that waits to be reviewed here. */
  | { what: 'review'; blogId: BlogId | null; review: ReviewSummary }
  /** Readers under a post wait longer than the blog promises; `dueOn` is the day that the first of them was promised. */
  | { what: 'late-answers'; blogId: BlogId; post: PostName; unansweredCount: number; dueOn: string }
  /** The day on which the person wanted to look at it again has come. */
  | { what: 'look-again'; blogId: BlogId; post: PostName; day: string }

/** Who wrote under a post since the person last read there. */
export interface ReadersOfPost {
  post: PostName
  unreadCount: number
  /** The newest of them, newest first. */
  newest: { commentId: CommentId; authorName: string; words: string; direction: TextDirection; createdAt: UtcIso }[]
}

/** What somebody wants to know who comes back to the desk, of every blog on it that is no archive. */
export interface Today {
  lastPosts: LastPost[]
  /** Only blogs for which something waits. */
  waits: WaitsForBlog[]
  /** Own texts that are with a reviewer. */
  withReviewersCount: number
  /** The most pressing first; of very many, the first. */
  needsYou: NeedsYou[]
  needsYouCount: number
  /** The post with the newest comment first; of very many, the first. */
  readers: ReadersOfPost[]
  /** Of all posts. */
  unreadCount: number
  /** Posts under which somebody wrote. */
  unreadPostsCount: number
}
