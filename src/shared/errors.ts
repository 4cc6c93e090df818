import type { BlogId } from './domain/ids.ts'
import type { SealedPiece } from './content/seal/sealed-pieces.ts'
import type { FeedFault } from './domain/reading.ts'

/** Why an answer, or the lack of one, cannot have come from the person's own blog. */
export type NotTheBlogReason =
  | 'captive-portal'
  | 'firewall'
  | 'not-wordpress'
  | 'rest-disabled'
  | 'other-blog'
  | 'redirected'
  | 'insecure-address'
  | 'bad-address'
  | 'application-passwords-off'

export type DatabaseReason = 'in-use' | 'not-a-database' | 'newer-version' | 'full' | 'read-only' | 'corrupt'

/** Why a desk stays locked, or its keys as they are. */
export type LockFault =
  /** It is locked: what was asked for is behind the lock. */
  | 'locked'
  | 'wrong-passphrase'
  /** Typed wrongly: the code's own check letters say so. */
  | 'not-a-code'
  /** A code, of another desk or an older one of this. */
  | 'wrong-code'
  /** No escrow key opens this desk, or another one does. */
  | 'wrong-escrow-key'
  | 'too-many-tries'
  | 'too-short'
  /** This computer's login no longer opens the desk. */
  | 'key-store-lost'
  /** Without a passphrase whoever sits down could unlock it. */
  | 'no-passphrase'
  | 'passphrase-needed'
  /** The keys are gone, or cannot be read; the desk itself is there. */
  | 'keys-missing'
  | 'keys-damaged'

/** Why a file that somebody brought cannot be read. */
export type UnreadableReason =
  | 'damaged'
  | 'cut-off'
  | 'encrypted'
  | 'old-word'
  | 'swells'
  | 'too-large'
  | 'too-many-parts'
  | 'not-an-export'
  | 'newer-export'
  | 'unknown-type'
  | 'other-review'

/** Why a review file cannot be opened, or be made. */
export type ReviewFileFault =
  | 'not-a-review-file'
  | 'damaged'
  | 'older-format'
  | 'newer-format'
  | 'passphrase-needed'
  | 'wrong-passphrase'
  | 'key-needed'
  | 'wrong-key'
  | 'signature-broken'
  | 'picture-damaged'
  | 'too-much-to-send'
  /** Of hashing, before its key is known. */
  | 'too-much-work'
  | 'too-large'
  | 'too-many-parts'
  | 'swells'
  | 'too-deep'
  | 'bad-name'
  | 'not-understood'

/** Why a file cannot be taken in: what it is instead, or what is wrong with it. */
export type FileFault =
  | 'type'
  | 'heic'
  | 'svg'
  | 'web-page'
  | 'pdf'
  | 'film'
  | 'damaged'
  | 'too-many-pixels'
  | 'too-many-bytes'
  /** Neither a video nor a sound nor a PDF that blogs and browsers know. */
  | 'no-media'

/** Why something that is allowed at other times is not now. */
export type NotAllowedReason =
  | 'a-post-shows-it'
  | 'an-archive'
  | 'blog-not-allowed'
  | 'export-not-allowed'
  | 'quiet-date'
  | 'a-post-uses-it'
  | 'approval-not-asked-for'
  | 'being-sent'
  | 'builds-on-another'
  | 'changed-on-both'
  | 'in-trash'
  | 'no-right-to-publish'
  | 'no-right-to-stick'
  | 'no-right-to-upload'
  | 'no-reply'
  | 'no-right-to-moderate'
  | 'not-under-way'
  | 'nothing-to-settle'
  | 'nothing-vanished'
  | 'not-scheduled'
  | 'off-the-blog'
  | 'only-to-read'
  | 'policy-stops'
  | 'print-only'
  | 'on-the-blog'
  | 'schedule-passed'
  | 'no-review-asked'
  | 'from-a-backup'
  | 'post-moved-on'
  | 'post-on-another-desk'

/**
 * Every failure that may cross a border (blog → core → renderer), as plain data with one `kind`.
 * Decide on `kind` and its fields, never on a text.
 */
export type AppErrorData =
  /** Provably nothing left this laptop: no route, no name, connection refused before the first byte. */
  | { kind: 'offline' }
  /** The blog's certificate does not hold; no application byte was sent. */
  | { kind: 'insecure-line'; reason: 'expired' | 'self-signed' | 'wrong-host' | 'other' }
  /** Sent, and no answer in time: it may have been applied. */
  | { kind: 'timeout' }
  /** Sent, and the line broke or the answer was cut off: it may have been applied. */
  | { kind: 'answer-lost' }
  | { kind: 'unauthorized' }
  | { kind: 'forbidden'; code: string }
  /** `isFlood`: said to one person who comments quickly, where the others are not meant. */
  | { kind: 'rate-limited'; retryAfterMs: number | null; isFlood?: true }
  /** 5xx from the blog or something before it. With a retry time it is provably not applied. */
  | { kind: 'unavailable'; status: number; retryAfterMs: number | null }
  | { kind: 'not-the-blog'; why: NotTheBlogReason; host: string | null }
  | { kind: 'not-found' }
  | { kind: 'gone' }
  /** The blog already holds this, or holds something newer. */
  | { kind: 'conflict'; code: string }
  | { kind: 'too-large'; sizeBytes: number | null; limitBytes: number | null }
  /** The blog understood and refused; `code` is its own word for why. */
  | { kind: 'rejected'; code: string; status: number }
  /** What the blog stored is not what was sent. `isLive`: the post was out already, so readers see it so; else nothing of it is public. */
  | { kind: 'altered-by-blog'; fields: string[]; isLive: boolean }
  /** What would be sent differs from the post by more than the person's edits; `blocks` are the names of what differs. Nothing left. */
  | { kind: 'unexplained-changes'; blocks: string[] }
  /** The blog's policy asks for an approval. `approvedBy`: of another text, in which `pieces` were different; null: of none. Nothing left. */
  | { kind: 'unsealed'; approvedBy: string | null; pieces: SealedPiece[]; mayBeUrgent: boolean }
  | { kind: 'invalid-input'; field: string; rule: string }
  /** A file that somebody brought; nothing of it was taken over. */
  | { kind: 'unreadable-file'; fileName: string; why: UnreadableReason }
  | { kind: 'review-file'; why: ReviewFileFault }
  | { kind: 'handover-file'; why: ReviewFileFault }
  | { kind: 'locked'; why: LockFault }
  /** A picture or another file of the desk is not what the desk put there. It was not used. */
  | { kind: 'damaged-file'; what: 'media' | 'backup' }
  | {
      kind: 'no-such-item'
      what:
        | 'blog'
        | 'post'
        | 'comment'
        | 'media'
        | 'entry'
        | 'snapshot'
        | 'file'
        | 'feed'
        | 'item'
        | 'review'
        | 'note'
        | 'campaign'
    }
  | { kind: 'unreadable-feed'; why: FeedFault }
  | { kind: 'unsupported-file'; fileName: string; fault: FileFault }
  | { kind: 'not-allowed-now'; why: NotAllowedReason }
  | { kind: 'blog-needs-sign-in'; blogId: BlogId }
  | { kind: 'database'; reason: DatabaseReason }
  | { kind: 'internal'; logId: string }

export type AppErrorKind = AppErrorData['kind']

/** The only error class that is thrown on purpose inside the core; `data` is what crosses borders. */
export class AppError extends Error {
  readonly data: AppErrorData
  constructor(data: AppErrorData, options?: { cause?: unknown }) {
    super(data.kind, options)
    this.name = 'AppError'
    this.data = data
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError
}
