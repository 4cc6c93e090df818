import type { BlogId } from '../../shared/domain/ids.ts'

/** The time as the core sees it. Timers go through here so that a simulation can own them. */
export interface Clock {
  now(): Date
  /** Goes on evenly from the start of the program, whatever is done to the wall clock; it may stand still while asleep. */
  elapsedMs(): number
  /** Calls back once after `delayMs`; the returned function cancels. */
  after(delayMs: number, callback: () => void): () => void
}

export interface Random {
  bytes(count: number): Uint8Array
  /** In [0, 1), for jitter. */
  fraction(): number
}

/** Ids, sizes, kinds and times only: never a text, a password or an address with a query. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}
export type LogFields = Record<string, string | number | boolean | null>

/** Keeps one application password per blog outside the database. */
export interface SecretStore {
  find(blogId: BlogId): Promise<string | null>
  put(blogId: BlogId, applicationPassword: string): Promise<void>
  remove(blogId: BlogId): Promise<void>
}

/**
 * The one way out of the laptop: `fetch` of the host (Electron's net, or Node's). `onSent` hears how many bytes of the body
 * the network has taken so far, from a host that can tell and as often as it can; a host that cannot never calls it.
 * `mayConnectTo` is asked for each address that the name service gives: with one that it refuses nothing is sent.
 */
export type Fetch = (
  input: string,
  init?: RequestInit & { onSent?: (sentBytes: number) => void; mayConnectTo?: (address: string) => boolean },
) => Promise<Response>
