import type { RemoteCommentId, RemotePostId, RemoteUserId, UtcIso } from '../../../shared/domain/ids.ts'

/** The text that somebody proposes for a post, kept by the blog beside it: one a person, and never public. */
export interface RemoteProposal {
  authorId: RemoteUserId
  savedAt: UtcIso
  title: string
  content: string
  excerpt: string
  /** Absent as in a post. */
  footnotes?: string
}

export interface ProposedFields {
  title: string
  content: string
  excerpt: string
  footnotes?: string
}

/** A note of the blog's own editor (WordPress 6.9): a comment that only those see who may edit the post. */
export interface RemoteNote {
  remoteId: RemoteCommentId
  postRemoteId: RemotePostId
  /** The note that it answers; null for one that begins a thread. */
  parentRemoteId: RemoteCommentId | null
  authorId: RemoteUserId
  authorName: string
  /** As it was written; untrusted HTML. */
  content: string
  createdAt: UtcIso
  /** Of one that begins a thread. */
  isResolved: boolean
  /** Of an answer: what it did to its thread. */
  verdict: 'resolved' | 'reopen' | null
  /** Carries our token where it was sent from here. */
  userAgent: string | null
}

/** What a WordPress without a plugin can carry of a review: a proposed text, */
export interface ProposalCalls {
  /**
   * Keeps a proposed text beside a post, as the blog's own editor keeps what is not saved yet; the post stays as it is. Only
   * for a post of somebody else: one's own draft would be overwritten. Returns what the blog has now: null when that is nothing,
   * because the proposal says what the post says; an older one where it was taken back to that.
   */
  saveProposal(id: RemotePostId, fields: ProposedFields): Promise<RemoteProposal | null>
  /** What is proposed for a post, one a person. `forbidden` for who may not edit it. */
  listProposals(id: RemotePostId): Promise<RemoteProposal[]>
}

/** and notes on posts and pages alike. */
export interface NoteCalls {
  /** Whether the blog has notes: those before WordPress 6.9 have none, and theirs are neither listed nor made. */
  hasNotes(): Promise<boolean>
  /** Of these posts, 100 at most, the newest first. `forbidden` when one of them is not this account's to edit. */
  listNotes(options: {
    postIds: readonly RemotePostId[]
    pageNumber: number
  }): Promise<{ items: RemoteNote[]; isLast: boolean }>
  /**
   * `text` is that of reply-text.ts, '' only with a verdict. The blog looks for no duplicate: after a lost answer the token, which
   * travels in the User-Agent, tells whether it is there. A verdict goes with setNoteResolved.
   */
  createNote(options: {
    postRemoteId: RemotePostId
    parentRemoteId: RemoteCommentId | null
    text: string
    verdict: RemoteNote['verdict']
    token: string
  }): Promise<RemoteCommentId>
  /** Of the note that begins a thread. As it is already is success. */
  setNoteResolved(id: RemoteCommentId, isResolved: boolean): Promise<void>
}
