import type { TextDirection } from '../content/document.ts'
import type { BlogId, CommentId, EntryId, PostId, UtcIso } from './ids.ts'
import type { EntryStanding, OutboxEntry } from './outbox-entry.ts'

export type CommentStatus = 'approved' | 'hold' | 'spam' | 'trash'

export interface Comment {
  id: CommentId
  blogId: BlogId
  postId: PostId
  postTitle: string
  parentId: CommentId | null
  authorName: string
  /** Written by the person signed in to this blog. */
  isMine: boolean
  /** By somebody else who writes for this blog. */
  isByColleague: boolean
  /** Untrusted HTML from the blog: only ever shown through the sanitiser. */
  contentHtml: string
  /** SHA-256 of `contentHtml`: tells whether it is still what a window showed. */
  print: string
  direction: TextDirection
  status: CommentStatus
  createdAt: UtcIso
  link: string | null
  isRead: boolean
  /** Of a reader, with no reply on the blog by anybody who writes for it, and none of ours in the outbox. */
  isUnanswered: boolean
  /** The person put it aside to come back to it; on this desk only. */
  isFlagged: boolean
  /** What the person decided about it and the blog does not know yet. */
  moderation: ({ id: EntryId; to: CommentStatus } & EntryStanding) | null
  /** Set for a reply that is still in the outbox, or that the blog took and nobody sees. */
  entry: OutboxEntry | null
}

/** As the person wants it: what they decided, else what the blog says. */
export const statusOf = ({ status, moderation }: Pick<Comment, 'status' | 'moderation'>): CommentStatus =>
  moderation?.to ?? status

/** What only people who moderate may see of a reader; '' for what was not given. */
export interface ReaderAddress {
  email: string
  ip: string
  website: string
  /** When this desk forgets it; null when it is not kept. */
  keptUntil: UtcIso | null
}

/** What a reply to a comment begins with, and what fills the blanks of a saved one; '' for what is not known. */
export interface ReplyContext {
  blogId: BlogId
  readerName: string
  postTitle: string
  postLink: string
  ownName: string
  /** BCP 47, of the post or the blog. */
  language: string
  direction: TextDirection
}
