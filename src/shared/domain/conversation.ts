import { statusOf, type Comment } from './comment.ts'
import type { CommentId, PostId, UtcIso } from './ids.ts'

/** What a person may want to see of the conversation. */
export const CONVERSATION_VIEWS = ['all', 'unanswered', 'unread', 'held', 'flagged'] as const
export type ConversationView = (typeof CONVERSATION_VIEWS)[number]

export const isSeenIn: Record<ConversationView, (comment: Comment) => boolean> = {
  all: () => true,
  unanswered: ({ isUnanswered }) => isUnanswered,
  unread: ({ isRead }) => !isRead,
  held: (comment) => statusOf(comment) === 'hold',
  flagged: ({ isFlagged }) => isFlagged,
}

/** What is said under one post, counted: enough for a line of the inbox. */
export interface PostConversation {
  postId: PostId
  postTitle: string
  counts: Record<ConversationView, number>
  /** When the newest was written. */
  lastAt: UtcIso
  /** When the oldest that waits for an answer was written; null while none does. */
  waitsSince: UtcIso | null
}

/** Somebody who waits for an answer. */
export interface WaitingComment {
  commentId: CommentId
  postId: PostId
  postTitle: string
  authorName: string
  /** How it begins, without markup. */
  words: string
  createdAt: UtcIso
}

/** Where readers do not see a comment, and the inbox does not show it. */
export type AwayStatus = 'spam' | 'trash'

/** What this desk knows of the blog's spam or trash. */
export interface AwayComments {
  comments: Comment[]
  /** On this desk, where `comments` may be only the newest of them. */
  count: number
  /** When the blog was last asked; null: never, then these are those that were put there from this laptop. */
  readAt: UtcIso | null
  /** Else the blog has more, older ones, that were not read. */
  isWhole: boolean
  /** So many stand under posts that are not on this laptop. */
  elsewhereCount: number
}

/** As many as one act takes: each is a line of the outbox and two requests. */
export const MOST_DECIDED = 1000
