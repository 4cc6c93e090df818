import type { Comment, CommentStatus, ReaderAddress, ReplyContext } from '../domain/comment.ts'
import type { Correction } from '../domain/correction.ts'
import type { AwayComments, AwayStatus, PostConversation, WaitingComment } from '../domain/conversation.ts'
import type { BlogId, CommentId, EntryId, PostId, SavedReplyId } from '../domain/ids.ts'
import type { OutboxEntry } from '../domain/outbox-entry.ts'
import type { SavedReply } from '../domain/saved-reply.ts'
import type { SeenComment } from './inputs.ts'

/** What became of decisions that were to be taken back. */
export interface UndoneDecisions {
  takenBack: number
  /** A newer decision had taken their place, or they had been taken back before: nothing changed. */
  replaced: number
  /** May have reached the blog: nothing changed. */
  left: number
}

export interface CommentsService {
  /** Oldest first, without spam and trash; the window makes threads of them. Replies still in the outbox come last. */
  list(options: { blogId: BlogId; postId: PostId | null }): Comment[]
  /** Each post that has comments, counted, without their words; the post with the newest comment first. */
  inbox(blogId: BlogId): readonly PostConversation[]
  /** What waits for an answer, the longest waiting first. */
  waiting(options: { blogId: BlogId; limit: number }): WaitingComment[]
  /** Spam or trash, as far as this desk knows it. */
  away(options: { blogId: BlogId; status: AwayStatus }): AwayComments
  /** How many are unread, or wait for an answer, on all blogs together: what the person chose to see at the icon. */
  badge(): number
  /** Asks the blog for it, the newest thousand; sends nothing. Throws what keeps it from asking: what the desk knew stays then. */
  readAway(options: { blogId: BlogId; status: AwayStatus }): Promise<void>
  /**
   * E-mail and network address of who wrote it: what is kept from a few days ago, else asked of the blog. `not-allowed-now` where the
   * account may not moderate; what keeps it from asking.
   */
  readerAddress(commentId: CommentId): Promise<ReaderAddress>
  replyContext(commentId: CommentId): ReplyContext
  /** `text`: see reply-text.ts. */
  reply(options: { commentId: string; text: string }): OutboxEntry
  /** New words for a reply that waits: a new entry in its place, the old one taken back. `not-allowed-now` once it may be under way. */
  editReply(options: { entryId: EntryId; text: string }): OutboxEntry
  /**
   * Decides on several comments of one blog at once, each as the person saw it; `changed` are those that are others by now, on which
   * nothing was decided. `entries` is what waits in the outbox then, nothing for those that are so already. `not-allowed-now` where
   * the account may not moderate.
   */
  moderate(options: { seen: SeenComment[]; to: CommentStatus }): { entries: OutboxEntry[]; changed: CommentId[] }
  /** Undo, for decisions of one blog. Never `not-allowed-now`: it tells what could be taken back. */
  takeBack(options: { blogId: BlogId; entryIds: EntryId[] }): UndoneDecisions
  markRead(options: { blogId: BlogId; commentIds: string[]; isRead: boolean }): void
  /** On this desk only: the blog hears nothing of it. */
  setFlagged(options: { blogId: BlogId; commentIds: string[]; isFlagged: boolean }): void
}

export interface ReplyDraftsService {
  /** Of all blogs, the one written last at the end. */
  list(): { commentId: string; text: string }[]
  /** Saved when this returns; '' is no draft. A reply that is queued ends the draft of its comment. */
  keep(options: { commentId: string; text: string }): void
}

/** From a comment to a corrected post. */
export interface CorrectionsService {
  /**
   * The post is to be corrected because of this comment; one that is under way stays as it was begun. A reply to the comment goes behind
   * the corrected post then. Throws `not-allowed-now` where the account may not change what is public.
   */
  begin(options: { commentId: string }): { postId: PostId }
  /** Those whose answer is not on the blog yet. */
  ofPost(postId: PostId): Correction[]
  /** It was none, or needs no answer: nothing that was written goes. */
  putAway(options: { commentId: string }): void
  /** One that was put away, as it was begun: measured from the text of then. */
  takeUp(options: { commentId: string }): void
}

export interface SavedRepliesService {
  /** Of every blog, by name. */
  list(): SavedReply[]
  /** A new one, one that was taken away coming back, or other words for one that is there. */
  put(reply: SavedReply): void
  remove(id: SavedReplyId): void
}
