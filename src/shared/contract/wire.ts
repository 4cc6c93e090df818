import type { CommandId } from '../commands/commands.ts'
import type { AppErrorData } from '../errors.ts'
import type { BlogId, PostId, ReviewId, UtcIso } from '../domain/ids.ts'
import type { Notice } from '../domain/notice.ts'

/**
 * What travels between the window and the core, on every transport the same. Values are plain data; a value may be a
 * Uint8Array only where the contract says so (pictures).
 */
export interface CallRequest {
  /** Router path, such as `posts.list`. */
  path: string
  type: 'query' | 'mutation'
  input: unknown
}

export type CallResponse = { ok: true; data: unknown } | { ok: false; error: AppErrorData }

/**
 * The core tells what changed, after the commit. The window's queries are a cache over its own calls; an event only says
 * which of them are stale. `saved` also carries what the saved mark shows.
 */
export type ChangeEvent =
  | { topic: 'blogs' }
  | { topic: 'posts'; blogId: BlogId; postId: PostId | null }
  /** `postId`: only what is said under that post. */
  | { topic: 'comments'; blogId: BlogId; postId?: PostId | null }
  | { topic: 'outbox'; blogId: BlogId }
  | { topic: 'line'; blogId: BlogId }
  | { topic: 'saved-replies' }
  /** `postId`: null where the post is on another desk. */
  | { topic: 'reviews'; reviewId: ReviewId; postId: PostId | null }
  /** The system had the program open a review file, or one was set aside. */
  | { topic: 'review-files' }
  | { topic: 'settings' }
  /** The desk was locked or unlocked, or what it is unlocked with changed. */
  | { topic: 'lock' }
  /** One was made, or could not be; or what was said of a damaged desk was read. */
  | { topic: 'backups' }
  /** How far a visit of the site doctor has come. */
  | { topic: 'doctor' }
  /** Campaigns, aims, or what came of a post. */
  | { topic: 'insight'; blogId: BlogId }
  /** A handover file was made or taken in, or what was told of it was read. */
  | { topic: 'handover' }
  /** A lesson of the guided practice was done, begun or left, or the samples came or went. */
  | { topic: 'practice' }
  /** More can be found than before. */
  | { topic: 'search' }
  /** Rules, names, or what was called fine. */
  | { topic: 'checks' }
  /** Dictionaries were added or removed. */
  | { topic: 'spelling' }
  /** Feeds, their items, and how far fetching them has come. */
  | { topic: 'reading' }
  /** The pictures of this laptop and where they are used. */
  | { topic: 'media' }
  /** The check before a trip, and how far bringing down has come. */
  | { topic: 'boarding' }
  /** The person is to be told, once, by whoever can: the host, or a window where the host cannot. */
  | { topic: 'notice'; notice: Notice }
  | { topic: 'saved'; postId: PostId; window: string; sequence: number; savedAt: UtcIso }
  | { topic: 'save-failed'; postId: PostId; window: string; error: AppErrorData }
  /** The core's process ended and a new one runs: every cached answer is stale, and an edit that was not saved must be sent again. `isOtherDesk`: by the person's wish, and what it has is right. */
  | { topic: 'core-restarted'; isOtherDesk?: true }

/** The two functions a transport gives the window; Electron's preload exposes exactly these as `window.attache`. */
export interface CoreTransport {
  call(request: CallRequest): Promise<CallResponse>
  /** Returns the function that stops listening. */
  onChange(listener: (event: ChangeEvent) => void): () => void
}

/**
 * What leaves the desk for paper or for a file of the person's own, by the system's dialogs: a file that lies ready in the
 * core, or what the window shows a printer.
 */
export type HandOut = { what: 'file'; fileId: string } | { what: 'pdf'; fileName: string } | { what: 'paper' }

/** On each of them what stood at the chosen place stands there still. */
export type HandOutFault = 'full' | 'not-writable' | 'in-use' | 'no-folder' | 'gone' | 'printer' | 'by-policy' | 'other'

/** `fileName`: the name that the person gave it, '' for paper. */
export type HandOutAnswer =
  | { outcome: 'done'; fileName: string; sizeBytes: number }
  | { outcome: 'cancelled' }
  | { outcome: 'failed'; why: HandOutFault }

/** Before them in a page's arguments, joined by commas. */
export const LANGUAGES_ARGUMENT = '--attache-languages='

/** `window.attache`, as Electron's preload exposes it. */
export interface WindowBridge extends CoreTransport {
  readonly platform: string
  /** The computer's languages with their countries (`ar-EG`), the first one wanted most; Chromium itself names a page one language without a country. */
  readonly languages: readonly string[]
  /** The address to which a blog's approval page sends its answer; for `blogs.startApproval`. */
  readonly approvalReturnUrl: string
  handOut(request: HandOut): Promise<HandOutAnswer>
  /** What the application menu, or a notice that was clicked, asks of the window. Returns the function that stops listening. */
  onMenu(listener: (command: CommandId) => void): () => void
}

/** What the core must know before it can open anything. */
export interface CoreStart {
  profileFolder: string
  /** What the serving process' key store is worth: see key-slots.ts. */
  keyStore: 'system' | 'weak' | 'none'
}

/** To the key store, which only the serving process has: the desk's key, once in the clear and once sealed. */
export type KeyStoreQuestion = { what: 'seal'; bytes: Uint8Array } | { what: 'open'; sealed: string }

/**
 * Between the process that serves the window and the one that runs the core: the same on a worker's port and a utility
 * process's. `start` comes first; calls may follow at once. The core asks the key store, because only the serving process
 * has one; it hands its log lines over, because one process writes the log file. `closed` follows the last save.
 */
export type PortMessage =
  | { kind: 'start'; start: CoreStart }
  | { kind: 'call'; callId: number; request: CallRequest }
  | { kind: 'answer'; callId: number; response: CallResponse }
  | { kind: 'event'; event: ChangeEvent }
  | { kind: 'ask'; askId: number; question: KeyStoreQuestion }
  | { kind: 'told'; askId: number; answer: { ok: true; value: string | Uint8Array | null } | { ok: false } }
  | {
      kind: 'log'
      level: 'info' | 'warn' | 'error'
      event: string
      fields: Record<string, string | number | boolean | null>
    }
  | { kind: 'close' }
  | { kind: 'closed' }
