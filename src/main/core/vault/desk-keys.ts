import { createHmac, hkdfSync } from 'node:crypto'

/** What a desk is sealed with, each of 32 bytes and for one use only. */
export interface DeskKeys {
  /** Of the database, page by page. */
  database: Uint8Array
  /** Of the files beside it: each has a key of its own under this one. */
  files: Uint8Array
  /** Of the blogs' passwords. */
  passwords: Uint8Array
}

/** The files keep their key when the desk's own is changed: a thousand pictures are not sealed again. */
export const deskKeysOf = (deskKey: Uint8Array, filesKey: Uint8Array): DeskKeys => ({
  database: keyFor(deskKey, 'database'),
  files: filesKey,
  passwords: keyFor(deskKey, 'passwords'),
})

/** HKDF with SHA-256 (RFC 5869): one key of 32 bytes for each use. */
export const keyFor = (key: Uint8Array, use: string, salt: Uint8Array = new Uint8Array()): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, salt, `attache ${use}`, 32))

/**
 * Stands outside the database, because SQLite says the same of a wrong key and of a damaged file: a key that gives another
 * check is wrong, and nothing is ever "repaired" with it.
 */
export const checkOf = (deskKey: Uint8Array): string =>
  createHmac('sha256', keyFor(deskKey, 'check')).update('attache desk key').digest('base64url')
