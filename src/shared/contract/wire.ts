import type { AppErrorData } from '../errors.ts'
import type { BlogId, PostId, UtcIso } from '../domain/ids.ts'

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
  | { topic: 'comments'; blogId: BlogId }
  | { topic: 'outbox'; blogId: BlogId }
  | { topic: 'line'; blogId: BlogId }
  | { topic: 'settings' }
  | { topic: 'saved'; postId: PostId; sequence: number; savedAt: UtcIso }
  | { topic: 'save-failed'; postId: PostId; error: AppErrorData }

/** The two functions a transport gives the window; Electron's preload exposes exactly these as `window.attache`. */
export interface CoreTransport {
  call(request: CallRequest): Promise<CallResponse>
  /** Returns the function that stops listening. */
  onChange(listener: (event: ChangeEvent) => void): () => void
}

/** Between the process that serves the window and the one that runs the core: the same on a worker's port and a utility process's. */
export type PortMessage =
  | { kind: 'call'; callId: number; request: CallRequest }
  | { kind: 'answer'; callId: number; response: CallResponse }
  | { kind: 'event'; event: ChangeEvent }
